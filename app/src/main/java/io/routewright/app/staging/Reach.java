package io.routewright.app.staging;

import io.routewright.app.store.Snapshot;
import io.routewright.netlink.Address;
import io.routewright.netlink.Family;
import io.routewright.netlink.IpAddress;
import io.routewright.netlink.Nexthop;
import io.routewright.netlink.Prefix;
import io.routewright.netlink.Route;
import io.routewright.netlink.RouteType;

import java.util.ArrayList;
import java.util.List;

/// Which links reach an address directly.
public final class Reach {
    private Reach() {}

    /// The prefix an address makes its link reach: that of its peer.
    public static Prefix connected(Address address) {
        IpAddress peer = address.peer();
        return new Prefix(peer.masked(address.local().length()), address.local().length());
    }

    /// The links whose addresses cover `target`, those with the longest prefix first; several when two links share
    /// a prefix.
    public static List<Integer> linksTo(IpAddress target, Snapshot snapshot) {
        int best = -1;
        List<Integer> found = new ArrayList<>();
        for (Address a : snapshot.addresses()) {
            Prefix reached = connected(a);
            if (reached.contains(target) && reached.length() >= best) {
                if (reached.length() > best) {
                    found.clear();
                }
                best = reached.length();
                if (!found.contains(a.ifindex())) {
                    found.add(a.ifindex());
                }
            }
        }
        return found;
    }

    /// Whether `target` can be a gateway over that link (0 for any link): an address or a device route covers it.
    public static boolean reaches(IpAddress target, int ifindex, Snapshot snapshot) {
        if (ifindex != 0 && target.family() == Family.INET6 && target.isLinkLocal()) {
            return true;
        }
        boolean byAddress =
                snapshot.addresses().stream()
                        .anyMatch(a ->
                                (ifindex == 0 || a.ifindex() == ifindex)
                                        && connected(a).contains(target));
        return byAddress || snapshot.routes().stream().anyMatch(r -> leads(r, target, ifindex));
    }

    /// A route that puts its prefix on the link itself; default routes do not count.
    private static boolean leads(Route r, IpAddress target, int ifindex) {
        return r.header().destinationLength() > 0
                && r.family() == target.family()
                && r.type() == RouteType.UNICAST
                && r.destination().contains(target)
                && r.nexthops().stream().anyMatch(leg -> isDirect(leg, ifindex));
    }

    private static boolean isDirect(Nexthop leg, int ifindex) {
        return leg.gateway().isEmpty() && (ifindex == 0 || leg.ifindex() == ifindex);
    }

    /// Whether `target` is one of the host's own addresses.
    public static boolean isOwn(IpAddress target, Snapshot snapshot) {
        return snapshot.addresses().stream().anyMatch(a -> a.local().address().equals(target));
    }
}
