package io.routewright.daemon;

import java.nio.file.Path;
import java.util.Optional;

/// The command line.
///
/// @param socket where to listen
/// @param uid the user served besides root, and the socket's owner; -1: root only
/// @param iproute2Directory where the table names are
record Options(Path socket, long uid, Path iproute2Directory) {
    private static final long LARGEST_UID = 0xffff_fffeL;

    /// A command line that cannot be understood.
    static final class UsageException extends Exception {
        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message + "; usage: --socket PATH [--uid N] [--iproute2-dir DIR]");
        }
    }

    static Options parse(String... args) throws UsageException {
        Optional<Path> socket = Optional.empty();
        long uid = -1;
        Path directory = Path.of("/etc/iproute2");
        for (int i = 0; i < args.length; i += 2) {
            if (i + 1 == args.length) {
                throw new UsageException(args[i] + " needs a value");
            }
            switch (args[i]) {
                case "--socket" -> socket = Optional.of(Path.of(args[i + 1]));
                case "--uid" -> uid = uid(args[i + 1]);
                case "--iproute2-dir" -> directory = Path.of(args[i + 1]);
                default -> throw new UsageException("unknown option " + args[i]);
            }
        }
        Path path = socket.orElseThrow(() -> new UsageException("--socket is missing"));
        return new Options(path.toAbsolutePath(), uid, directory.toAbsolutePath());
    }

    private static long uid(String text) throws UsageException {
        if (!text.matches("\\d{1,10}") || Long.parseLong(text) > LARGEST_UID) {
            throw new UsageException("--uid " + text + " is not a user id");
        }
        return Long.parseLong(text);
    }
}
