package io.routewright.daemon.kernel;

import io.routewright.netlink.Attributes;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.MalformedMessageException;
import io.routewright.netlink.NetlinkH;
import io.routewright.netlink.NetlinkMessage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.Consumer;

/// Requests to the kernel and its answers, one at a time. Owned by one thread at a time.
public final class Kernel implements AutoCloseable {
    private static final int HEADER = NetlinkMessage.HEADER;

    private final NetlinkSocket socket;
    private int seq;
    private ByteBuffer buffer = roomFor(64 * 1024);

    private Kernel(NetlinkSocket socket) {
        this.socket = socket;
    }

    public static Kernel open() throws KernelException {
        return new Kernel(NetlinkSocket.open());
    }

    /// Sends one request with NLM_F_REQUEST and NLM_F_ACK added and waits for its acknowledgement.
    public Ack ask(NetlinkMessage request) throws KernelException {
        int flags = request.flags() | NetlinkH.NLM_F_REQUEST | NetlinkH.NLM_F_ACK;
        socket.send(request.withRequest(flags, ++seq).encode());
        while (true) {
            for (NetlinkMessage m : next()) {
                if (m.seq() == seq && m.type() == NetlinkH.NLMSG_ERROR) {
                    return ack(m);
                }
            }
        }
    }

    /// Sends a dump request and hands on each message of the answer.
    ///
    /// @return errno and words of the end; whether NLM_F_DUMP_INTR was seen is not told, callers compare and read again
    public Ack dump(NetlinkMessage request, Consumer<NetlinkMessage> visitor)
            throws KernelException {
        socket.send(request.withRequest(request.flags(), ++seq).encode());
        while (true) {
            for (NetlinkMessage m : next()) {
                if (m.seq() != seq) {
                    continue;
                }
                if (m.type() == NetlinkH.NLMSG_DONE || m.type() == NetlinkH.NLMSG_ERROR) {
                    return ack(m);
                }
                visitor.accept(m);
            }
        }
    }

    private List<NetlinkMessage> next() throws KernelException {
        int length = socket.nextLength();
        if (length > buffer.capacity()) {
            buffer = roomFor(length);
        }
        buffer.clear();
        if (socket.receive(buffer, true) < 0) {
            throw new KernelException("recv from the kernel", Errno.ENOBUFS);
        }
        try {
            return NetlinkMessage.parseAll(buffer.flip());
        } catch (MalformedMessageException e) {
            throw new KernelException("an answer of the kernel", Errno.EIO);
        }
    }

    private static ByteBuffer roomFor(int length) {
        return ByteBuffer.allocateDirect(length).order(ByteOrder.nativeOrder());
    }

    /// struct nlmsgerr (error, then the request's header) or a DONE's errno; then NLMSGERR_ATTR_* when ACK_TLVS is set.
    private static Ack ack(NetlinkMessage m) {
        Bytes p = m.payload();
        int errno = p.length() >= 4 ? -p.s32At(0) : 0;
        int at = m.type() == NetlinkH.NLMSG_ERROR ? 4 + HEADER : 4;
        boolean hasMore = (m.flags() & NetlinkH.NLM_F_ACK_TLVS) != 0 && p.length() > at;
        Attributes more = hasMore ? Attributes.parseLenient(p.from(at)) : Attributes.NONE;
        return new Ack(
                errno,
                more.text(NetlinkH.NLMSGERR_ATTR_MSG),
                (int) more.u32(NetlinkH.NLMSGERR_ATTR_OFFS, 0));
    }

    @Override
    public void close() {
        socket.close();
    }
}
