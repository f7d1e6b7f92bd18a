package io.routewright.daemon.lab;

import java.nio.file.Path;

/// A program: connects to the socket named first, says hello, prints the answer. For runs as another user.
public final class HelloOnce {
    private HelloOnce() {}

    public static void main(String... args) {
        try (Wire wire = Wire.connect(Path.of(args[0]))) {
            System.out.println(wire.hello());
        }
    }
}
