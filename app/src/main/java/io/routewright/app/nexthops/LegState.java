package io.routewright.app.nexthops;

/// How a leg is now.
///
/// @param isDead the kernel does not use it (flag `dead`), or its link is switched off
/// @param isLinkDown its link has lost the carrier
/// @param isBlackhole the packets are dropped on purpose
/// @param neighbour its gateway
/// @param isStillUsed it is broken, and the kernel sends packets there all the same
record LegState(
        boolean isDead,
        boolean isLinkDown,
        boolean isBlackhole,
        NeighbourState neighbour,
        boolean isStillUsed) {
    /// Nothing is wrong with it.
    boolean isFine() {
        return !isDead && !isLinkDown && neighbour != NeighbourState.FAILED;
    }
}
