package io.routewright.daemon.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// poll(2) on one or two file descriptors. Owned by one thread.
final class Poll {
    private static final int POLLIN = 1;
    private static final int POLLOUT = 4;
    private static final int ENTRY = 8;

    private final ByteBuffer entries =
            ByteBuffer.allocateDirect(2 * ENTRY).order(ByteOrder.nativeOrder());

    /// Waits until `fd` can be read or is at its end.
    ///
    /// @return false when the time was up first
    boolean readable(int fd, int timeoutMillis) throws KernelException {
        put(0, fd, POLLIN);
        return await(1, timeoutMillis) > 0;
    }

    /// Waits until `fd` can be written or is at its end.
    boolean writable(int fd, int timeoutMillis) throws KernelException {
        put(0, fd, POLLOUT);
        return await(1, timeoutMillis) > 0;
    }

    /// Waits until `fd` can be read or the peer of `watched` hangs up, without a time limit.
    ///
    /// @return false when the peer hung up
    boolean readableWhileOpen(int fd, int watched) throws KernelException {
        put(0, fd, POLLIN);
        put(1, watched, 0);
        await(2, -1);
        return entries.getShort(ENTRY + 6) == 0;
    }

    private void put(int index, int fd, int events) {
        entries.putInt(index * ENTRY, fd).putInt(index * ENTRY + 4, events);
    }

    private int await(int count, int timeoutMillis) throws KernelException {
        while (true) {
            int ready = Libc.poll(entries, count, timeoutMillis);
            if (ready >= 0) {
                return ready;
            }
            if (Errno.last() != Errno.EINTR) {
                throw new KernelException("poll", Errno.last());
            }
        }
    }
}
