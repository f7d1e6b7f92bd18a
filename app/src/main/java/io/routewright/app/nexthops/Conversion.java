package io.routewright.app.nexthops;

import io.routewright.app.store.Snapshot;
import io.routewright.netlink.IpAddress;
import io.routewright.netlink.Nexthop;
import io.routewright.netlink.NexthopObject;
import io.routewright.netlink.NexthopObject.Member;
import io.routewright.netlink.Route;
import io.routewright.netlink.Rtnetlink;
import io.routewright.protocol.Operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A multipath route turned into a route on a group of nexthop objects, and back.
final class Conversion {
    private Conversion() {}

    /// One act: an object for each leg that has none yet, the group, and the route on it.
    ///
    /// @param state the state with everything staged
    static List<Operation> toGroup(Route route, Snapshot state) {
        List<Operation> act = new ArrayList<>();
        List<Member> members = new ArrayList<>();
        long free = Ids.free(state);
        for (Nexthop leg : route.nexthops()) {
            Optional<NexthopObject> present = find(leg, state);
            long id = present.map(NexthopObject::id).orElse(free);
            if (present.isEmpty()) {
                act.add(new Operation.Create(object(free++, leg, route)));
            }
            members.add(new Member(id, leg.weight()));
        }
        act.add(new Operation.Create(NexthopObject.group(free, members)));
        act.add(new Operation.Change(route, route.withNexthopId(free)));
        return act;
    }

    /// Why the route cannot be turned; key of the sentence.
    static Optional<String> refusal(Route route, Snapshot state) {
        boolean hasMore =
                route.nexthops().stream()
                        .anyMatch(l ->
                                l.attributes().list().size() > (l.gateway().isEmpty() ? 0 : 1));
        if (!state.kernel().features().contains("nexthop")) {
            return Optional.of("convert.kernel");
        }
        if (hasMore) {
            return Optional.of("convert.more");
        }
        long distinct =
                route.nexthops().stream().map(l -> l.withWeight(1).withFlags(0)).distinct().count();
        return distinct < route.nexthops().size() ? Optional.of("convert.twice") : Optional.empty();
    }

    private static Optional<NexthopObject> find(Nexthop leg, Snapshot state) {
        return state.nexthops().stream()
                .filter(n -> !n.isGroup() && !n.isBlackhole() && !n.isFdb())
                .filter(n -> n.ifindex() == leg.ifindex() && n.isOnLink() == leg.isOnLink())
                .filter(n -> LegStates.gateway(n).equals(leg.gateway()))
                .findFirst();
    }

    private static NexthopObject object(long id, Nexthop leg, Route route) {
        Optional<IpAddress> gateway = leg.gateway();
        NexthopObject bare =
                NexthopObject.withId(gateway.map(IpAddress::family).orElse(route.family()), id)
                        .withIfindex(leg.ifindex());
        NexthopObject via = gateway.map(bare::withGateway).orElse(bare);
        return NexthopDraft.onLink(via, leg.isOnLink());
    }

    /// One act: the routes on the group get legs of their own; the group and its members stay.
    static Optional<Operation> toLegs(Route route, Snapshot state) {
        Optional<NexthopObject> group =
                state.nexthop(route.nexthopId()).filter(NexthopObject::isGroup);
        return group.map(
                g -> new Operation.Change(route, route.withNexthops(legs(g, route, state))));
    }

    private static List<Nexthop> legs(NexthopObject group, Route route, Snapshot state) {
        List<Nexthop> legs = new ArrayList<>();
        for (Member m : group.members()) {
            state.nexthop(m.id()).ifPresent(n -> legs.add(leg(n, m, route)));
        }
        return legs;
    }

    private static Nexthop leg(NexthopObject n, Member m, Route route) {
        Nexthop bare =
                Nexthop.onLink(n.ifindex())
                        .withWeight(Math.min(256, m.weight()))
                        .withFlags(n.isOnLink() ? Rtnetlink.RTNH_F_ONLINK : 0);
        return LegStates.gateway(n).map(g -> bare.withGateway(g, route.family())).orElse(bare);
    }
}
