package io.routewright.app.session;

import java.io.BufferedReader;
import java.io.IOException;

/// Reads a child's stream to its end, so that the child never blocks on it, and remembers the last line.
final class LastLine {
    /// Shorter: the reason of a failure may be missed; longer: telling the failure waits for a stray grandchild that
    /// holds the stream open.
    private static final long PATIENCE_MILLIS = 1000;

    private final Thread reader;
    private volatile String last = "";

    private LastLine(BufferedReader stream) {
        reader = Thread.ofVirtual().name("routewright-child-output").start(() -> read(stream));
    }

    static LastLine of(BufferedReader stream) {
        return new LastLine(stream);
    }

    private void read(BufferedReader stream) {
        try (stream) {
            for (String line = stream.readLine(); line != null; line = stream.readLine()) {
                if (!line.isBlank()) {
                    last = line.strip();
                }
            }
        } catch (IOException e) {
            // The child is gone; what was read is what there is.
            return;
        }
    }

    /// The last line that was not blank, once the stream has ended.
    String await() throws InterruptedException {
        reader.join(PATIENCE_MILLIS);
        return last;
    }
}
