package io.routewright.app.nexthops;

/// What the kernel knows of a gateway's link-layer address (NUD_*, linux/neighbour.h).
enum NeighbourState {
    /// Nothing, or the leg has no gateway.
    NONE,
    REACHABLE,
    /// Known, not heard of lately; checked when next used.
    STALE,
    /// Being asked for, or being checked.
    CHECKING,
    FAILED,
    /// Set by an admin, or a link without link-layer addresses.
    FIXED;

    static NeighbourState of(int nud) {
        return switch (nud) {
            case 2 -> REACHABLE;
            case 4 -> STALE;
            case 1, 8, 16 -> CHECKING;
            case 32 -> FAILED;
            case 64, 128 -> FIXED;
            default -> NONE;
        };
    }
}
