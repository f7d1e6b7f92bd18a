package io.routewright.app.staging;

import io.routewright.netlink.Address;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.Canonical;
import io.routewright.netlink.Family;
import io.routewright.netlink.IfLinkH;
import io.routewright.netlink.Link;
import io.routewright.netlink.Nexthop;
import io.routewright.netlink.Rtnetlink;

import java.util.Optional;

/// What may be wrong with an address.
final class AddressChecks {
    private AddressChecks() {}

    static void check(Address a, Check check) {
        Optional<Link> link = check.projected().links().byIndex(a.ifindex());
        if (link.isEmpty()) {
            check.error("interface", a, "unknownLink", Integer.toString(a.ifindex()));
        }
        Optional<Bytes> peer = a.attributes().find(IfLinkH.IFA_ADDRESS);
        if (peer.isPresent() && peer.get().length() != a.family().bytes()) {
            check.error("peer", a, "peerFamily", Validation.familyWord(a.family()));
        }
        if (a.validLifetime() == 0 || a.preferredLifetime() > a.validLifetime()) {
            check.error("lifetimes", a, "lifetimes");
        }
        duplicates(a, check);
    }

    private static void duplicates(Address a, Check check) {
        if (!check.isCreation()) {
            return;
        }
        Canonical.Key key = Canonical.key(a);
        for (Address o : check.truth().addresses()) {
            if (Canonical.key(o).equals(key)) {
                check.error("address", a, "addressTaken", a.local().toString());
                return;
            }
        }
        for (Address o : check.truth().addresses()) {
            if (o.ifindex() != a.ifindex() && o.local().address().equals(a.local().address())) {
                String other = check.projected().links().nameOf(o.ifindex());
                check.warning("address", a, "addressElsewhere", a.local().toString(), other);
            }
        }
    }

    static void checkDeletion(Address a, Check check) {
        if (a.family() != Family.INET) {
            return;
        }
        boolean isLast =
                check.projected().addressesOn(a.ifindex()).stream()
                        .noneMatch(o -> o.family() == Family.INET);
        long routes =
                check.projected().routes().stream()
                        .filter(r ->
                                r.family() == Family.INET
                                        && r.protocol() != Rtnetlink.RTPROT_KERNEL)
                        .filter(r -> r.nexthops().stream().anyMatch(leg -> isOver(leg, a)))
                        .count();
        if (isLast && routes > 0) {
            String link = check.projected().links().nameOf(a.ifindex());
            check.warning(
                    "address", a, "lastAddress", a.local().toString(), link, Long.toString(routes));
        }
    }

    private static boolean isOver(Nexthop leg, Address a) {
        return leg.ifindex() == a.ifindex();
    }
}
