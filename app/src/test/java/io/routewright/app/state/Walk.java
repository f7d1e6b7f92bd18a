package io.routewright.app.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A seeded random walk of `ip` commands over everything the store holds. Many of them are refused by the kernel, as in
/// life; what matters is what is there afterwards.
final class Walk {
    private static final List<String> PREFIXES4 =
            List.of(
                    "default",
                    "10.50.0.0/16",
                    "10.50.1.0/24",
                    "10.50.1.7",
                    "172.16.0.0/12",
                    "192.168.77.0/24",
                    "0.0.0.0/1",
                    "203.0.113.0/25");
    private static final List<String> PREFIXES6 =
            List.of(
                    "::/0",
                    "2001:db8:50::/48",
                    "2001:db8:50:1::/64",
                    "2001:db8:50::7",
                    "fd77::/16",
                    "64:ff9b::/96");
    private static final List<String> TABLES =
            List.of("", "", "", "100", "5000", "4294967290", "9");
    private static final List<String> LINKS = List.of("e0", "e1", "e2", "e3", "x3", "br0");
    private static final List<String> REJECTS =
            List.of("blackhole", "unreachable", "prohibit", "throw");

    private final Random random;
    private final boolean hasVrf;
    private final boolean isNewTool;

    /// @param hasVrf whether the kernel has VRF and dummy devices
    /// @param isNewTool whether `ip` knows what came after version 6.1
    Walk(long seed, boolean hasVrf, boolean isNewTool) {
        random = new Random(seed);
        this.hasVrf = hasVrf;
        this.isNewTool = isNewTool;
    }

    /// What the walk starts from.
    List<String> start() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            lines.add(pair(i));
            lines.add("link set e" + i + " up");
            lines.add("link set f" + i + " up");
            lines.add("addr add 10.0." + i + ".2/24 dev e" + i);
            lines.add("addr add fd00:" + i + "::2/64 dev e" + i + " nodad");
        }
        lines.add("link add br0 type bridge");
        if (hasVrf) {
            lines.add("link add vrf0 type vrf table 100");
            lines.add("link set vrf0 up");
        }
        return lines;
    }

    private static String pair(int i) {
        return "link add e" + i + " type veth peer name f" + i;
    }

    /// Some commands for `ip -batch`; none has a family option.
    List<String> step() {
        List<String> lines = new ArrayList<>();
        int count = 1 + random.nextInt(12);
        for (int i = 0; i < count; i++) {
            lines.add(line());
        }
        return lines;
    }

    /// Some commands for `ip -6 -batch`.
    List<String> rules6() {
        List<String> lines = new ArrayList<>();
        int count = 1 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            lines.add(rule(true));
        }
        return lines;
    }

    private String line() {
        int roll = random.nextInt(100);
        if (roll < 30) {
            return route4();
        } else if (roll < 50) {
            return route6();
        } else if (roll < 63) {
            return rule(false);
        } else if (roll < 77) {
            return nexthop();
        } else if (roll < 87) {
            return address();
        }
        return hasVrf && roll < 91 ? vrf() : link();
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private String maybe(int percent, String words) {
        return random.nextInt(100) < percent ? " " + words : "";
    }

    private int upTo(int bound) {
        return random.nextInt(bound);
    }

    private String table() {
        String id = pick(TABLES);
        return id.isEmpty() ? "" : " table " + id;
    }

    private String via4() {
        return "via 10.0." + upTo(4) + "." + (1 + upTo(3));
    }

    private String via6() {
        return "via fd00:" + upTo(4) + "::" + (1 + upTo(3));
    }

    private String route4() {
        String verb =
                pick(List.of("add", "add", "add", "append", "prepend", "replace", "change", "del"));
        String head = "route " + verb + " ";
        String key = pick(PREFIXES4) + table() + maybe(15, "metric " + upTo(3));
        if (verb.equals("del")) {
            return head + key;
        }
        if (random.nextInt(6) == 0) {
            return head + pick(REJECTS) + " " + key;
        }
        return head
                + key
                + maybe(8, "tos 0x10")
                + maybe(20, "proto " + upTo(256))
                + way4()
                + metrics();
    }

    private String way4() {
        return switch (upTo(6)) {
            case 0 -> " dev " + pick(LINKS) + maybe(30, "scope link");
            case 1 -> multipath(via4(), via4(), "weight " + (1 + upTo(256)));
            case 2 -> " nhid " + (1 + upTo(12));
            case 3 -> " via inet6 fe80::" + (1 + upTo(5)) + " dev " + pick(LINKS);
            case 4 -> " via 10.9.9.9 dev " + pick(LINKS) + " onlink";
            default ->
                    " "
                            + via4()
                            + maybe(20, "src 10.0." + upTo(4) + ".2")
                            + maybe(10, "realms 3/4");
        };
    }

    private static String multipath(String first, String second, String weight) {
        return " nexthop " + first + " " + weight + " nexthop " + second;
    }

    private String metrics() {
        return maybe(15, "mtu lock " + (1280 + upTo(200)))
                + maybe(10, "advmss 1300 rtt 100ms rttvar 50ms")
                + maybe(10, "initcwnd 20 hoplimit 60 rto_min 300ms")
                + maybe(5, "features ecn quickack 1 congctl cubic");
    }

    private String route6() {
        String verb = pick(List.of("add", "add", "add", "append", "replace", "change", "del"));
        String head = "route " + verb + " ";
        String key = pick(PREFIXES6) + table() + maybe(15, "metric " + (1 + upTo(3)));
        if (verb.equals("del")) {
            return head + key;
        }
        if (random.nextInt(6) == 0) {
            return head + pick(REJECTS) + " " + key;
        }
        return head + key + way6() + metrics() + maybe(10, "expires 300") + maybe(10, "pref high");
    }

    private String way6() {
        return switch (upTo(5)) {
            case 0 -> " dev " + pick(LINKS);
            case 1 -> multipath(via6(), via6(), "weight " + (1 + upTo(256)));
            case 2 -> " nhid " + (1 + upTo(12));
            case 3 -> " via fe80::" + (1 + upTo(5)) + " dev " + pick(LINKS) + " onlink";
            default -> " " + via6() + maybe(20, "src fd00:" + upTo(4) + "::2");
        };
    }

    private String rule(boolean isInet6) {
        String pref = " pref " + pick(List.of("10", "20", "20", "30", "500", "32765"));
        if (upTo(4) == 0) {
            return "rule del" + pref;
        }
        return "rule add" + pref + maybe(10, "not") + ends(isInet6) + selectors(isInet6) + target();
    }

    private String ends(boolean isInet6) {
        return isInet6
                ? maybe(40, "from 2001:db8:" + upTo(3) + "::/48") + maybe(20, "to fd00::/8")
                : maybe(40, "from 10." + upTo(3) + ".0.0/16") + maybe(20, "to 192.168.1.100");
    }

    private String selectors(boolean isInet6) {
        return maybe(15, "fwmark 0x" + upTo(9) + pick(List.of("", "/0xff")))
                + maybe(20, "iif " + pick(LINKS))
                + maybe(15, "oif " + pick(LINKS))
                + maybe(8, "uidrange 1000-2000")
                + maybe(15, "ipproto " + pick(List.of("tcp", "udp", "17")) + maybe(50, "dport 443"))
                + maybe(8, "sport 1000-2000")
                + maybe(5, "tun_id 7")
                + maybe(8, isNewTool ? "dscp 10" : "tos 0x10")
                + maybe(5, isInet6 || !isNewTool ? "protocol 99" : "dport 0x10/0xf0");
    }

    private String target() {
        return switch (upTo(9)) {
            case 0 -> " goto " + pick(List.of("500", "32766", "40000"));
            case 1 -> " nop";
            case 2 -> " " + pick(List.of("blackhole", "unreachable", "prohibit"));
            case 3 -> " lookup main suppress_prefixlength 0";
            case 4 -> " lookup 100 suppress_ifgroup 5";
            case 5 -> " l3mdev";
            default -> " lookup " + pick(List.of("main", "100", "5000", "9"));
        };
    }

    private String nexthop() {
        String id = "id " + (1 + upTo(9));
        return switch (upTo(10)) {
            case 0 -> "nexthop del id " + (1 + upTo(12));
            case 1 -> "nexthop add " + id + " blackhole";
            case 2 -> "nexthop replace id " + (10 + upTo(3)) + " group " + members();
            case 3 -> "nexthop add id " + (10 + upTo(3)) + " group " + members();
            case 4 ->
                    "nexthop add id 12 group "
                            + members()
                            + " type resilient buckets 32 idle_timer 60";
            case 5, 6 -> "nexthop add " + id + " " + via6() + " dev " + pick(LINKS);
            case 7 -> "nexthop replace " + id + " " + via4() + " dev " + pick(LINKS);
            case 8 -> "nexthop add " + id + " dev " + pick(LINKS) + maybe(30, "protocol 42");
            default ->
                    "nexthop add " + id + " " + via4() + " dev e" + upTo(4) + maybe(20, "onlink");
        };
    }

    private String members() {
        return (1 + upTo(9)) + "," + (1 + upTo(isNewTool ? 2000 : 256)) + "/" + (1 + upTo(9));
    }

    private String address() {
        String dev = " dev " + pick(LINKS);
        return switch (upTo(8)) {
            case 0, 1 -> "addr del 10.0." + upTo(4) + ".2/24" + dev;
            case 2, 3 -> "addr add 10.0." + upTo(4) + ".2/24" + dev;
            case 4 ->
                    "addr add 10.0."
                            + upTo(4)
                            + "."
                            + (2 + upTo(3))
                            + "/24"
                            + dev
                            + maybe(30, "metric 70");
            case 5 ->
                    "addr add fd00:"
                            + upTo(4)
                            + "::"
                            + (2 + upTo(3))
                            + "/64"
                            + dev
                            + maybe(60, "nodad");
            case 6 -> "addr del fd00:" + upTo(4) + "::2/64" + dev;
            default -> "addr add 10.1.0.1 peer 10.1.0.2/32" + dev + maybe(30, "noprefixroute");
        };
    }

    private String link() {
        String name = pick(LINKS);
        return switch (upTo(12)) {
            case 0, 1 -> "link set " + name + " down";
            case 2, 3, 4 -> "link set " + name + " up";
            case 5 -> "link set f" + upTo(4) + " " + pick(List.of("up", "down"));
            case 6 -> "link set " + name + " mtu " + (1300 + 100 * upTo(4));
            case 7 -> "link set " + pick(List.of("e3 name x3", "x3 name e3"));
            case 8 -> "link set " + name + pick(List.of(" master br0", " nomaster"));
            case 9 -> "link set " + name + pick(List.of(" alias uplink", " group 5", " group 0"));
            case 10 -> pick(List.of("link del e2", "link del br0", "link add br0 type bridge"));
            default -> pair(2);
        };
    }

    private String vrf() {
        return switch (upTo(6)) {
            case 0 -> "link set e" + upTo(4) + " nomaster";
            case 1 -> "link add vrf" + upTo(2) + " type vrf table " + pick(List.of("100", "5000"));
            case 2 -> "link set vrf" + upTo(2) + " " + pick(List.of("up", "up", "down"));
            case 3 -> upTo(3) == 0 ? "link del vrf" + upTo(2) : "link set vrf0 up";
            default -> "link set e" + upTo(4) + " master vrf" + upTo(2);
        };
    }
}
