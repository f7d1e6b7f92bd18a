package io.routewright.app.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.URISyntaxException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A real helper: its own JVM, started inside a lab's namespace, listening on a socket of its own.
///
/// Gone with `close`, at the latest with this JVM.
public final class Helper implements AutoCloseable {
    private final Lab lab;
    private final Path folder;
    private Process process;

    private Helper(Lab lab, Path folder) {
        this.lab = lab;
        this.folder = folder;
        this.process = launch();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /// Starts one and returns when it accepts connections.
    public static Helper start(Lab lab) {
        try {
            Helper helper = new Helper(lab, Files.createTempDirectory("rwhelper"));
            helper.await();
            return helper;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where it listens.
    public Path socket() {
        return folder.resolve("helper.sock");
    }

    /// The site's name for the app: `unix:PATH`.
    public String site() {
        return "unix:" + socket();
    }

    /// Process id of its JVM.
    public long pid() {
        return process.pid();
    }

    /// What it has written to its standard error and output so far.
    public String log() {
        try {
            return Files.exists(logFile()) ? Files.readString(logFile()) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path logFile() {
        return folder.resolve("helper.log");
    }

    private Process launch() {
        List<String> words = new ArrayList<>(List.of("ip", "netns", "exec", lab.namespace()));
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(
                List.of(
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED"));
        words.addAll(List.of("-cp", classPath(), "io.routewright.daemon.Main"));
        words.addAll(List.of("--socket", socket().toString()));
        try {
            return new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Only what the installed helper has on its class path.
    private static String classPath() {
        return Stream.of(
                        "io.routewright.daemon.Main",
                        "io.routewright.protocol.Message",
                        "io.routewright.netlink.Family",
                        "com.sun.jna.Native",
                        "org.jspecify.annotations.NullMarked")
                .map(Helper::place)
                .distinct()
                .collect(Collectors.joining(":"));
    }

    private static String place(String className) {
        try {
            Class<?> type = Class.forName(className, false, Helper.class.getClassLoader());
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                    .toString();
        } catch (ClassNotFoundException | URISyntaxException e) {
            throw new AssertionError("not on the class path of the tests: " + className, e);
        }
    }

    private void await() {
        Until.holds("the helper accepts connections; it said: " + log(), this::accepts);
    }

    private boolean accepts() {
        if (!process.isAlive()) {
            throw new AssertionError("helper ended with " + process.exitValue() + ":\n" + log());
        }
        if (!Files.exists(socket())) {
            return false;
        }
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return channel.connect(UnixDomainSocketAddress.of(socket()));
        } catch (IOException e) {
            return false; // the file is there before the helper listens, or is left from a killed
            // one
        }
    }

    /// Ends it as a crash would: SIGKILL, nothing cleaned up.
    public void kill() {
        end(process.destroyForcibly());
    }

    /// Starts it again at the same place and returns when it accepts connections.
    public void restart() {
        if (process.isAlive()) {
            kill();
        }
        process = launch();
        await();
    }

    private static void end(Process process) {
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                throw new AssertionError("does not end: " + process.pid());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
        }
        Namespaces.delete(folder);
    }
}
