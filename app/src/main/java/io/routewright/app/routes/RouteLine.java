package io.routewright.app.routes;

import io.routewright.netlink.Route;

/// One row: a route of the kernel with what is intended for it, or a route that shall be added.
///
/// @param truth as the kernel has it; the new route itself for an added one
/// @param shown as it shall be; edits start from this one
/// @param state what is staged, or that it has just vanished
record RouteLine(Route truth, Route shown, State state) {
    /// What is staged for the row.
    enum State {
        KEPT,
        ADDED,
        CHANGED,
        REMOVED,
        GHOST
    }

    static RouteLine kept(Route route) {
        return new RouteLine(route, route, State.KEPT);
    }

    boolean isChanged() {
        return state == State.CHANGED;
    }

    /// Whether acts make sense on it.
    boolean isEditable() {
        return state != State.REMOVED && state != State.GHOST;
    }
}
