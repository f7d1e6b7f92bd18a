package io.routewright.app.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// Network namespaces made by this JVM; those still there when it ends are removed then.
///
/// Each has its own `/etc/iproute2` (ip-netns(8) binds `/etc/netns/NAME` over `/etc`), so that names of tables made in
/// a test are seen only inside it.
final class Namespaces {
    private static final AtomicInteger COUNT = new AtomicInteger();

    /// Duplicate address detection takes a second or two per link and tests nothing of ours.
    private static final String CREATE =
            """
            ip netns add "$1"
            ip netns exec "$1" sh -ec 'ip link set lo up
              for i in all default lo; do echo 0 > /proc/sys/net/ipv6/conf/$i/accept_dad; done'
            """;

    private static final Set<String> ALIVE = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> List.copyOf(ALIVE).forEach(Namespaces::remove)));
    }

    private Namespaces() {}

    /// A new one with `lo` up; its name starts with the given word.
    static String create(String word) {
        String name = word + "-" + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet();
        ALIVE.add(name);
        Command made = Command.run(List.of("sh", "-ec", CREATE, "sh", name));
        if (made.status() != 0) {
            throw new AssertionError(
                    "a lab needs root and iproute2, to make network namespaces: " + made.err());
        }
        names(name);
        return name;
    }

    private static void names(String name) {
        Path own = etc(name).resolve("iproute2");
        try {
            Files.createDirectories(own.resolve("rt_tables.d"));
            Path host = Path.of("/etc/iproute2");
            try (Stream<Path> files = Files.exists(host) ? Files.list(host) : Stream.empty()) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, own.resolve(file.getFileName()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path etc(String name) {
        return Path.of("/etc/netns", name);
    }

    static void remove(String name) {
        if (ALIVE.remove(name)) {
            Command.run(List.of("ip", "netns", "del", name));
            delete(etc(name));
        }
    }

    /// Removes a folder and what is in it.
    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
