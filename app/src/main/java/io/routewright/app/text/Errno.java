package io.routewright.app.text;

import java.util.Map;

/// The kernel's error numbers (asm-generic/errno.h) that routing requests end in.
public final class Errno {
    private static final Map<Integer, String> NAMES =
            Map.ofEntries(
                    Map.entry(1, "EPERM"),
                    Map.entry(2, "ENOENT"),
                    Map.entry(3, "ESRCH"),
                    Map.entry(5, "EIO"),
                    Map.entry(11, "EAGAIN"),
                    Map.entry(12, "ENOMEM"),
                    Map.entry(13, "EACCES"),
                    Map.entry(16, "EBUSY"),
                    Map.entry(17, "EEXIST"),
                    Map.entry(19, "ENODEV"),
                    Map.entry(22, "EINVAL"),
                    Map.entry(28, "ENOSPC"),
                    Map.entry(33, "EDOM"),
                    Map.entry(34, "ERANGE"),
                    Map.entry(75, "EOVERFLOW"),
                    Map.entry(90, "EMSGSIZE"),
                    Map.entry(93, "EPROTONOSUPPORT"),
                    Map.entry(95, "EOPNOTSUPP"),
                    Map.entry(97, "EAFNOSUPPORT"),
                    Map.entry(98, "EADDRINUSE"),
                    Map.entry(99, "EADDRNOTAVAIL"),
                    Map.entry(100, "ENETDOWN"),
                    Map.entry(101, "ENETUNREACH"),
                    Map.entry(105, "ENOBUFS"),
                    Map.entry(110, "ETIMEDOUT"),
                    Map.entry(113, "EHOSTUNREACH"));

    private Errno() {}

    /// Its C name, such as `ENETUNREACH`; `errno 7` for one that is not known.
    public static String name(int errno) {
        return NAMES.getOrDefault(errno, "errno " + errno);
    }
}
