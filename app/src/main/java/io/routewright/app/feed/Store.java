package io.routewright.app.feed;

import io.routewright.app.store.Kernel;
import io.routewright.app.store.LinkTable;
import io.routewright.app.store.Snapshot;
import io.routewright.app.store.TableNames;
import io.routewright.netlink.Address;
import io.routewright.netlink.Link;
import io.routewright.netlink.Neighbour;
import io.routewright.netlink.Netconf;
import io.routewright.netlink.NexthopObject;
import io.routewright.netlink.Route;
import io.routewright.netlink.Rtnetlink;
import io.routewright.netlink.RtnetlinkObject;
import io.routewright.netlink.Rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// What was last read of each kind, and the snapshot made of it. Owned by the session's thread.
final class Store {
    private final Map<Kind, List<RtnetlinkObject>> objects = new EnumMap<>(Kind.class);
    private TableNames names = TableNames.EMPTY;
    private Map<String, String> sysctls = Map.of();
    private Kernel kernel = Kernel.UNKNOWN;
    private boolean isChanged = true;
    private long generation;

    void setKernel(Kernel now) {
        isChanged |= !kernel.equals(now);
        kernel = now;
    }

    void setNames(TableNames now) {
        isChanged |= !names.all().equals(now.all());
        names = now;
    }

    void setSysctls(Map<String, String> now) {
        isChanged |= !sysctls.equals(now);
        sysctls = Map.copyOf(now);
    }

    /// Replaces one kind by what a dump brought.
    void replace(Kind kind, List<RtnetlinkObject> dumped) {
        List<RtnetlinkObject> held = of(kind);
        List<RtnetlinkObject> merged = Stable.merge(held, tidied(kind, dumped));
        isChanged |= !held.equals(merged);
        objects.put(kind, merged);
    }

    private static List<RtnetlinkObject> tidied(Kind kind, List<RtnetlinkObject> dumped) {
        if (kind != Kind.ROUTES4 && kind != Kind.ROUTES6) {
            return dumped;
        }
        List<RtnetlinkObject> routes = new ArrayList<>(dumped);
        routes.removeIf(r -> ((((Route) r).header().flags()) & Rtnetlink.RTM_F_CLONED) != 0);
        // An IPv6 dump that runs beside changes lists rows twice; the kernel never holds two equal
        // ones.
        return kind == Kind.ROUTES6 ? List.copyOf(new LinkedHashSet<>(routes)) : routes;
    }

    private List<RtnetlinkObject> of(Kind kind) {
        return objects.getOrDefault(kind, List.of());
    }

    int routeCount() {
        return of(Kind.ROUTES4).size() + of(Kind.ROUTES6).size();
    }

    /// The addresses of IPv6, for what the kernel will change in them silently.
    List<Address> addresses6() {
        return typed(Address.class, Kind.ADDRESSES6);
    }

    /// Whether the next snapshot will differ from the last one taken.
    boolean isChanged() {
        return isChanged;
    }

    /// A snapshot of everything.
    Snapshot take() {
        isChanged = false;
        generation++;
        List<Link> links = new ArrayList<>(typed(Link.class, Kind.LINKS));
        links.sort(Comparator.comparingInt(Link::ifindex));
        List<NexthopObject> nexthops = new ArrayList<>(typed(NexthopObject.class, Kind.NEXTHOPS));
        nexthops.sort(Comparator.comparingLong(NexthopObject::id));
        return new Snapshot(
                generation,
                new LinkTable(links),
                typed(Address.class, Kind.ADDRESSES4, Kind.ADDRESSES6),
                typed(Rule.class, Kind.RULES4, Kind.RULES6),
                typed(Route.class, Kind.ROUTES4, Kind.ROUTES6),
                List.copyOf(nexthops),
                typed(Neighbour.class, Kind.NEIGHBOURS4, Kind.NEIGHBOURS6),
                typed(Netconf.class, Kind.NETCONF4, Kind.NETCONF6),
                names,
                sysctls,
                kernel);
    }

    private <T extends RtnetlinkObject> List<T> typed(Class<T> type, Kind... kinds) {
        List<T> all = new ArrayList<>();
        for (Kind kind : kinds) {
            of(kind).forEach(o -> all.add(type.cast(o)));
        }
        return List.copyOf(all);
    }
}
