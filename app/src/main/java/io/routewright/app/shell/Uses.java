package io.routewright.app.shell;

import io.routewright.app.store.Snapshot;
import io.routewright.netlink.Address;
import io.routewright.netlink.FibRulesH;
import io.routewright.netlink.Link;
import io.routewright.netlink.NexthopObject;
import io.routewright.netlink.Route;
import io.routewright.netlink.RtnetlinkObject;
import io.routewright.netlink.Rule;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// What an object needs and what needs it. Pure. Lists stop at `LIMIT`.
///
/// @param uses objects this one refers to
/// @param usedBy objects that refer to this one
record Uses(List<? extends RtnetlinkObject> uses, List<? extends RtnetlinkObject> usedBy) {
    /// More would not be read, and a table can have a million routes.
    static final int LIMIT = 8;

    static Uses of(RtnetlinkObject object, Snapshot s) {
        return switch (object) {
            case Route o -> route(o, s);
            case Rule o -> rule(o, s);
            case NexthopObject o -> nexthop(o, s);
            case Link o -> link(o, s);
            case Address o -> new Uses(links(List.of(o.ifindex()), s), List.of());
            default -> new Uses(List.of(), List.of());
        };
    }

    private static Uses route(Route route, Snapshot s) {
        List<RtnetlinkObject> uses = new ArrayList<>();
        s.nexthop(route.nexthopId()).ifPresent(uses::add);
        uses.addAll(links(route.nexthops().stream().map(n -> n.ifindex()).distinct().toList(), s));
        uses.addAll(s.links().vrfsOfTable(route.tableId()));
        return new Uses(uses, some(s.rules(), r -> looksUp(r, route.tableId())));
    }

    private static boolean looksUp(Rule rule, long tableId) {
        return rule.action() == FibRulesH.FR_ACT_TO_TBL && rule.tableId() == tableId;
    }

    private static Uses rule(Rule rule, Snapshot s) {
        List<RtnetlinkObject> uses = new ArrayList<>();
        s.links().byName(rule.iif()).ifPresent(uses::add);
        s.links().byName(rule.oif()).ifPresent(uses::add);
        return new Uses(uses, List.of());
    }

    private static Uses nexthop(NexthopObject nexthop, Snapshot s) {
        List<RtnetlinkObject> uses = new ArrayList<>(links(List.of(nexthop.ifindex()), s));
        nexthop.members().forEach(m -> s.nexthop(m.id()).ifPresent(uses::add));
        List<RtnetlinkObject> usedBy = new ArrayList<>();
        usedBy.addAll(
                some(
                        s.nexthops(),
                        n -> n.members().stream().anyMatch(m -> m.id() == nexthop.id())));
        usedBy.addAll(some(s.routes(), r -> r.nexthopId() == nexthop.id()));
        return new Uses(uses, usedBy);
    }

    private static Uses link(Link link, Snapshot s) {
        List<RtnetlinkObject> uses = new ArrayList<>(links(List.of(link.master()), s));
        List<RtnetlinkObject> usedBy = new ArrayList<>(s.addressesOn(link.ifindex()));
        usedBy.addAll(some(s.links().all(), l -> l.master() == link.ifindex()));
        usedBy.addAll(
                some(s.rules(), r -> r.iif().equals(link.name()) || r.oif().equals(link.name())));
        usedBy.addAll(some(s.nexthops(), n -> n.ifindex() == link.ifindex()));
        usedBy.addAll(some(s.routes(), r -> goesOver(r, link.ifindex())));
        return new Uses(uses, usedBy);
    }

    private static boolean goesOver(Route route, int ifindex) {
        return route.isMultipath()
                ? route.nexthops().stream().anyMatch(n -> n.ifindex() == ifindex)
                : route.ifindex() == ifindex;
    }

    private static List<Link> links(List<Integer> indexes, Snapshot s) {
        return indexes.stream().flatMap(i -> s.links().byIndex(i).stream()).toList();
    }

    private static <T extends RtnetlinkObject> List<T> some(List<T> all, Predicate<T> wanted) {
        return all.stream().filter(wanted).limit(LIMIT + 1L).toList();
    }
}
