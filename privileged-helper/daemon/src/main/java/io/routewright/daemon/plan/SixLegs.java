package io.routewright.daemon.plan;

import io.routewright.netlink.Canonical;
import io.routewright.netlink.Family;
import io.routewright.netlink.Nexthop;
import io.routewright.netlink.Route;
import io.routewright.netlink.RtnetlinkObject;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// IPv6 keeps one route per key: what `ip -6 route append` adds becomes legs of the route that is there.
final class SixLegs {
    private SixLegs() {}

    /// The standing route with the legs of `added` behind its own; empty when there is no such route, or either has
    /// a leg without a gateway.
    static Optional<Route> merged(List<RtnetlinkObject> standing, Route added) {
        if (added.family() != Family.INET6 || !hasGateways(added)) {
            return Optional.empty();
        }
        for (RtnetlinkObject o : standing) {
            if (o instanceof Route r
                    && Canonical.key(r).equals(Canonical.key(added))
                    && hasGateways(r)) {
                List<Nexthop> legs = new ArrayList<>(r.nexthops());
                legs.addAll(added.nexthops());
                return Optional.of(r.withNexthops(legs));
            }
        }
        return Optional.empty();
    }

    private static boolean hasGateways(Route r) {
        return r.nexthopId() == 0
                && !r.nexthops().isEmpty()
                && r.nexthops().stream().allMatch(leg -> leg.gateway().isPresent());
    }
}
