package io.routewright.daemon.relay;

import io.routewright.daemon.kernel.Errno;
import io.routewright.daemon.kernel.KernelException;
import io.routewright.daemon.kernel.NetlinkSocket;
import io.routewright.netlink.DumpRequest;
import io.routewright.netlink.NetlinkH;
import io.routewright.netlink.NetlinkMessage;
import io.routewright.protocol.Message;
import io.routewright.protocol.MessageCodec;

import java.nio.ByteBuffer;
import java.util.Optional;

/// Dumps to one client, one at a time, on a socket of their own. Chunks hold whole messages; the closing
/// NLMSG_DONE or NLMSG_ERROR is told as `DumpEnd` instead.
public final class DumpRelay implements AutoCloseable {
    private final NetlinkSocket kernel;
    private final Outlet outlet;
    private final FrameBuffer buffer = new FrameBuffer();
    private boolean isInterrupted;
    private int errno;

    private DumpRelay(NetlinkSocket kernel, Outlet outlet) {
        this.kernel = kernel;
        this.outlet = outlet;
    }

    public static DumpRelay open(Outlet outlet) throws KernelException {
        return new DumpRelay(NetlinkSocket.open(), outlet);
    }

    /// Asks the kernel and sends all of its answer.
    ///
    /// @throws KernelException the client is gone, or the kernel cannot be reached
    public void relay(Message.Dump dump, long requestId) throws KernelException {
        Optional<NetlinkMessage> request =
                DumpRequest.of(dump.type(), dump.family(), dump.tableId(), dump.ifindex());
        if (request.isEmpty()) {
            outlet.send(new Message.DumpEnd(Errno.EOPNOTSUPP, false), requestId);
            return;
        }
        isInterrupted = false;
        errno = 0;
        buffer.clear();
        kernel.send(request.get().encode());
        while (!takeOne(requestId)) {
            // takeOne says when the end has come
        }
        flush(requestId);
        outlet.send(new Message.DumpEnd(errno, isInterrupted), requestId);
    }

    /// Takes one datagram; sends what is held first when it does not fit.
    private boolean takeOne(long requestId) throws KernelException {
        int length = kernel.nextLength();
        if (length > buffer.room().remaining()) {
            flush(requestId);
        }
        int at = buffer.room().position();
        int got = kernel.receive(buffer.room(), true);
        if (got < 0) {
            errno = got == NetlinkSocket.TRUNCATED ? Errno.EMSGSIZE : Errno.ENOBUFS;
            return false;
        }
        return scan(at);
    }

    /// Walks the messages from `at` on; cuts the closing one off.
    private boolean scan(int at) {
        ByteBuffer raw = buffer.room();
        int next = at;
        while (next < raw.position()) {
            int length = raw.getInt(next);
            isInterrupted |= (raw.getShort(next + 6) & NetlinkH.NLM_F_DUMP_INTR) != 0;
            int type = raw.getShort(next + 4) & 0xffff;
            if (type == NetlinkH.NLMSG_DONE || type == NetlinkH.NLMSG_ERROR) {
                boolean isFirst = errno == 0 && length >= NetlinkMessage.HEADER + 4;
                errno = isFirst ? -raw.getInt(next + NetlinkMessage.HEADER) : errno;
                raw.position(next);
                return true;
            }
            next += (length + 3) & ~3;
        }
        return false;
    }

    private void flush(long requestId) throws KernelException {
        if (buffer.length() > 0) {
            outlet.send(buffer.frame(MessageCodec.DUMP_CHUNK, requestId));
        }
        buffer.clear();
    }

    @Override
    public void close() {
        kernel.close();
    }
}
