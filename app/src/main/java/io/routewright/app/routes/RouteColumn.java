package io.routewright.app.routes;

import io.routewright.netlink.Family;
import io.routewright.netlink.IpAddress;
import io.routewright.netlink.Prefix;
import io.routewright.netlink.Route;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// The columns of the table of routes and their natural orders.
enum RouteColumn {
    DESTINATION,
    TYPE,
    GATEWAY,
    LINK,
    TABLE,
    METRIC,
    PROTOCOL,
    SCOPE,
    SOURCE,
    NEXTHOP,
    FLAGS,
    DETAILS;

    /// Id of the column and, with `column.` before it, key of its title.
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<RouteColumn> of(String id) {
        for (RouteColumn c : values()) {
            if (c.id().equals(id)) {
                return Optional.of(c);
            }
        }
        return Optional.empty();
    }

    String text(Route r, RouteText text) {
        return switch (this) {
            case DESTINATION -> RouteText.destination(r);
            case TYPE -> RouteText.type(r);
            case GATEWAY -> RouteText.via(r);
            case LINK -> String.join(", ", text.links(r));
            case TABLE -> text.table(r);
            case METRIC -> RouteText.metric(r);
            case PROTOCOL -> RouteText.protocol(r);
            case SCOPE -> RouteText.scope(r);
            case SOURCE -> RouteText.source(r);
            case NEXTHOP -> RouteText.nexthop(r);
            case FLAGS -> String.join(" ", RouteText.flags(r));
            case DETAILS -> RouteText.details(r);
        };
    }

    /// A number that orders routes coarsely, computed once per row before sorting; equal numbers are told apart by
    /// `order`.
    long coarse(Route r) {
        return switch (this) {
            case DESTINATION -> coarse(r.destination());
            case TYPE -> r.header().type();
            case GATEWAY ->
                    r.nexthops().stream()
                            .flatMap(n -> n.gateway().stream())
                            .findFirst()
                            .map(RouteColumn::coarse)
                            .orElse(-1L);
            case TABLE -> r.tableId();
            case METRIC -> r.metric();
            case PROTOCOL -> r.protocol();
            case SCOPE -> r.scope();
            case SOURCE -> r.preferredSource().map(RouteColumn::coarse).orElse(-1L);
            case NEXTHOP -> r.nexthopId();
            case LINK, FLAGS, DETAILS -> 0;
        };
    }

    private static long coarse(Prefix p) {
        // IPv4: 32 bits of address and 6 of length; IPv6 behind it by its first 56 bits.
        return p.family() == Family.INET
                ? coarse(p.address()) << 6 | p.length()
                : coarse(p.address());
    }

    private static long coarse(IpAddress a) {
        return a.family() == Family.INET
                ? a.bytes().u32beAt(0)
                : 1L << 62 | a.bytes().u64beAt(0) >>> 8;
    }

    /// What tells rows of equal coarse numbers apart; equal rows stay in kernel order.
    Comparator<Route> order(RouteText text) {
        return switch (this) {
            case DESTINATION -> Comparator.comparing(Route::destination);
            case GATEWAY, LINK, SOURCE, FLAGS, DETAILS -> Comparator.comparing(r -> text(r, text));
            case TYPE, TABLE, METRIC, PROTOCOL, SCOPE, NEXTHOP -> Comparator.comparingInt(r -> 0);
        };
    }
}
