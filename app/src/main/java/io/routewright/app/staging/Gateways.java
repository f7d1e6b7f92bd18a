package io.routewright.app.staging;

import io.routewright.app.store.Snapshot;
import io.routewright.netlink.Family;
import io.routewright.netlink.IpAddress;
import io.routewright.netlink.Link;
import io.routewright.netlink.Nexthop;
import io.routewright.netlink.NexthopObject;
import io.routewright.netlink.RtnetlinkObject;

import java.util.List;
import java.util.Optional;

/// Whether a leg's link and gateway can work.
final class Gateways {
    /// A leg and the object it belongs to.
    record Leg(RtnetlinkObject owner, Family family, Nexthop leg) {}

    private Gateways() {}

    static void check(Leg leg, Check check) {
        link(leg, check);
        leg.leg().gateway().ifPresent(g -> gateway(leg, g, check));
    }

    private static void link(Leg leg, Check check) {
        int ifindex = leg.leg().ifindex();
        if (ifindex == 0) {
            return;
        }
        Optional<Link> link = check.projected().links().byIndex(ifindex);
        if (link.isEmpty()) {
            check.error("interface", leg.owner(), "unknownLink", Integer.toString(ifindex));
        } else if (!link.get().isUp()) {
            check.error("interface", leg.owner(), "linkDown", link.get().name());
        } else if (!link.get().hasCarrier() && check.truth().links().byIndex(ifindex).isPresent()) {
            carrier(leg, link.get(), check);
        }
    }

    private static void carrier(Leg leg, Link link, Check check) {
        boolean wasUp = check.truth().links().byIndex(link.ifindex()).map(Link::isUp).orElse(false);
        if (wasUp && leg.owner() instanceof NexthopObject) {
            check.error("interface", leg.owner(), "noCarrierNexthop", link.name());
        } else if (wasUp) {
            check.warning("interface", leg.owner(), "noCarrier", link.name());
        }
    }

    private static void gateway(Leg leg, IpAddress gateway, Check check) {
        Snapshot after = check.projected();
        int ifindex = leg.leg().ifindex();
        if (leg.family() == Family.INET6 && gateway.family() == Family.INET) {
            check.error("gateway", leg.owner(), "gatewayFamily", gateway.toString());
        } else if (Reach.isOwn(gateway, after)) {
            check.error("gateway", leg.owner(), "gatewayOwn", gateway.toString());
        } else if (gateway.isLinkLocal() && gateway.family() == Family.INET6 && ifindex == 0) {
            check.error("gateway", leg.owner(), "gatewayNeedsLink", gateway.toString());
        } else if (!leg.leg().isOnLink() && !Reach.reaches(gateway, ifindex, after)) {
            unreachable(leg, gateway, check);
        }
    }

    private static void unreachable(Leg leg, IpAddress gateway, Check check) {
        Snapshot after = check.projected();
        int ifindex = leg.leg().ifindex();
        List<Integer> others = Reach.linksTo(gateway, after);
        if (ifindex == 0) {
            check.error("gateway", leg.owner(), "gatewayNowhere", gateway.toString());
        } else if (others.isEmpty()) {
            String link = after.links().nameOf(ifindex);
            check.error("gateway", leg.owner(), "gatewayUnreachable", gateway.toString(), link);
        } else {
            String link = after.links().nameOf(ifindex);
            String other = after.links().nameOf(others.getFirst());
            check.error(
                    "gateway", leg.owner(), "gatewayElsewhere", gateway.toString(), link, other);
        }
    }
}
