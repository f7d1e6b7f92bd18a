package io.routewright.app.routes;

import io.routewright.app.routes.RouteLine.State;
import io.routewright.app.staging.StagedView;
import io.routewright.netlink.Route;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.RandomAccess;
import java.util.Set;
import java.util.function.Predicate;

/// Which routes to show and in what order. Runs off the FX thread; immutable.
///
/// @param view truth and intent
/// @param tableId 0 for all
/// @param isKernelShown whether the routes that the kernel makes by itself are shown
/// @param ghosts routes that have just vanished
record RouteQuery(
        StagedView view,
        RouteFilter filter,
        long tableId,
        boolean isKernelShown,
        RouteSort sort,
        List<Route> ghosts) {
    /// The answer.
    ///
    /// @param lines the rows; quick at any index
    /// @param hidden how many kernel-made routes the switch keeps out
    record Result(List<RouteLine> lines, int hidden) {}

    Result run() {
        RouteText text = new RouteText(view.truth());
        Predicate<Route> wanted = filter.on(text);
        List<Route> found = new ArrayList<>();
        int hidden = 0;
        for (Route r : view.truth().routes()) {
            if (isInTable(r) && wanted.test(r)) {
                boolean isShown = isShown(r);
                hidden += isShown ? 0 : 1;
                if (isShown) {
                    found.add(r);
                }
            }
        }
        List<Route> created = view.created(Route.class);
        created.stream().filter(r -> isInTable(r) && wanted.test(r)).forEach(found::add);
        ghosts.stream().filter(r -> isInTable(r) && wanted.test(r)).forEach(found::add);
        List<Route> ordered =
                filter.covered().isPresent() && sort.equals(RouteSort.NATURAL)
                        ? RouteSort.mostSpecificFirst(found)
                        : sort.sorted(found, text);
        return new Result(new Lines(ordered, new HashSet<>(created), view, ghosts), hidden);
    }

    private boolean isInTable(Route r) {
        return tableId == 0 || r.tableId() == tableId || isMovedHere(r);
    }

    private boolean isMovedHere(Route r) {
        return view.intended(r, Route.class).filter(i -> i.tableId() == tableId).isPresent();
    }

    private boolean isShown(Route r) {
        return isKernelShown
                || !RouteText.isKernels(r)
                || view.markOf(r) != StagedView.Mark.NONE
                || tableId == r.tableId() && tableId == 255;
    }

    /// Rows made as they are asked for.
    private static final class Lines extends AbstractList<RouteLine> implements RandomAccess {
        private final List<Route> routes;
        private final Set<Route> created;
        private final StagedView view;
        private final List<Route> ghosts;

        Lines(List<Route> routes, Set<Route> created, StagedView view, List<Route> ghosts) {
            this.routes = routes;
            this.created = created;
            this.view = view;
            this.ghosts = ghosts;
        }

        @Override
        public RouteLine get(int index) {
            Route r = routes.get(index);
            if (!created.isEmpty() && created.contains(r)) {
                return new RouteLine(r, r, State.ADDED);
            }
            if (!ghosts.isEmpty() && ghosts.contains(r)) {
                return new RouteLine(r, r, State.GHOST);
            }
            return switch (view.markOf(r)) {
                case NONE -> RouteLine.kept(r);
                case REMOVED -> new RouteLine(r, r, State.REMOVED);
                case CHANGED ->
                        new RouteLine(r, view.intended(r, Route.class).orElse(r), State.CHANGED);
            };
        }

        @Override
        public int size() {
            return routes.size();
        }
    }
}
