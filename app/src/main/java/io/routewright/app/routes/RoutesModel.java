package io.routewright.app.routes;

import io.routewright.app.staging.Projection;
import io.routewright.app.staging.StagedView;
import io.routewright.app.store.Snapshot;
import io.routewright.netlink.Route;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What the screen shows. Immutable; worked out on any thread.
///
/// @param projected the state as it will be
/// @param tables with the entry "all" first
/// @param rows the routes found
/// @param gone routes that have vanished since the model before; looked for among few routes only
/// @param come keys of the rows that have come since
record RoutesModel(
        RouteQuery query,
        Snapshot projected,
        List<TableEntry> tables,
        RouteQuery.Result rows,
        List<Route> gone,
        Set<Object> come) {
    /// So many routes are compared from one snapshot to the next.
    private static final int FEW = 20_000;

    static RoutesModel empty() {
        StagedView nothing = new StagedView(Snapshot.EMPTY, List.of());
        return of(
                new RouteQuery(nothing, RouteFilter.NONE, 0, false, RouteSort.NATURAL, List.of()),
                Snapshot.EMPTY);
    }

    /// @param before the truth of the model that is shown
    static RoutesModel of(RouteQuery query, Snapshot before) {
        Snapshot truth = query.view().truth();
        Snapshot projected = Projection.of(truth, query.view().operations());
        boolean isComparable =
                before.generation() > 0
                        && before.generation() != truth.generation()
                        && Math.max(before.routes().size(), truth.routes().size()) < FEW;
        List<Route> gone = isComparable ? missing(before, truth) : List.of();
        return new RoutesModel(
                query,
                projected,
                TableList.of(projected, r -> true),
                query.run(),
                gone,
                isComparable ? Set.copyOf(missing(truth, before)) : Set.of());
    }

    /// The routes of the one that the other has not.
    private static List<Route> missing(Snapshot one, Snapshot other) {
        Set<Route> there = new HashSet<>(other.routes());
        return one.routes().stream().filter(r -> !there.contains(r)).distinct().toList();
    }

    StagedView view() {
        return query.view();
    }
}
