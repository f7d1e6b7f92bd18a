package io.routewright.daemon.plan;

import io.routewright.netlink.Address;
import io.routewright.netlink.Family;
import io.routewright.netlink.Link;
import io.routewright.netlink.NexthopObject;
import io.routewright.netlink.Prefix;
import io.routewright.netlink.Route;
import io.routewright.netlink.RtnetlinkObject;
import io.routewright.netlink.Rule;

/// A place in the kernel's state. It holds a list of objects whose order matters, or one, or none; a change set
/// turns the list that is there into the list that shall be.
public sealed interface Spot {
    record OfLink(int ifindex) implements Spot {}

    /// The addresses of one family on one link. Order matters in IPv4: the first of a subnet is its primary.
    record OfAddresses(int ifindex, Family family) implements Spot {}

    record OfNexthop(long id) implements Spot {}

    /// The rules of one priority, which the kernel keeps in the order they came.
    record OfRules(Family family, long priority) implements Spot {}

    /// The routes of one destination in one table, by metric, then in the order they stand. All metrics together,
    /// since a delete request with metric 0 reaches them all.
    record OfRoutes(long tableId, Prefix destination, Prefix source, int tos) implements Spot {}

    record OfName(long tableId) implements Spot {}

    record OfSysctl(String key) implements Spot {}

    /// Where the object stands.
    ///
    /// @throws IllegalArgumentException a kind that is not changed here
    static Spot of(RtnetlinkObject object) {
        return switch (object) {
            case Link l -> new OfLink(l.ifindex());
            case Address a -> new OfAddresses(a.ifindex(), a.family());
            case NexthopObject n -> new OfNexthop(n.id());
            case Rule r -> new OfRules(r.family(), r.priority());
            case Route r -> new OfRoutes(r.tableId(), r.destination(), r.source(), r.tos());
            default -> throw new IllegalArgumentException("no spot for " + object.newType());
        };
    }
}
