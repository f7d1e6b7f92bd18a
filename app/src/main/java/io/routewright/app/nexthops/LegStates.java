package io.routewright.app.nexthops;

import io.routewright.app.store.Snapshot;
import io.routewright.netlink.Family;
import io.routewright.netlink.IpAddress;
import io.routewright.netlink.Link;
import io.routewright.netlink.Nexthop;
import io.routewright.netlink.NexthopObject;

import java.util.Map;
import java.util.Optional;

/// Judges legs: link, neighbour, and what the failover settings make of them.
final class LegStates {
    private final Snapshot snapshot;
    private final Neighbours neighbours;

    LegStates(Snapshot snapshot) {
        this.snapshot = snapshot;
        neighbours = new Neighbours(snapshot);
    }

    /// A leg of a multipath route. The kernel's flags count for as far as the link bears them out.
    LegState of(Nexthop leg, Family family) {
        Optional<Link> link = snapshot.links().byIndex(leg.ifindex());
        boolean isDown = link.map(l -> !l.isUp()).orElse(leg.isDead());
        boolean isLinkDown =
                !isDown && (leg.isLinkDown() || link.map(l -> !l.hasCarrier()).orElse(false));
        NeighbourState neighbour = neighbours.of(leg.ifindex(), leg.gateway());
        boolean isFailed = !isDown && !isLinkDown && neighbour == NeighbourState.FAILED;
        boolean isBroken = isLinkDown || (isFailed && family == Family.INET);
        boolean isLeftOut = isBroken && isLeftOut(isLinkDown, family, name(link));
        boolean isDead = isDown || isLeftOut || (leg.isDead() && !isLinkDown);
        return new LegState(isDead, isLinkDown, false, neighbour, isBroken && !isDead);
    }

    /// Whether the settings make the kernel skip a broken leg.
    private boolean isLeftOut(boolean isLinkDown, Family family, String link) {
        return isLinkDown
                ? Failover.ignoresLinkDown(snapshot, family, link)
                : isOn(Failover.USE_NEIGHBOUR);
    }

    /// A single nexthop object. Groups always check the neighbour; a member whose link goes down is gone.
    LegState of(NexthopObject single) {
        Optional<Link> link = snapshot.links().byIndex(single.ifindex());
        NeighbourState neighbour = neighbours.of(single.ifindex(), gateway(single));
        boolean isDown = !single.isBlackhole() && link.map(l -> !l.isUp()).orElse(true);
        boolean isLinkDown = !isDown && link.map(l -> !l.hasCarrier()).orElse(false);
        boolean isDead = isDown || neighbour == NeighbourState.FAILED;
        return new LegState(isDead, isLinkDown, single.isBlackhole(), neighbour, false);
    }

    static Optional<IpAddress> gateway(NexthopObject single) {
        return single.gateway().filter(g -> !g.isAny());
    }

    private boolean isOn(String key) {
        Map<String, String> all = snapshot.sysctls();
        return !all.getOrDefault(key, "0").equals("0");
    }

    private static String name(Optional<Link> link) {
        return link.map(Link::name).orElse("");
    }
}
