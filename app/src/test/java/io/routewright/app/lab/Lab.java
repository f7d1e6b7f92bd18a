package io.routewright.app.lab;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A small real network: one network namespace to be managed, joined by veth pairs to far ends that answer.
///
/// Needs root. Gone with `close`, at the latest with the JVM.
///
/// ```
///   far "isp1"  p0 ------- eth0 +---------+ eth1 ------- p1  far "isp2"
///                               | managed |
/// ```
public final class Lab implements AutoCloseable {
    private final String namespace;
    private final Map<String, String> far = new LinkedHashMap<>();

    /// Lines for `ip -batch`, by namespace, not yet run: starting a process is slow in User-Mode Linux.
    private final Map<String, List<String>> pending = new LinkedHashMap<>();

    private Lab() {
        namespace = Namespaces.create("rwlab");
    }

    /// A namespace with `lo` only.
    public static Lab bare() {
        return new Lab();
    }

    /// eth0 10.0.0.2/24 and eth1 10.0.1.2/24, each with fd00:N::2/64; one far side has .1 of each, and 8.8.8.8.
    public static Lab two() {
        return two("10.0.", 2);
    }

    /// Like `two`, with the addresses PREFIX0.HOST/24 and PREFIX1.HOST/24 (and fd00:N::HOST/64).
    public static Lab two(String prefix, int host) {
        Lab lab = new Lab();
        for (int i = 0; i < 2; i++) {
            String v4 = prefix + i + ".";
            String v6 = "fd00:" + i + "::";
            lab.join("eth" + i, "isp", "p" + i);
            lab.address("eth" + i, v4 + host + "/24", v6 + host + "/64");
            lab.farAddress("isp", "p" + i, v4 + "1/24", v6 + "1/64");
        }
        lab.farAddress("isp", "lo", "8.8.8.8/32");
        lab.settle();
        return lab;
    }

    /// The host of the classic tutorial on policy routing: eth0 192.168.1.100/24 to a first provider 192.168.1.1,
    /// which is the default route and has an admin 203.0.113.50 behind it; eth1 10.10.10.2/24 to a second one
    /// 10.10.10.1; lan 172.31.0.1/24 with a host 172.31.0.9. IPv6: fd00:1::2, fd00:2::2 and fd00:3::1.
    public static Lab policy() {
        Lab lab = new Lab();
        lab.join("eth0", "isp1", "eth0");
        lab.join("eth1", "isp2", "eth1");
        lab.join("lan", "isp2", "lan");
        lab.address("eth0", "192.168.1.100/24", "fd00:1::2/64");
        lab.address("eth1", "10.10.10.2/24", "fd00:2::2/64");
        lab.address("lan", "172.31.0.1/24", "fd00:3::1/64");
        lab.farAddress("isp1", "eth0", "192.168.1.1/24", "fd00:1::1/64");
        lab.farAddress("isp1", "lo", "203.0.113.50/32");
        lab.farAddress("isp2", "eth1", "10.10.10.1/24", "fd00:2::1/64");
        lab.farAddress("isp2", "lan", "172.31.0.9/24", "fd00:3::9/64");
        lab.later(lab.namespace, "route add default via 192.168.1.1");
        lab.settle();
        return lab;
    }

    /// A further link: `name` here, `farName` at the far end of that word (made when it is new), both up.
    public void join(String name, String farEnd, String farName) {
        String other = far.computeIfAbsent(farEnd, word -> Namespaces.create("rwfar"));
        later(
                namespace,
                "link add dev " + name + " type veth peer name " + farName + " netns " + other);
        later(namespace, "link set dev " + name + " up");
        later(other, "link set dev " + farName + " up");
    }

    /// Puts addresses on one of this side's links.
    public void address(String link, String... addresses) {
        for (String address : addresses) {
            later(namespace, "addr add " + address + " dev " + link);
        }
    }

    /// Puts addresses on a link of that far end.
    public void farAddress(String farEnd, String link, String... addresses) {
        for (String address : addresses) {
            later(name(farEnd), "addr add " + address + " dev " + link);
        }
    }

    private void later(String where, String line) {
        pending.computeIfAbsent(where, key -> new ArrayList<>()).add(line);
    }

    private void runPending() {
        Map<String, List<String>> batches = new LinkedHashMap<>(pending);
        pending.clear();
        batches.forEach((where, lines) ->
                Command.run(
                                List.of("ip", "-n", where, "-batch", "-"),
                                (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8))
                        .succeeded());
    }

    /// Waits until every link that is up has its carrier and no address is being probed any more.
    public void settle() {
        runPending();
        Until.value(
                "links have their carrier and addresses are no longer tentative",
                () -> ip("-o link show up") + ip("-o addr show tentative"),
                text -> !text.contains("NO-CARRIER") && !text.contains("tentative"));
    }

    /// Name of the managed network namespace.
    public String namespace() {
        return namespace;
    }

    /// Runs `ip WORDS` in the managed namespace and returns what it printed; fails when it does.
    public String ip(String words) {
        return tryIp(words).succeeded().out();
    }

    /// Runs `ip WORDS` in the managed namespace, whatever comes of it.
    public Command tryIp(String words) {
        runPending();
        return Command.run(inside("ip " + words));
    }

    /// The objects that `ip -j WORDS` prints in the managed namespace.
    public List<Map<String, Object>> json(String words) {
        return Json.objects(ip("-j " + words));
    }

    /// The messages that `ip rule save` or `ip route save …` writes in the managed namespace.
    public List<RawMessage> saved(String words) {
        return RawMessage.all(tryIp(words).succeeded().bytes());
    }

    /// Runs any command in the managed namespace and returns what it printed; fails when it does.
    public String run(String words) {
        runPending();
        return Command.run(inside(words)).succeeded().out();
    }

    /// Runs any command at the far end of that name and returns what it printed; fails when it does.
    public String at(String farEnd, String words) {
        runPending();
        return Command.run(inside(name(farEnd), words)).succeeded().out();
    }

    private String name(String farEnd) {
        String name = far.get(farEnd);
        if (name == null) {
            throw new IllegalArgumentException("no far end " + farEnd + " in " + far.keySet());
        }
        return name;
    }

    /// The words to run a command in the managed namespace.
    public List<String> inside(String words) {
        return inside(namespace, words);
    }

    private static List<String> inside(String namespace, String words) {
        List<String> all = new ArrayList<>(List.of("ip", "netns", "exec", namespace));
        all.addAll(List.of(words.trim().split("\\s+")));
        return all;
    }

    /// Everything that routing depends on, as text, for a comparison of before and after: routes of all tables,
    /// rules, nexthop objects and addresses, without life times.
    public String state() {
        return Stream.of(
                        "-4 -d route show table all",
                        "-6 -d route show table all",
                        "-4 -d rule",
                        "-6 -d rule",
                        "-d nexthop",
                        "-o addr")
                .map(this::ip)
                .map(text -> text.replaceAll(" *valid_lft.*", ""))
                .collect(Collectors.joining("--\n"));
    }

    @Override
    public void close() {
        Namespaces.remove(namespace);
        far.values().forEach(Namespaces::remove);
    }
}
