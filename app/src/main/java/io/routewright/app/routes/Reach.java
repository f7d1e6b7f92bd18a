package io.routewright.app.routes;

import io.routewright.app.store.Snapshot;
import io.routewright.netlink.Address;
import io.routewright.netlink.IpAddress;
import io.routewright.netlink.Link;
import io.routewright.netlink.Nexthop;
import io.routewright.netlink.Route;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Whether a gateway is on the link it is said to be on. The kernel refuses a route whose gateway it cannot reach.
final class Reach {
    private Reach() {}

    static Optional<InvalidFieldException> problem(Route route, Snapshot snapshot) {
        for (Nexthop leg : route.isMultipath() ? List.<Nexthop>of() : route.nexthops()) {
            Optional<InvalidFieldException> found = problem(leg, snapshot);
            if (found.isPresent() && !route.isOnLink()) {
                return found;
            }
        }
        return Optional.empty();
    }

    static Optional<InvalidFieldException> problem(Nexthop leg, Snapshot snapshot) {
        Optional<IpAddress> gateway = leg.gateway();
        if (gateway.isEmpty() || leg.isOnLink()) {
            return Optional.empty();
        }
        IpAddress wanted = gateway.get();
        if (snapshot.addresses().stream().anyMatch(a -> a.local().address().equals(wanted))) {
            return Optional.of(new InvalidFieldException("own-gateway", wanted));
        }
        if (wanted.isLinkLocal() && wanted.bytes().length() == 16) {
            return leg.ifindex() == 0
                    ? Optional.of(new InvalidFieldException("link-local", wanted))
                    : Optional.empty();
        }
        return leg.ifindex() == 0 || isNear(wanted, leg.ifindex(), snapshot)
                ? Optional.empty()
                : Optional.of(far(wanted, leg.ifindex(), snapshot));
    }

    private static boolean isNear(IpAddress gateway, int ifindex, Snapshot snapshot) {
        return snapshot.addressesOn(ifindex).stream()
                        .anyMatch(
                                a ->
                                        a.local().masked().contains(gateway)
                                                || a.peer().equals(gateway))
                || snapshot.routes().stream()
                        .anyMatch(
                                r ->
                                        r.ifindex() == ifindex
                                                && !r.destination().isAny()
                                                && r.gateway().isEmpty()
                                                && r.destination().contains(gateway));
    }

    private static InvalidFieldException far(IpAddress gateway, int ifindex, Snapshot snapshot) {
        String link = snapshot.links().nameOf(ifindex);
        String networks =
                snapshot.addressesOn(ifindex).stream()
                        .filter(a -> a.family() == gateway.family())
                        .map(a -> a.local().masked().toString())
                        .distinct()
                        .collect(Collectors.joining(", "));
        return networks.isEmpty()
                ? new InvalidFieldException("far-empty", gateway, link)
                : new InvalidFieldException("far", gateway, link, networks);
    }

    /// The link whose networks contain the gateway, where there is exactly one.
    static Optional<Link> linkOf(IpAddress gateway, Snapshot snapshot) {
        List<Integer> near =
                snapshot.addresses().stream()
                        .filter(a -> a.local().masked().contains(gateway))
                        .map(Address::ifindex)
                        .distinct()
                        .toList();
        return near.size() == 1 ? snapshot.links().byIndex(near.getFirst()) : Optional.empty();
    }
}
