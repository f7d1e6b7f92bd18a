package io.routewright.daemon.kernel;

import java.nio.ByteBuffer;

/// A listening Unix stream socket with a name in the file system, mode 0600.
public final class UnixListener implements AutoCloseable {
    private static final int SOCK_STREAM = 1;
    private static final int SOCK_CLOEXEC = 0x80000;
    private static final int BACKLOG = 64;
    private static final int OWNER_ONLY = 0177;
    private static final int SHUT_RDWR = 2;

    private final int fd;

    private UnixListener(int fd) {
        this.fd = fd;
    }

    /// Whether a socket address can hold the path.
    public static boolean fits(String path) {
        return UnixAddress.fits(path);
    }

    /// Whether somebody listens at the path now.
    public static boolean isAnswered(String path) throws KernelException {
        int fd = newSocket();
        try {
            ByteBuffer address = UnixAddress.of(path);
            return Libc.connect(fd, address, address.capacity()) == 0;
        } finally {
            Libc.close(fd);
        }
    }

    /// Binds to `path`, which must not exist, and listens. Until `listen` nobody can connect, so the owner is
    /// set before the first peer.
    ///
    /// @param owner the uid that shall own the file; -1 leaves it
    public static UnixListener listen(String path, long owner) throws KernelException {
        int fd = newSocket();
        try {
            bind(fd, path);
            if (owner >= 0 && Libc.chown(path, (int) owner, -1) < 0) {
                throw new KernelException("chown " + path, Errno.last());
            }
            if (Libc.listen(fd, BACKLOG) < 0) {
                throw new KernelException("listen " + path, Errno.last());
            }
            return new UnixListener(fd);
        } catch (KernelException e) {
            Libc.close(fd);
            throw e;
        }
    }

    private static void bind(int fd, String path) throws KernelException {
        ByteBuffer address = UnixAddress.of(path);
        int before = Libc.umask(OWNER_ONLY);
        int result = Libc.bind(fd, address, address.capacity());
        int errno = Errno.last();
        Libc.umask(before);
        if (result < 0) {
            throw new KernelException("bind " + path, errno);
        }
    }

    private static int newSocket() throws KernelException {
        int fd = Libc.socket(UnixAddress.AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        if (fd < 0) {
            throw new KernelException("socket AF_UNIX", Errno.last());
        }
        return fd;
    }

    /// Waits for the next peer.
    public UnixStream accept() throws KernelException {
        while (true) {
            int peer = Libc.accept4(fd, null, null, SOCK_CLOEXEC);
            if (peer >= 0) {
                return new UnixStream(peer);
            }
            if (Errno.last() != Errno.EINTR) {
                throw new KernelException("accept", Errno.last());
            }
        }
    }

    /// Stops listening; a waiting `accept` fails.
    @Override
    public void close() {
        Libc.shutdown(fd, SHUT_RDWR);
    }
}
