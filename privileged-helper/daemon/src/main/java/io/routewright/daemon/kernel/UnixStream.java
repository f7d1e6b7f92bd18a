package io.routewright.daemon.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// One connected Unix stream socket. One thread reads, one at a time writes; `hangUp` may come from any
/// thread and wakes both; `close` only after they have ended, since a descriptor number is used again.
public final class UnixStream implements AutoCloseable {
    private static final int SOL_SOCKET = 1;
    private static final int SO_PEERCRED = 17;
    private static final int MSG_DONTWAIT = 0x40;
    private static final int MSG_NOSIGNAL = 0x4000;
    private static final int SHUT_RDWR = 2;

    private final int fd;
    private final Poll readPoll = new Poll();
    private final Poll writePoll = new Poll();

    UnixStream(int fd) {
        this.fd = fd;
    }

    int fd() {
        return fd;
    }

    /// Who is at the other end.
    public PeerCredentials peer() throws KernelException {
        ByteBuffer value = ByteBuffer.allocateDirect(12).order(ByteOrder.nativeOrder());
        ByteBuffer length =
                ByteBuffer.allocateDirect(4).order(ByteOrder.nativeOrder()).putInt(0, 12);
        if (Libc.getsockopt(fd, SOL_SOCKET, SO_PEERCRED, value, length) < 0) {
            throw new KernelException("getsockopt SO_PEERCRED", Errno.last());
        }
        return new PeerCredentials(
                value.getInt(0),
                Integer.toUnsignedLong(value.getInt(4)),
                Integer.toUnsignedLong(value.getInt(8)));
    }

    /// Reads what is there into `into` (cleared first, flipped after), waiting at most `timeoutMillis` (-1: for ever).
    ///
    /// @return false at the end of the stream or when the time is up
    public boolean read(ByteBuffer into, int timeoutMillis) throws KernelException {
        into.clear();
        if (!readPoll.readable(fd, timeoutMillis)) {
            return false;
        }
        long count = Libc.recv(fd, into, into.remaining(), MSG_DONTWAIT);
        if (count < 0) {
            throw new KernelException("recv", Errno.last());
        }
        into.limit((int) count);
        return count > 0;
    }

    /// Writes all of `bytes` (direct).
    ///
    /// @param stallMillis how long the peer may take nothing at all before this fails
    public void write(ByteBuffer bytes, int stallMillis) throws KernelException {
        while (bytes.hasRemaining()) {
            long count =
                    Libc.send(fd, bytes.slice(), bytes.remaining(), MSG_DONTWAIT | MSG_NOSIGNAL);
            if (count >= 0) {
                bytes.position(bytes.position() + (int) count);
            } else if (Errno.last() != Errno.EAGAIN && Errno.last() != Errno.EINTR) {
                throw new KernelException("send", Errno.last());
            } else if (!writePoll.writable(fd, stallMillis)) {
                throw new KernelException("send", Errno.EAGAIN);
            }
        }
    }

    /// Ends both directions; readers, writers and watchers of this socket wake up.
    public void hangUp() {
        Libc.shutdown(fd, SHUT_RDWR);
    }

    @Override
    public void close() {
        Libc.close(fd);
    }
}
