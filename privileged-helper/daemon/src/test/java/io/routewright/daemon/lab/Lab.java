package io.routewright.daemon.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// A network namespace of its own, with two uplinks eth0 (10.0.0.2/24, fd00:0::2/64) and eth1 (10.0.1.2/24,
/// fd00:1::2/64) whose far ends, .1, live in a second namespace; and a helper in it. Gone with `close`.
public final class Lab implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private static final String UPLINKS =
            """
            link set lo up
            link add eth0 type veth peer name p0 netns FAR
            link add eth1 type veth peer name p1 netns FAR
            link set eth0 up
            link set eth1 up
            addr add 10.0.0.2/24 dev eth0
            addr add 10.0.1.2/24 dev eth1
            addr add fd00:0::2/64 dev eth0 nodad
            addr add fd00:1::2/64 dev eth1 nodad
            """;
    private static final String FAR_ENDS =
            """
            link set p0 up
            link set p1 up
            addr add 10.0.0.1/24 dev p0
            addr add 10.0.1.1/24 dev p1
            addr add fd00:0::1/64 dev p0 nodad
            addr add fd00:1::1/64 dev p1 nodad
            """;

    private final String name;
    private final Path folder;
    private final Process helper;

    private Lab(String name, Path folder, Process helper) {
        this.name = name;
        this.folder = folder;
        this.helper = helper;
    }

    /// Builds one and waits until its helper answers.
    public static Lab open(String... helperOptions) {
        try {
            String name = "rwd" + ProcessHandle.current().pid() + "x" + COUNT.incrementAndGet();
            Path folder = Files.createTempDirectory("rwd");
            run("ip", "netns", "add", name);
            run("ip", "netns", "add", name + "p");
            noDuplicateDetection(name);
            noDuplicateDetection(name + "p");
            batch(name, UPLINKS.replace("FAR", name + "p"));
            batch(name + "p", FAR_ENDS);
            return new Lab(name, folder, start(name, folder, helperOptions));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Addresses are usable at once, so that two looks at the state differ in nothing but what a test did.
    private static void noDuplicateDetection(String namespace) {
        String file = "/proc/sys/net/ipv6/conf/default/accept_dad";
        run("ip", "netns", "exec", namespace, "sh", "-c", "echo 0 > " + file);
    }

    private static void batch(String namespace, String commands) throws IOException {
        Path file = Files.writeString(Files.createTempFile("rwd", ".batch"), commands);
        run("ip", "-n", namespace, "-batch", file.toString());
        Files.delete(file);
    }

    private static Process start(String name, Path folder, String... options) throws IOException {
        Path names = Files.createDirectories(folder.resolve("iproute2"));
        List<String> words = new ArrayList<>(List.of("ip", "netns", "exec", name));
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-ea"));
        words.addAll(
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path")));
        words.addAll(
                List.of("io.routewright.daemon.Main", "--socket", folder.resolve("s").toString()));
        words.addAll(List.of("--iproute2-dir", names.toString()));
        words.addAll(List.of(options));
        Process helper =
                new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String first = helper.inputReader(StandardCharsets.UTF_8).readLine();
        if (first == null || !first.startsWith("listening on ")) {
            throw new IOException("the helper did not start: " + first);
        }
        return helper;
    }

    /// Where the helper listens.
    public Path socket() {
        return folder.resolve("s");
    }

    /// The folder of the table name files.
    public Path names() {
        return folder.resolve("iproute2");
    }

    /// The namespace of the far ends.
    public String far() {
        return name + "p";
    }

    public String namespace() {
        return name;
    }

    public Process helper() {
        return helper;
    }

    /// Runs `ip` with these words (split at blanks) in the namespace.
    public String ip(String words) {
        List<String> all = new ArrayList<>(List.of("ip", "-n", name));
        all.addAll(List.of(words.split(" ")));
        return run(all.toArray(String[]::new));
    }

    /// The whole routing state as `ip` shows it, without what changes by itself.
    public String state() {
        StringBuilder all = new StringBuilder();
        for (String what :
                new String[] {
                    "-d -4 route show table all",
                    "-d -6 route show table all",
                    "-4 rule",
                    "-6 rule",
                    "nexthop",
                    "-o addr",
                    "-o link"
                }) {
            all.append(ip("-N " + what)).append("--\n");
        }
        return all.toString()
                .replaceAll("valid_lft \\S+ preferred_lft \\S+", "")
                .replaceAll(" tentative ", " ");
    }

    /// Fails with the lines that differ when the state is not `before`. The order of IPv6 addresses does not count.
    public void assertState(String before) {
        List<String> missing = new ArrayList<>(before.lines().toList());
        List<String> added = new ArrayList<>(state().lines().toList());
        boolean isSame = ordered(missing).equals(ordered(added));
        for (String line : List.copyOf(missing)) {
            if (added.remove(line)) {
                missing.remove(line);
            }
        }
        if (!isSame || !missing.isEmpty() || !added.isEmpty()) {
            throw new AssertionError("gone: " + missing + "\nnew: " + added + "\nnow:\n" + state());
        }
    }

    private static List<String> ordered(List<String> lines) {
        return lines.stream().filter(line -> !line.matches("\\d+: \\S+ +inet6 .*")).toList();
    }

    /// Runs a command to its end and returns what it printed.
    public static String run(String... words) {
        try {
            Process p = new ProcessBuilder(words).redirectErrorStream(true).start();
            String text = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (p.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", words) + ": " + text);
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        helper.destroy();
        try {
            helper.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        run("ip", "netns", "del", name);
        run("ip", "netns", "del", name + "p");
    }
}
