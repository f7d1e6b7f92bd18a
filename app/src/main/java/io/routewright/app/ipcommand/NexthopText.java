package io.routewright.app.ipcommand;

import io.routewright.netlink.Family;
import io.routewright.netlink.NexthopH;
import io.routewright.netlink.NexthopObject;

import java.util.Optional;
import java.util.stream.Collectors;

/// Nexthop objects as `ip nexthop` commands.
final class NexthopText {
    private static final int USER_HZ = 100;

    private NexthopText() {}

    static String command(String verb, NexthopObject n, Naming names) {
        boolean isSix = n.family().equals(Optional.of(Family.INET6));
        Line out = Line.of(isSix ? "ip -6 nexthop" : "ip nexthop").add(verb);
        out.add("id", Long.toString(n.id()));
        if (n.isGroup()) {
            group(out, n);
        } else {
            out.addIf(n.isBlackhole(), "blackhole");
            n.gateway().ifPresent(g -> out.add("via", g.toString()));
            out.addIf(n.ifindex() != 0, "dev", names.link(n.ifindex()));
            out.addIf(n.isOnLink(), "onlink");
        }
        out.addIf(n.isFdb(), "fdb");
        out.addIf(n.protocol() != 0, "protocol", names.protocol(n.protocol()));
        if (n.attributes().has(NexthopH.NHA_ENCAP)) {
            return out + " # encap " + n.attributes().find(NexthopH.NHA_ENCAP).orElseThrow();
        }
        return out.toString();
    }

    static String deletion(NexthopObject n) {
        return "ip nexthop del id " + n.id();
    }

    private static void group(Line out, NexthopObject n) {
        out.add(
                "group",
                n.members().stream()
                        .map(m -> m.weight() == 1 ? m.id() + "" : m.id() + "," + m.weight())
                        .collect(Collectors.joining("/")));
        n.resilience().ifPresent(r -> resilience(out, r));
    }

    /// What is 0 was left to the kernel.
    private static void resilience(Line out, NexthopObject.Resilience r) {
        out.add("type", "resilient")
                .addIf(r.buckets() != 0, "buckets", Integer.toString(r.buckets()))
                .addIf(r.idleTimer() != 0, "idle_timer", seconds(r.idleTimer()))
                .addIf(r.unbalancedTimer() != 0, "unbalanced_timer", seconds(r.unbalancedTimer()));
    }

    private static String seconds(long ticks) {
        return Long.toString(ticks / USER_HZ);
    }
}
