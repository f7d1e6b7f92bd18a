package io.routewright.daemon.plan;

import io.routewright.netlink.Attribute;
import io.routewright.netlink.Attributes;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.Family;
import io.routewright.netlink.Nexthop;
import io.routewright.netlink.Route;
import io.routewright.netlink.RouteType;
import io.routewright.netlink.Rtnetlink;
import io.routewright.protocol.Limits;

import java.util.List;
import java.util.Optional;

/// What a route may hold (linux/rtnetlink.h; ranges as in net/ipv4/metrics.c and fib_frontend.c).
final class RouteChecks {
    private static final int ECN = 0x03;

    private static final Fields METRICS = metrics();

    private RouteChecks() {}

    private static Fields metrics() {
        Fields all = new Fields();
        String[] names = {
            "lock",
            "mtu",
            "window",
            "rtt",
            "rttvar",
            "ssthresh",
            "cwnd",
            "advmss",
            "reordering",
            "hoplimit",
            "initcwnd",
            "features",
            "rto_min",
            "initrwnd",
            "quickack",
            "congctl",
            "fastopen_no_cookie"
        };
        for (int i = 0; i < names.length; i++) {
            all.add(i + 1, names[i], Check.u32());
        }
        return all.add(Rtnetlink.RTAX_MTU, "mtu", Check.u32(0, 65520))
                .add(Rtnetlink.RTAX_ADVMSS, "advmss", Check.u32(0, 65495))
                .add(Rtnetlink.RTAX_HOPLIMIT, "hoplimit", Check.u32(0, 255))
                .add(Rtnetlink.RTAX_CC_ALGO, "congctl", Check.text(15));
    }

    static Fields fields(Family family) {
        Fields all =
                new Fields()
                        .add(Rtnetlink.RTA_DST, "destination", Check.address(family))
                        .add(Rtnetlink.RTA_OIF, "dev", Check.u32(0, Integer.MAX_VALUE))
                        .add(Rtnetlink.RTA_GATEWAY, "via", Check.address(family))
                        .add(Rtnetlink.RTA_PRIORITY, "metric", Check.u32())
                        .add(Rtnetlink.RTA_PREFSRC, "src", Check.address(family))
                        .add(Rtnetlink.RTA_METRICS, "metrics", v -> nest(v, METRICS))
                        .add(Rtnetlink.RTA_MULTIPATH, "nexthops", v -> Optional.empty())
                        .add(Rtnetlink.RTA_TABLE, "table", Check.u32(1, 0xffff_ffffL))
                        .add(Rtnetlink.RTA_CACHEINFO, "cacheinfo", v -> Optional.empty())
                        .add(Rtnetlink.RTA_NH_ID, "nhid", Check.u32(1, 0xffff_ffffL));
        return family == Family.INET
                ? all.add(Rtnetlink.RTA_VIA, "via", RouteChecks::via)
                        .add(Rtnetlink.RTA_FLOW, "realms", Check.u32())
                : all.add(Rtnetlink.RTA_SRC, "from", Check.address(family))
                        .add(Rtnetlink.RTA_PREF, "pref", Check.u8(0, 3))
                        .add(Rtnetlink.RTA_EXPIRES, "expires", Check.u32(1, Integer.MAX_VALUE));
    }

    private static Optional<String> via(Bytes value) {
        boolean isSix = value.length() == 18 && value.u16At(0) == Family.INET6.number();
        return isSix ? Optional.empty() : Optional.of("must be an IPv6 address");
    }

    private static Optional<String> nest(Bytes value, Fields inner) {
        Attributes parsed = Attributes.parseLenient(value);
        if (parsed.isEmpty() && value.length() > 0) {
            return Optional.of("cannot be read");
        }
        Optional<Attribute> strange =
                parsed.list().stream().filter(a -> !inner.knows(a.kind())).findFirst();
        return strange.map(a -> "hold number " + a.kind()).or(() -> inner.objection(parsed));
    }

    static Optional<String> objection(Route r) {
        Optional<String> wrong = fields(r.family()).objection(r.attributes());
        return wrong.or(() -> header(r)).or(() -> legs(r));
    }

    private static Optional<String> header(Route r) {
        if (r.destination().hasHostBits() || r.source().hasHostBits()) {
            return Optional.of("the destination has bits behind its prefix length");
        }
        if (r.header().destinationLength() > 0 && !r.attributes().has(Rtnetlink.RTA_DST)) {
            return Optional.of("a prefix length without a destination");
        }
        if (r.tableId() == 0) {
            return Optional.of("table 0 is no table");
        }
        boolean isKnown = r.header().type() >= 1 && r.header().type() <= RouteType.THROW.number();
        return isKnown ? ofFamily(r) : Optional.of("route type " + r.header().type());
    }

    private static Optional<String> ofFamily(Route r) {
        boolean isSix = r.family() == Family.INET6;
        if ((r.tos() & ECN) != 0 || (isSix && r.tos() != 0)) {
            return Optional.of("TOS " + r.tos() + " cannot match");
        }
        boolean hasSource = r.header().sourceLength() != 0;
        return hasSource && !isSix
                ? Optional.of("IPv4 routes have no source prefix")
                : Optional.empty();
    }

    private static Optional<String> legs(Route r) {
        if (r.nexthopId() != 0) {
            return Optional.empty();
        }
        List<Nexthop> legs = r.nexthops();
        boolean isLoopback =
                r.family() == Family.INET6 && r.gateway().isEmpty() && !r.isMultipath();
        if (r.type().isReject() && !legs.isEmpty() && !isLoopback) {
            return Optional.of("a " + r.type().word() + " route has no nexthop");
        }
        if (legs.size() > Limits.NEXTHOPS) {
            return Optional.of(legs.size() + " nexthops; at most " + Limits.NEXTHOPS);
        }
        return r.isMultipath() ? multipath(r, legs) : Optional.empty();
    }

    private static Optional<String> multipath(Route r, List<Nexthop> legs) {
        if (!isWhole(r, legs)) {
            return Optional.of("the list of nexthops cannot be read");
        }
        for (Nexthop leg : legs) {
            Optional<String> wrong = legFields(r.family()).objection(leg.attributes());
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return Optional.empty();
    }

    private static boolean isWhole(Route r, List<Nexthop> legs) {
        int bytes = legs.stream().mapToInt(leg -> 8 + leg.attributes().encode().length()).sum();
        return !legs.isEmpty()
                && bytes
                        == r.attributes()
                                .find(Rtnetlink.RTA_MULTIPATH)
                                .orElse(Bytes.EMPTY)
                                .length();
    }

    private static Fields legFields(Family family) {
        Fields all = new Fields().add(Rtnetlink.RTA_GATEWAY, "via", Check.address(family));
        return family == Family.INET
                ? all.add(Rtnetlink.RTA_VIA, "via", RouteChecks::via)
                        .add(Rtnetlink.RTA_FLOW, "realms", Check.u32())
                : all;
    }

    /// Attributes of `after` that are neither known nor those of `present`; a leg may keep what any present leg has.
    static Optional<String> unknown(Route after, Optional<Route> present) {
        Attributes there = present.map(Route::attributes).orElse(Attributes.NONE);
        Optional<String> strange = fields(after.family()).unknown(after.attributes(), there);
        if (strange.isPresent() || !after.isMultipath()) {
            return strange;
        }
        List<Nexthop> standing = present.map(Route::nexthops).orElse(List.of());
        for (Nexthop leg : after.nexthops()) {
            Optional<String> inLeg = unknownInLeg(after.family(), leg, standing);
            if (inLeg.isPresent()) {
                return inLeg;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> unknownInLeg(
            Family family, Nexthop leg, List<Nexthop> standing) {
        Optional<String> strange = legFields(family).unknown(leg.attributes(), Attributes.NONE);
        boolean isStanding =
                standing.stream()
                        .anyMatch(s ->
                                legFields(family)
                                        .unknown(leg.attributes(), s.attributes())
                                        .isEmpty());
        return isStanding ? Optional.empty() : strange;
    }
}
