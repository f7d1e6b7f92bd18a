package io.routewright.daemon.kernel;

/// A system call that failed: the one failure that leaves this room.
public final class KernelException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int errno;

    /// @param call what was tried, such as `bind /run/x.sock`
    /// @param errno why it failed
    public KernelException(String call, int errno) {
        super(call + ": " + Errno.text(errno));
        this.errno = errno;
    }

    public int errno() {
        return errno;
    }
}
