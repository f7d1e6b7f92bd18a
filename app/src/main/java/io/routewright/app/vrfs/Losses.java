package io.routewright.app.vrfs;

import io.routewright.app.store.Snapshot;
import io.routewright.netlink.Address;
import io.routewright.netlink.Family;
import io.routewright.netlink.Link;
import io.routewright.netlink.NexthopObject;
import io.routewright.netlink.Route;
import io.routewright.netlink.Rtnetlink;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What the kernel drops when a link changes its VRF (measured on Linux 6.1): routes over it in every table, its global
/// IPv6 addresses, its nexthop objects and what uses them.
///
/// @param routes made by somebody; those the kernel made come back by themselves
/// @param addresses global IPv6 addresses
/// @param nexthops nexthop objects over the link
/// @param crossing multipath routes of other tables that keep a leg over the link
record Losses(
        List<Route> routes,
        List<Address> addresses,
        List<NexthopObject> nexthops,
        List<Route> crossing) {
    /// Takes copies of the lists.
    Losses {
        routes = List.copyOf(routes);
        addresses = List.copyOf(addresses);
        nexthops = List.copyOf(nexthops);
        crossing = List.copyOf(crossing);
    }

    static Losses of(Link link, Snapshot truth) {
        int ifindex = link.ifindex();
        List<NexthopObject> nexthops =
                truth.nexthops().stream().filter(n -> n.ifindex() == ifindex).toList();
        Set<Long> ids = new HashSet<>();
        nexthops.forEach(n -> ids.add(n.id()));
        List<Route> lost = new ArrayList<>();
        List<Route> crossing = new ArrayList<>();
        for (Route r : truth.routes()) {
            if (r.protocol() != Rtnetlink.RTPROT_KERNEL) {
                sort(r, ifindex, ids, r.isMultipath() ? crossing : lost);
            }
        }
        List<Address> addresses =
                truth.addressesOn(ifindex).stream().filter(Losses::isGlobal6).toList();
        return new Losses(lost, addresses, nexthops, crossing);
    }

    private static void sort(Route r, int ifindex, Set<Long> ids, List<Route> found) {
        boolean isOver =
                r.nexthopId() != 0
                        ? ids.contains(r.nexthopId())
                        : r.nexthops().stream().anyMatch(leg -> leg.ifindex() == ifindex);
        if (isOver) {
            found.add(r);
        }
    }

    static boolean isGlobal6(Address a) {
        return a.family() == Family.INET6 && a.scope() == 0;
    }
}
