package io.routewright.app.staging;

import io.routewright.app.store.Snapshot;
import io.routewright.netlink.Family;
import io.routewright.netlink.IfLinkH;
import io.routewright.netlink.Link;
import io.routewright.netlink.NexthopObject;
import io.routewright.netlink.Route;
import io.routewright.netlink.Rtnetlink;
import io.routewright.protocol.Operation;

import java.util.List;
import java.util.Optional;

/// What may be wrong with a link, in particular a VRF and a move into or out of one.
final class LinkChecks {
    private LinkChecks() {}

    static void check(Link l, Check check) {
        name(l, check);
        mtu(l, check);
        if (check.isCreation() && l.isVrf()) {
            newVrf(l, check);
        }
        if (check.operation() instanceof Operation.Change c
                && c.before() instanceof Link before
                && before.master() != l.master()) {
            move(before, l, check);
        }
    }

    private static void name(Link l, Check check) {
        String name = l.name();
        if (!name.matches("[^\\s/:]{1,15}") || name.equals(".") || name.equals("..")) {
            check.error("name", l, "linkName", name);
        }
        boolean isTaken =
                check.projected().links().all().stream()
                        .anyMatch(o -> o.name().equals(name) && o.ifindex() != l.ifindex());
        if (isTaken) {
            check.error("name", l, "linkNameTaken", name);
        }
    }

    private static void mtu(Link l, Check check) {
        long least = l.attributes().u32(50, 0);
        long most = l.attributes().u32(51, 0);
        boolean isBelow = l.mtu() != 0 && l.mtu() < least;
        if (isBelow || (most != 0 && l.mtu() > most)) {
            check.error(
                    "mtu",
                    l,
                    "mtu",
                    Long.toString(l.mtu()),
                    Long.toString(least),
                    Long.toString(most));
        }
    }

    private static void newVrf(Link vrf, Check check) {
        Snapshot after = check.projected();
        long table = vrf.vrfTable();
        String free = Long.toString(freeTable(after));
        if (!check.truth().kernel().features().isEmpty() && !check.truth().kernel().hasVrf()) {
            check.error("kind", vrf, "noVrfInKernel");
        }
        if (table == 0) {
            check.error("vrfTable", vrf, "vrfTableZero", free);
        } else if (table >= Rtnetlink.RT_TABLE_DEFAULT && table <= Rtnetlink.RT_TABLE_LOCAL) {
            check.error("vrfTable", vrf, "vrfTableReserved", after.tableNames().label(table), free);
        }
        collision(vrf, free, check);
        if (check.truth().rules().stream().noneMatch(VrfRule::isVrfRule)) {
            check.note("vrfTable", vrf, "vrfRules", Long.toString(VrfRule.PRIORITY));
        }
    }

    /// One finding per VRF at most: another VRF on the table, a table with another name, or one that rules look up.
    private static void collision(Link vrf, String free, Check check) {
        Snapshot after = check.projected();
        String table = Long.toString(vrf.vrfTable());
        Optional<Link> other =
                after.links().vrfsOfTable(vrf.vrfTable()).stream()
                        .filter(o -> o.ifindex() != vrf.ifindex())
                        .findFirst();
        Optional<String> name =
                after.tableNames().nameOf(vrf.vrfTable()).filter(n -> !n.equals(vrf.name()));
        boolean isLookedUp = after.rules().stream().anyMatch(r -> r.tableId() == vrf.vrfTable());
        if (vrf.vrfTable() >= Rtnetlink.RT_TABLE_DEFAULT
                && vrf.vrfTable() <= Rtnetlink.RT_TABLE_LOCAL) {
            return;
        }
        if (other.isPresent()) {
            String taken = other.get().name();
            check.warning("vrfTable", vrf, "vrfTableShared", table, taken, vrf.name(), free);
        } else if (name.isPresent()) {
            check.warning("vrfTable", vrf, "vrfTableNamed", table, name.get(), vrf.name(), free);
        } else if (isLookedUp) {
            check.warning("vrfTable", vrf, "vrfTableLookedUp", table, vrf.name(), free);
        }
    }

    /// The lowest table from 1001 on that nothing uses: no route, no rule, no VRF, no name.
    static long freeTable(Snapshot snapshot) {
        long candidate = 1001;
        while (isUsed(candidate, snapshot)) {
            candidate++;
        }
        return candidate;
    }

    private static boolean isUsed(long table, Snapshot s) {
        return s.tableNames().nameOf(table).isPresent()
                || !s.links().vrfsOfTable(table).isEmpty()
                || s.rules().stream().anyMatch(r -> r.tableId() == table)
                || s.routes().stream().anyMatch(r -> KeyFilter.isIn(r, table));
    }

    private static void move(Link before, Link after, Check check) {
        Snapshot state = check.projected();
        Optional<Link> master = state.links().byIndex(after.master());
        if (after.master() != 0 && master.isEmpty()) {
            check.error("master", after, "unknownLink", Integer.toString(after.master()));
        }
        boolean intoVrf = master.map(Link::isVrf).orElse(false);
        if (intoVrf && after.isLoopback()) {
            check.error("master", after, "loopbackInVrf");
        }
        if (intoVrf && after.isVrf()) {
            check.error("master", after, "vrfInVrf");
        }
        Optional<Link> old = check.truth().links().byIndex(before.master());
        if (old.isPresent() && !old.get().isVrf()) {
            check.note("master", after, "leavesBridge", after.name(), old.get().name());
        }
        if (intoVrf || old.map(Link::isVrf).orElse(false)) {
            losses(after, check);
        }
    }

    private static void losses(Link l, Check check) {
        Snapshot before = check.truth();
        long routes = before.routes().stream().filter(r -> isLost(r, l.ifindex())).count();
        long addresses =
                before.addressesOn(l.ifindex()).stream()
                        .filter(a -> a.family() == Family.INET6 && a.scope() == 0)
                        .count();
        if (routes + addresses > 0) {
            check.note(
                    "master",
                    l,
                    "moveLoses",
                    l.name(),
                    Long.toString(routes),
                    Long.toString(addresses));
        }
    }

    /// A route over the link that somebody made; the kernel's own come back by themselves.
    private static boolean isLost(Route r, int ifindex) {
        return r.protocol() != Rtnetlink.RTPROT_KERNEL
                && (r.isMultipath()
                        ? r.nexthops().stream().anyMatch(leg -> leg.ifindex() == ifindex)
                        : r.ifindex() == ifindex);
    }

    static void checkDeletion(Link l, Check check) {
        Snapshot before = check.truth();
        long routes = before.routes().stream().filter(r -> isLost(r, l.ifindex())).count();
        List<NexthopObject> nexthops =
                before.nexthops().stream().filter(n -> n.ifindex() == l.ifindex()).toList();
        List<Link> ports =
                before.links().all().stream().filter(o -> o.master() == l.ifindex()).toList();
        if (routes + nexthops.size() > 0) {
            check.warning(
                    "name",
                    l,
                    "linkGoes",
                    l.name(),
                    Long.toString(routes),
                    Integer.toString(nexthops.size()));
        }
        if (!ports.isEmpty()) {
            check.note("name", l, "portsReleased", l.name(), ports.getFirst().name());
        }
        if (l.attributes().nested(IfLinkH.IFLA_LINKINFO).isEmpty()) {
            check.error("name", l, "hardwareLink", l.name());
        }
    }
}
