package io.routewright.app.routes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.routewright.netlink.Route;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Stream;

class RouteSortTest {
    private static final RouteText TEXT = new RouteText(Routes.snapshot());

    private static List<String> sorted(List<Route> routes, RouteColumn column, boolean up) {
        return new RouteSort(column, up)
                .sorted(routes, TEXT).stream().map(RouteText::destination).toList();
    }

    private static Route to(String prefix) {
        return Route.to(Routes.prefix(prefix), 254);
    }

    @Test
    void destinationsAreInNaturalOrder() {
        List<Route> shuffled =
                Stream.of(
                                "2001:db8:1::/48",
                                "100.0.0.0/8",
                                "10.0.1.0/24",
                                "10.0.0.0/8",
                                "default",
                                "2001:db8::/32",
                                "10.0.0.0/24",
                                "2001:db8::/48")
                        .map(RouteSortTest::to)
                        .toList();
        assertEquals(
                List.of(
                        "default",
                        "10.0.0.0/8",
                        "10.0.0.0/24",
                        "10.0.1.0/24",
                        "100.0.0.0/8",
                        "2001:db8::/32",
                        "2001:db8::/48",
                        "2001:db8:1::/48"),
                sorted(shuffled, RouteColumn.DESTINATION, true));
    }

    @Test
    void numbersSortAsNumbersAndTiesByDestination() {
        List<Route> routes =
                List.of(
                        to("10.2.0.0/16").withMetric(100),
                        to("10.1.0.0/16").withMetric(100),
                        to("10.3.0.0/16").withMetric(20));
        assertEquals(
                List.of("10.3.0.0/16", "10.1.0.0/16", "10.2.0.0/16"),
                sorted(routes, RouteColumn.METRIC, true));
        assertEquals(
                List.of("10.1.0.0/16", "10.2.0.0/16", "10.3.0.0/16"),
                sorted(routes, RouteColumn.METRIC, false));
    }

    @Test
    void routesOfOneKeyStayInKernelOrder() {
        Route first = Routes.via("10.2.0.0/16", "10.0.0.9", 2);
        Route second = Routes.via("10.2.0.0/16", "10.0.0.1", 2);
        assertEquals(
                List.of(first, second), RouteSort.NATURAL.sorted(List.of(first, second), TEXT));
    }

    @Test
    void gatewaysSortByAddress() {
        List<Route> routes =
                List.of(
                        Routes.via("10.2.0.0/16", "10.0.0.10", 2),
                        Routes.via("10.3.0.0/16", "10.0.0.9", 2));
        assertEquals(
                List.of("10.3.0.0/16", "10.2.0.0/16"), sorted(routes, RouteColumn.GATEWAY, true));
    }
}
