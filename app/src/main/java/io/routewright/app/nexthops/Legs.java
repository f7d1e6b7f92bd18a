package io.routewright.app.nexthops;

import io.routewright.netlink.Nexthop;
import io.routewright.netlink.NexthopObject;
import io.routewright.netlink.NexthopObject.Member;
import io.routewright.netlink.Route;
import io.routewright.netlink.Rtnetlink;
import io.routewright.netlink.RtnetlinkObject;

import java.util.ArrayList;
import java.util.List;

/// Patches of the legs of routes and groups. Every other attribute stays byte for byte and in its place.
final class Legs {
    private Legs() {}

    /// The object with these weights in leg order.
    static RtnetlinkObject withWeights(RtnetlinkObject object, List<Integer> weights) {
        return switch (object) {
            case Route r -> replace(r, weighted(r.nexthops(), weights));
            case NexthopObject n -> n.withMembers(weightedMembers(n.members(), weights));
            default -> object;
        };
    }

    private static List<Nexthop> weighted(List<Nexthop> legs, List<Integer> weights) {
        List<Nexthop> next = new ArrayList<>();
        for (int i = 0; i < legs.size(); i++) {
            next.add(legs.get(i).withWeight(weights.get(i)));
        }
        return next;
    }

    private static List<Member> weightedMembers(List<Member> members, List<Integer> weights) {
        List<Member> next = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            next.add(new Member(members.get(i).id(), weights.get(i)));
        }
        return next;
    }

    /// The route with other legs. From several to several only RTA_MULTIPATH is touched, in its place; so going
    /// back to the old weights gives the old bytes, and the staged change vanishes.
    static Route replace(Route route, List<Nexthop> legs) {
        Route rebuilt = route.withNexthops(legs);
        return route.isMultipath() && rebuilt.isMultipath()
                ? rebuilt.attributes()
                        .find(Rtnetlink.RTA_MULTIPATH)
                        .map(v -> route.with(Rtnetlink.RTA_MULTIPATH, v))
                        .orElse(rebuilt)
                : rebuilt;
    }

    /// The object with one leg less.
    static RtnetlinkObject without(RtnetlinkObject object, int index) {
        return switch (object) {
            case Route r -> replace(r, dropped(r.nexthops(), index));
            case NexthopObject n -> n.withMembers(dropped(n.members(), index));
            default -> object;
        };
    }

    private static <T> List<T> dropped(List<T> all, int index) {
        List<T> next = new ArrayList<>(all);
        next.remove(index);
        return next;
    }

    static Route with(Route route, Nexthop leg) {
        List<Nexthop> next = new ArrayList<>(route.nexthops());
        next.add(leg);
        return replace(route, next);
    }

    static NexthopObject with(NexthopObject group, Member member) {
        List<Member> next = new ArrayList<>(group.members());
        next.add(member);
        return group.withMembers(next);
    }
}
