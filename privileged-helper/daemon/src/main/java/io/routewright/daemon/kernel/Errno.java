package io.routewright.daemon.kernel;

import com.sun.jna.Native;

/// Error numbers (asm-generic/errno.h), in their C spelling.
public final class Errno {
    public static final int EPERM = 1;
    public static final int ENOENT = 2;
    public static final int ESRCH = 3;
    public static final int EINTR = 4;
    public static final int EIO = 5;
    public static final int EAGAIN = 11;
    public static final int EEXIST = 17;
    public static final int ENODEV = 19;
    public static final int EINVAL = 22;
    public static final int EMSGSIZE = 90;
    public static final int EOPNOTSUPP = 95;
    public static final int EADDRNOTAVAIL = 99;
    public static final int ENOBUFS = 105;
    public static final int ECONNREFUSED = 111;

    private Errno() {}

    /// The system's own words for an error number.
    public static String text(int errno) {
        return switch (errno) {
            case EPERM -> "operation not permitted";
            case ENOENT -> "no such file or directory";
            case EACCES -> "permission denied";
            case EADDRINUSE -> "address already in use";
            case ECONNREFUSED -> "connection refused";
            default -> "error " + errno;
        };
    }

    private static final int EACCES = 13;
    private static final int EADDRINUSE = 98;

    /// errno of the last call of this thread.
    static int last() {
        return Native.getLastError();
    }
}
