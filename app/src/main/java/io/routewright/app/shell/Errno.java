package io.routewright.app.shell;

import io.routewright.app.text.Strings;

import java.util.MissingResourceException;

/// The meaning of an errno that came without words of the kernel (asm-generic/errno.h).
final class Errno {
    private static final Strings TEXT = new Strings(Errno.class);

    private Errno() {}

    static String words(int errno) {
        try {
            return TEXT.get("errno." + errno);
        } catch (MissingResourceException e) {
            return TEXT.get("errno", errno);
        }
    }
}
