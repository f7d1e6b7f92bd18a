package io.routewright.app.vrfs;

import io.routewright.app.staging.Finding;
import io.routewright.app.staging.Validation;
import io.routewright.app.store.Snapshot;
import io.routewright.netlink.Family;
import io.routewright.netlink.Link;
import io.routewright.netlink.Prefix;
import io.routewright.netlink.Route;
import io.routewright.netlink.RouteType;
import io.routewright.protocol.Operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A VRF to be created.
///
/// @param isUp whether it is switched on at once
/// @param hasUnreachable whether its table gets an unreachable default route for IPv4 and IPv6, so that what the VRF
///     has no route for does not fall through to table main
/// @param isTableNamed whether its table gets its name
record VrfDraft(
        String name, long table, boolean isUp, boolean hasUnreachable, boolean isTableNamed) {
    /// As vrf.rst asks for: behind every other route (linux Documentation/networking/vrf.rst).
    static final long UNREACHABLE_METRIC = 4_278_198_272L;

    /// Tables below are often taken by hand.
    private static final long FIRST_TABLE = 1001;

    /// One act. The link's index is chosen here, so that what is staged next can refer to it.
    List<Operation> operations(Snapshot state) {
        List<Operation> act = new ArrayList<>();
        act.add(new Operation.Create(link(state)));
        if (hasUnreachable) {
            for (Family family : Family.values()) {
                act.add(new Operation.Create(unreachable(family, table)));
            }
        }
        if (isTableNamed && state.tableNames().nameOf(table).isEmpty()) {
            act.add(new Operation.Name(table, "", name));
        }
        return act;
    }

    Link link(Snapshot state) {
        Link vrf = Link.newVrf(freeIndex(state), name, table);
        return isUp ? vrf.withUp(true) : vrf;
    }

    static Route unreachable(Family family, long table) {
        return Route.to(Prefix.any(family), table)
                .withType(RouteType.UNREACHABLE)
                .withMetric(UNREACHABLE_METRIC);
    }

    /// An index no link has.
    static int freeIndex(Snapshot state) {
        return state.links().all().stream().mapToInt(Link::ifindex).max().orElse(0) + 1;
    }

    /// The lowest table from 1001 on that nothing uses: no route, no rule, no VRF, no name.
    static long freeTable(Snapshot state) {
        long candidate = FIRST_TABLE;
        while (isUsed(candidate, state)) {
            candidate++;
        }
        return candidate;
    }

    private static boolean isUsed(long table, Snapshot s) {
        return s.tableNames().nameOf(table).isPresent()
                || !s.links().vrfsOfTable(table).isEmpty()
                || s.rules().stream().anyMatch(r -> r.tableId() == table)
                || s.routes().stream().anyMatch(r -> r.tableId() == table);
    }

    /// What is wrong with the named field (`name` or `vrfTable`), as one sentence. A table that something else uses is
    /// refused too, although the kernel would take it.
    Optional<String> problem(String field, Snapshot state) {
        Operation create = new Operation.Create(link(state));
        return Validation.of(create, List.of(), state).stream()
                .filter(f -> f.field().equals(field) && f.severity() != Finding.Severity.NOTE)
                .map(f -> (f.sentence() + " " + f.fix()).strip())
                .findFirst();
    }

    /// How many routes the table has already; they become the VRF's.
    static long routesIn(long table, Snapshot state) {
        return state.routes().stream().filter(r -> r.tableId() == table).count();
    }
}
