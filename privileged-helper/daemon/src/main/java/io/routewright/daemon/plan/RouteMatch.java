package io.routewright.daemon.plan;

import io.routewright.netlink.Attributes;
import io.routewright.netlink.Nexthop;
import io.routewright.netlink.Route;
import io.routewright.netlink.Rtnetlink;

import java.util.List;

/// Which IPv4 route a delete request hits, as the kernel finds it (net/ipv4/fib_trie.c, fib_table_delete;
/// fib_semantics.c, fib_nh_match): the first of the table, prefix and TOS for which everything the request says
/// holds. Type, origin, preferred source, metric and legs that are 0 or absent match anything.
final class RouteMatch {
    private RouteMatch() {}

    /// Whether a request that names `wanted` in full would take `standing`, both of one table, prefix and TOS.
    static boolean hits(Route wanted, Route standing) {
        boolean isOnObject = wanted.nexthopId() != 0;
        return (isOnObject || wanted.header().type() == standing.header().type())
                && hitsScope(wanted, standing)
                && (wanted.preferredSource().isEmpty()
                        || wanted.preferredSource().equals(standing.preferredSource()))
                && agrees(wanted.protocol(), standing.protocol())
                && agrees(wanted.metric(), standing.metric())
                && hitsLegs(wanted, standing)
                && hitsMetrics(wanted.metrics(), standing.metrics());
    }

    private static boolean agrees(long wanted, long standing) {
        return wanted == 0 || wanted == standing;
    }

    private static boolean hitsScope(Route wanted, Route standing) {
        return wanted.scope() == Rtnetlink.RT_SCOPE_NOWHERE || wanted.scope() == standing.scope();
    }

    private static boolean hitsLegs(Route wanted, Route standing) {
        if (wanted.nexthopId() != 0 || standing.nexthopId() != 0) {
            return wanted.nexthops().isEmpty() || wanted.nexthopId() == standing.nexthopId();
        }
        List<Nexthop> asked = wanted.nexthops();
        List<Nexthop> there = standing.nexthops();
        if (asked.isEmpty()) {
            return true;
        }
        if (!wanted.isMultipath()) {
            return !there.isEmpty() && hitsLeg(asked.getFirst(), there.getFirst());
        }
        if (asked.size() != there.size()) {
            return false;
        }
        for (int i = 0; i < asked.size(); i++) {
            if (!hitsLeg(asked.get(i), there.get(i)) || !hitsWeight(asked.get(i), there.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean hitsLeg(Nexthop asked, Nexthop there) {
        return agrees(asked.ifindex(), there.ifindex())
                && (asked.gateway().isEmpty() || asked.gateway().equals(there.gateway()));
    }

    /// The wire's 0 stands for weight 1 and for "any".
    private static boolean hitsWeight(Nexthop asked, Nexthop there) {
        return asked.weight() == 1 || asked.weight() == there.weight();
    }

    private static boolean hitsMetrics(Attributes wanted, Attributes standing) {
        return wanted.list().stream()
                .allMatch(a -> standing.find(a.kind()).filter(a.value()::equals).isPresent());
    }
}
