package io.routewright.app.staging;

import io.routewright.app.describe.Describe;
import io.routewright.app.store.Snapshot;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.Canonical;
import io.routewright.netlink.Family;
import io.routewright.netlink.IpAddress;
import io.routewright.netlink.Link;
import io.routewright.netlink.Nexthop;
import io.routewright.netlink.NexthopObject;
import io.routewright.netlink.Prefix;
import io.routewright.netlink.Route;
import io.routewright.netlink.Rtnetlink;
import io.routewright.protocol.Operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What may be wrong with a route.
final class RouteChecks {
    private static final int LARGEST_WEIGHT = 256;

    private RouteChecks() {}

    static void check(Route r, Check check) {
        destination(r, check);
        tos(r, check);
        legs(r, check);
        preferredSource(r, check);
        duplicates(r, check);
        table(r, check);
    }

    private static void destination(Route r, Check check) {
        Prefix to = r.destination();
        if (to.hasHostBits()) {
            Finding.Severity severity =
                    r.family() == Family.INET ? Finding.Severity.ERROR : Finding.Severity.WARNING;
            check.add(
                    new Check.Say(severity, "destination", r),
                    "hostBits",
                    Optional.of(r.withDestination(to.masked())),
                    to.toString(),
                    to.masked().toString());
        }
    }

    private static void tos(Route r, Check check) {
        if (r.tos() != 0 && r.family() == Family.INET6) {
            check.error("tos", r, "tosInIpv6");
        } else if ((r.tos() & 3) != 0) {
            check.error("tos", r, "tosEcn");
        } else if ((r.tos() & ~0x1c) != 0) {
            check.warning("tos", r, "tosNeverMatches");
        }
    }

    private static void legs(Route r, Check check) {
        List<Nexthop> legs = r.nexthops();
        if (r.nexthopId() != 0) {
            nexthopObject(r, check);
            return;
        }
        if (r.type().isReject()) {
            if (r.family() == Family.INET && !legs.isEmpty()) {
                check.error("nexthop", r, "rejectWithNexthop", r.type().word());
            }
            return;
        }
        if (legs.isEmpty()) {
            check.error("nexthop", r, "noNexthop");
        }
        for (Nexthop leg : legs) {
            leg(r, leg, check);
        }
    }

    private static void nexthopObject(Route r, Check check) {
        Optional<NexthopObject> object = check.projected().nexthop(r.nexthopId());
        String id = Long.toString(r.nexthopId());
        if (object.isEmpty()) {
            check.error("nexthopId", r, "unknownNexthop", id);
        } else if (r.family() == Family.INET6
                && object.get().family().equals(Optional.of(Family.INET))) {
            check.error("nexthopId", r, "nexthopFamily", id);
        }
    }

    private static void leg(Route r, Nexthop leg, Check check) {
        if (leg.weight() < 1 || leg.weight() > LARGEST_WEIGHT) {
            check.error("weight", r, "weight", Integer.toString(leg.weight()), "256");
        }
        if (r.isMultipath() && r.family() == Family.INET6 && leg.gateway().isEmpty()) {
            check.error("gateway", r, "gatewayNeeded");
        }
        Gateways.check(new Gateways.Leg(r, r.family(), leg), check);
    }

    private static void preferredSource(Route r, Check check) {
        Optional<Bytes> raw = r.attributes().find(Rtnetlink.RTA_PREFSRC);
        if (raw.isEmpty()) {
            return;
        }
        Optional<IpAddress> source = IpAddress.of(raw.get());
        if (source.isEmpty() || source.get().family() != r.family()) {
            check.error("preferredSource", r, "sourceFamily", Validation.familyWord(r.family()));
        } else if (!Reach.isOwn(source.get(), check.projected())) {
            check.error("preferredSource", r, "sourceNotOwn", source.get().toString());
        }
    }

    private static void duplicates(Route r, Check check) {
        List<Route> sharing = sharing(r, check);
        if (sharing.isEmpty()) {
            return;
        }
        String other = Describe.object(sharing.getFirst(), check.projected());
        if (check.operation() instanceof Operation.Create c
                && c.placement() != Operation.Placement.ALONE) {
            if (r.family() == Family.INET) {
                check.warning("destination", r, "secondRoute", other);
            }
        } else if (check.isCreation() || r.family() == Family.INET6) {
            check.error("destination", r, "duplicateRoute", other);
        }
    }

    /// The other routes of the key; a plain loop, since tables may hold a million.
    private static List<Route> sharing(Route r, Check check) {
        Canonical.Key key = Canonical.key(r);
        List<Route> found = new ArrayList<>();
        for (Route o : check.projected().routes()) {
            if (o != r
                    && KeyFilter.mayShareKey(o, r)
                    && Canonical.key(o).equals(key)
                    && !isOwnBefore(o, check)) {
                found.add(o);
            }
        }
        return found;
    }

    private static boolean isOwnBefore(Route other, Check check) {
        return check.operation() instanceof Operation.Change c
                && (Canonical.isSame(c.before(), other) || Canonical.isSame(c.after(), other));
    }

    private static void table(Route r, Check check) {
        Snapshot after = check.projected();
        List<Link> owners = after.links().vrfsOfTable(r.tableId());
        for (Nexthop leg : r.type().isReject() ? List.<Nexthop>of() : r.nexthops()) {
            Optional<Link> link = after.links().byIndex(leg.ifindex());
            Optional<Link> vrf = link.flatMap(after.links()::vrfOf);
            String name = link.map(Link::name).orElse("");
            String table = after.tableNames().label(r.tableId());
            if (link.isPresent() && !owners.isEmpty() && !owners.contains(vrf.orElse(link.get()))) {
                check.warning("table", r, "leavesVrf", name, owners.getFirst().name(), table);
            } else if (vrf.isPresent() && owners.isEmpty()) {
                check.warning("table", r, "linkInVrf", name, vrf.get().name(), table);
            }
        }
    }
}
