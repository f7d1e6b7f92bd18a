package io.routewright.app.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// One command run to its end, and what came of it.
///
/// @param words the command as it was started
/// @param status its exit status
/// @param bytes its standard output
/// @param err its standard error
public record Command(List<String> words, int status, byte[] bytes, String err) {
    /// No command of a lab takes longer; one that does hangs.
    private static final int LIMIT_SECONDS = 120;

    /// Runs it with nothing to read, whatever its exit status.
    public static Command run(List<String> words) {
        return run(words, new byte[0]);
    }

    /// Runs it with `input` to read, whatever its exit status.
    public static Command run(List<String> words, byte[] input) {
        try {
            Process process = new ProcessBuilder(words).start();
            CompletableFuture<byte[]> out = all(process.getInputStream());
            CompletableFuture<byte[]> err = all(process.getErrorStream());
            try (var in = process.getOutputStream()) {
                in.write(input);
            }
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("still running after " + LIMIT_SECONDS + " s: " + words);
            }
            return new Command(words, process.exitValue(), out.join(), text(err.join()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted: " + words, e);
        }
    }

    private static CompletableFuture<byte[]> all(InputStream stream) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try (stream) {
                        return stream.readAllBytes();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                task -> Thread.ofVirtual().start(task));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /// Standard output as text.
    public String out() {
        return text(bytes);
    }

    /// Itself, after making sure that the exit status was 0.
    public Command succeeded() {
        if (status != 0) {
            throw new AssertionError(
                    String.join(" ", words) + "\nexit status " + status + "\n" + err + out());
        }
        return this;
    }
}
