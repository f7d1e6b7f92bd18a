package io.routewright.daemon.sysctl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The routing sysctls of the network namespace the calling thread is in. Closed list: no other key is read or
/// written, and no value but one number.
public final class Sysctls {
    private static final Path ROOT = Path.of("/proc/sys");

    private static final List<String> GLOBAL =
            List.of(
                    "net/ipv4/ip_forward",
                    "net/ipv4/fib_multipath_hash_policy",
                    "net/ipv4/fib_multipath_hash_fields",
                    "net/ipv4/fib_multipath_hash_seed",
                    "net/ipv4/fib_multipath_use_neigh",
                    "net/ipv4/fib_notify_on_flag_change",
                    "net/ipv4/nexthop_compat_mode",
                    "net/ipv4/tcp_l3mdev_accept",
                    "net/ipv4/udp_l3mdev_accept",
                    "net/ipv4/raw_l3mdev_accept",
                    "net/ipv6/fib_multipath_hash_policy",
                    "net/ipv6/fib_multipath_hash_fields",
                    "net/ipv6/fib_notify_on_flag_change",
                    "net/ipv6/route/skip_notify_on_dev_down",
                    "net/vrf/strict_mode");

    private static final List<String> PER_LINK_4 =
            List.of(
                    "forwarding",
                    "rp_filter",
                    "accept_local",
                    "route_localnet",
                    "src_valid_mark",
                    "promote_secondaries",
                    "ignore_routes_with_linkdown");

    private static final List<String> PER_LINK_6 =
            List.of(
                    "forwarding",
                    "keep_addr_on_down",
                    "ignore_routes_with_linkdown",
                    "disable_ipv6");

    private static final Pattern PER_LINK =
            Pattern.compile("net/ipv([46])/conf/([^/]{1,15})/([a-z0-9_]+)");
    private static final Pattern VALUE = Pattern.compile("-?\\d{1,10}|0x[0-9a-f]{1,8}");

    private Sysctls() {}

    /// Whether the key is on the list; the link it names need not exist.
    public static boolean isKnown(String key) {
        Matcher m = PER_LINK.matcher(key);
        if (!m.matches()) {
            return GLOBAL.contains(key);
        }
        boolean isPlain = !m.group(2).equals(".") && !m.group(2).equals("..");
        return isPlain && (m.group(1).equals("4") ? PER_LINK_4 : PER_LINK_6).contains(m.group(3));
    }

    /// Whether the value is one number.
    public static boolean isValue(String value) {
        return VALUE.matcher(value).matches();
    }

    /// The value without its newline; empty for a key that is not there or not on the list.
    public static Optional<String> read(String key) {
        if (!isKnown(key)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(ROOT.resolve(key)).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// @throws IOException the kernel refused; the message is its reason
    public static void write(String key, String value) throws IOException {
        if (!isKnown(key) || !isValue(value)) {
            throw new IOException("not a routing sysctl");
        }
        Files.writeString(ROOT.resolve(key), value + "\n");
    }

    /// Every key of the list that is there, global ones first, then `all` and `default`, then the links.
    public static Map<String, String> readAll() {
        Map<String, String> found = new LinkedHashMap<>();
        for (String key : GLOBAL) {
            read(key).ifPresent(v -> found.put(key, v));
        }
        for (String link : links()) {
            PER_LINK_4.forEach(k -> put(found, "net/ipv4/conf/" + link + "/" + k));
            PER_LINK_6.forEach(k -> put(found, "net/ipv6/conf/" + link + "/" + k));
        }
        return found;
    }

    private static void put(Map<String, String> found, String key) {
        read(key).ifPresent(v -> found.put(key, v));
    }

    private static List<String> links() {
        List<String> names = new ArrayList<>(List.of("all", "default"));
        try (Stream<Path> all = Files.list(ROOT.resolve("net/ipv4/conf"))) {
            all.map(p -> p.getFileName().toString())
                    .filter(n -> !names.contains(n))
                    .sorted()
                    .forEach(names::add);
        } catch (IOException e) {
            return names;
        }
        return names;
    }
}
