package io.routewright.app.vrfs;

import io.routewright.netlink.Link;
import io.routewright.netlink.Route;

import java.util.List;
import java.util.Optional;

/// A VRF on the board, or the place of all links without one.
///
/// @param truth the VRF as the kernel has it, or as it shall be created; empty for the links without a VRF
/// @param current as it shall be
/// @param table its table; main for the links without a VRF
/// @param tableLabel the table's name, or its number
/// @param sharers other VRFs on the same table
/// @param routes what is worth showing of its table: default routes and those somebody made
/// @param otherRoutes how many of them are not in `routes`
/// @param leaks what falls through to the next rule for want of a default route
record VrfCard(
        Optional<Link> truth,
        Optional<Link> current,
        Mark mark,
        long table,
        String tableLabel,
        List<String> sharers,
        List<Port> ports,
        List<RouteLine> routes,
        int otherRoutes,
        Leaks leaks) {
    /// A route of the card's table.
    record RouteLine(Route route, Mark mark, String text) {}

    /// Whether IPv4 and IPv6 traffic that no route of the VRF matches leaves it.
    record Leaks(boolean isInet, boolean isInet6) {
        boolean isAny() {
            return isInet || isInet6;
        }
    }

    /// Takes copies of the lists.
    VrfCard {
        sharers = List.copyOf(sharers);
        ports = List.copyOf(ports);
        routes = List.copyOf(routes);
    }

    /// Of the VRF device; 0 for the links without a VRF.
    int ifindex() {
        return current.map(Link::ifindex).orElse(0);
    }

    /// The VRF's name; empty for the links without one.
    String name() {
        return current.map(Link::name).orElse("");
    }

    boolean isVrf() {
        return current.isPresent();
    }

    boolean isUp() {
        return current.map(Link::isUp).orElse(true);
    }

    boolean isSwitched() {
        return truth.isPresent()
                && mark != Mark.ADDED
                && truth.map(Link::isUp).orElse(true) != isUp();
    }
}
