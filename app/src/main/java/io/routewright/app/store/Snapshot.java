package io.routewright.app.store;

import io.routewright.netlink.Address;
import io.routewright.netlink.Family;
import io.routewright.netlink.Neighbour;
import io.routewright.netlink.Netconf;
import io.routewright.netlink.NexthopObject;
import io.routewright.netlink.Route;
import io.routewright.netlink.Rule;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the kernel has, as of one moment. Immutable; any thread may read it.
///
/// @param generation grows by one with each snapshot of a connection
/// @param links in ifindex order
/// @param addresses in dump order
/// @param rules IPv4 then IPv6, each in the kernel's order of evaluation
/// @param routes IPv4 then IPv6, each in dump order; the order inside one key matters
/// @param nexthops by id
/// @param neighbours in dump order
/// @param netconf per-link settings, in dump order
/// @param tableNames names of routing tables
/// @param sysctls routing sysctls, key as below /proc/sys
/// @param kernel what this kernel can
public record Snapshot(
        long generation,
        LinkTable links,
        List<Address> addresses,
        List<Rule> rules,
        List<Route> routes,
        List<NexthopObject> nexthops,
        List<Neighbour> neighbours,
        List<Netconf> netconf,
        TableNames tableNames,
        Map<String, String> sysctls,
        Kernel kernel) {
    /// Before anything is known.
    public static final Snapshot EMPTY =
            new Snapshot(
                    0,
                    LinkTable.EMPTY,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    TableNames.EMPTY,
                    Map.of(),
                    Kernel.UNKNOWN);

    /// The rules of one family in order of evaluation.
    public List<Rule> rules(Family family) {
        return rules.stream().filter(r -> r.family() == family).toList();
    }

    public Optional<NexthopObject> nexthop(long id) {
        return nexthops.stream().filter(n -> n.id() == id).findFirst();
    }

    /// The addresses on a link.
    public List<Address> addressesOn(int ifindex) {
        return addresses.stream().filter(a -> a.ifindex() == ifindex).toList();
    }
}
