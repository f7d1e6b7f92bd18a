package io.routewright.app.nexthops;

import io.routewright.app.store.Snapshot;
import io.routewright.netlink.Family;
import io.routewright.netlink.IpAddress;
import io.routewright.netlink.Link;
import io.routewright.netlink.Nexthop;
import io.routewright.netlink.Prefix;
import io.routewright.netlink.Route;
import io.routewright.netlink.RouteType;
import io.routewright.netlink.Rtnetlink;
import io.routewright.protocol.Operation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Several uplinks into one default route that shares the flows among them.
final class Balance {
    /// A way out that is known: the gateway of some default route.
    ///
    /// @param leg gateway and link, and the weight it has where it is in a shared default route
    /// @param tables the tables that have a default route over it
    record Uplink(Nexthop leg, List<Long> tables) {
        /// Takes a copy of `tables`.
        Uplink {
            tables = List.copyOf(tables);
        }

        IpAddress gateway() {
            return leg.gateway().orElseThrow();
        }
    }

    private record Way(IpAddress gateway, int ifindex) {}

    /// The ways found so far.
    private record Found(Map<Way, List<Long>> tables, Map<Way, Integer> weights) {}

    private Balance() {}

    /// The known ways out of one family, those of table main first.
    static List<Uplink> uplinks(Snapshot state, Family family) {
        Found ways = new Found(new LinkedHashMap<>(), new LinkedHashMap<>());
        state.routes().stream()
                .filter(r -> isDefault(r, family) && r.tableId() == Rtnetlink.RT_TABLE_MAIN)
                .forEach(r -> collect(r, ways));
        state.routes().stream()
                .filter(r -> isDefault(r, family) && !isOfVrf(r, state))
                .forEach(r -> collect(r, ways));
        List<Uplink> found = new ArrayList<>();
        ways.tables.forEach((w, tables) ->
                found.add(new Uplink(leg(w, ways.weights.getOrDefault(w, 1)), tables)));
        return found;
    }

    private static boolean isOfVrf(Route r, Snapshot state) {
        return !state.links().vrfsOfTable(r.tableId()).isEmpty();
    }

    private static Nexthop leg(Way way, Integer weight) {
        return Nexthop.via(way.gateway, way.ifindex).withWeight(weight);
    }

    private static void collect(Route r, Found ways) {
        for (Nexthop leg : r.nexthops()) {
            if (leg.gateway().isPresent()) {
                Way way = new Way(leg.gateway().get(), leg.ifindex());
                ways.weights.putIfAbsent(way, leg.weight());
                List<Long> tables = ways.tables.computeIfAbsent(way, w -> new ArrayList<>());
                if (!tables.contains(r.tableId())) {
                    tables.add(r.tableId());
                }
            }
        }
    }

    static boolean isDefault(Route r, Family family) {
        return r.family() == family && r.destination().isAny() && r.type() == RouteType.UNICAST;
    }

    /// The default routes of that table, the one in use (lowest metric) first.
    static List<Route> defaults(Snapshot state, Family family, long table) {
        return state.routes().stream()
                .filter(r -> isDefault(r, family) && r.tableId() == table)
                .sorted((a, b) -> Long.compare(a.metric(), b.metric()))
                .toList();
    }

    /// One act: the table's default route in use becomes multipath, keeping its metric, origin and all else; other
    /// default routes of the table that lead to one of the legs go. Without a default route one is made.
    static List<Operation> plan(Snapshot state, Family family, long table, List<Nexthop> legs) {
        List<Route> present = defaults(state, family, table);
        if (present.isEmpty()) {
            Route made = Route.to(Prefix.any(family), table).withNexthops(legs);
            return List.of(new Operation.Create(made));
        }
        List<Operation> act = new ArrayList<>();
        Route first = present.getFirst();
        act.add(new Operation.Change(first, Legs.replace(first, legs)));
        List<Nexthop> ways = legs.stream().map(Balance::bare).toList();
        for (Route other : present.subList(1, present.size())) {
            if (ways.containsAll(other.nexthops().stream().map(Balance::bare).toList())) {
                act.add(new Operation.Delete(other));
            }
        }
        return act;
    }

    private static Nexthop bare(Nexthop leg) {
        return leg.gateway()
                .map(g -> Nexthop.via(g, leg.ifindex()))
                .orElse(Nexthop.onLink(leg.ifindex()));
    }

    /// Whether the links of the legs are all outside any VRF, or all inside the table's.
    static boolean isMixed(Snapshot state, List<Nexthop> legs) {
        return legs.stream()
                        .map(l -> state.links().byIndex(l.ifindex()).map(Link::master).orElse(0))
                        .distinct()
                        .count()
                > 1;
    }
}
