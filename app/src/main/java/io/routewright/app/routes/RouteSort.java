package io.routewright.app.routes;

import io.routewright.netlink.Route;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// A column and a direction. Sorting is stable, so that routes of one key stay in the kernel's order.
record RouteSort(RouteColumn column, boolean isAscending) {
    /// Destinations in natural order.
    static final RouteSort NATURAL = new RouteSort(RouteColumn.DESTINATION, true);

    /// A row with its coarse number, so that attributes are read once per row and not once per comparison.
    private record Keyed(long coarse, Route route) {}

    List<Route> sorted(List<Route> routes, RouteText text) {
        Keyed[] keyed = new Keyed[routes.size()];
        for (int i = 0; i < keyed.length; i++) {
            keyed[i] = new Keyed(column.coarse(routes.get(i)), routes.get(i));
        }
        Comparator<Keyed> natural =
                Comparator.comparingLong(Keyed::coarse)
                        .thenComparing(Keyed::route, column.order(text));
        Comparator<Keyed> wanted = isAscending ? natural : natural.reversed();
        Comparator<Keyed> full =
                column == RouteColumn.DESTINATION
                        ? wanted
                        : wanted.thenComparingLong(k -> RouteColumn.DESTINATION.coarse(k.route()))
                                .thenComparing(k -> k.route().destination());
        Arrays.parallelSort(keyed, full);
        return Arrays.stream(keyed).map(Keyed::route).toList();
    }

    /// Most specific first: the order in which the kernel tries the routes that cover an address.
    static List<Route> mostSpecificFirst(List<Route> routes) {
        return routes.stream()
                .sorted(
                        Comparator.comparingInt((Route r) -> -r.destination().length())
                                .thenComparingInt(r -> -r.tos())
                                .thenComparingLong(Route::metric))
                .toList();
    }
}
