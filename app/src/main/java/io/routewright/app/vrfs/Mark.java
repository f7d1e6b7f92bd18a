package io.routewright.app.vrfs;

/// What is staged for something on the board.
enum Mark {
    NONE,
    ADDED,
    CHANGED,
    REMOVED
}
