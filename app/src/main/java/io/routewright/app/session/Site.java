package io.routewright.app.session;

import java.nio.file.Path;
import java.util.Optional;

/// Where the helper is found.
public sealed interface Site {
    /// The socket of the installed helper.
    Site INSTALLED = new Socket(Path.of("/run/routewright/helper.sock"));

    /// A helper that listens on a Unix socket of this machine.
    record Socket(Path path) implements Site {}

    /// A private network of our own, made at the start and gone at the end.
    record Sandbox() implements Site {}

    /// The site called `text`: `sandbox`, or `unix:PATH`.
    static Optional<Site> parse(String text) {
        if (text.equals("sandbox")) {
            return Optional.of(new Sandbox());
        }
        return text.startsWith("unix:") && text.length() > 5
                ? Optional.of(new Socket(Path.of(text.substring(5))))
                : Optional.empty();
    }

    /// The text `parse` understands; also the title bar's.
    default String text() {
        return switch (this) {
            case Sandbox s -> "sandbox";
            case Socket s -> "unix:" + s.path();
        };
    }
}
