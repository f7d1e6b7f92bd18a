package io.routewright.daemon.plan;

/// The order of work. Nothing is taken away before what replaces it stands, and nothing is added before what it
/// leans on; the constants' order is the order of the steps.
public enum Phase {
    RULES_OUT,
    ROUTES_OUT,
    ADDRESSES_OUT,
    /// Links leave a master that goes.
    LINKS_RELEASED,
    LINKS_OUT,
    LINKS_IN,
    LINKS_CHANGED,
    SYSCTLS,
    ADDRESSES_IN,
    NEXTHOPS_IN,
    GROUPS_IN,
    ROUTES_IN,
    RULES_IN,
    /// Objects that were moved elsewhere.
    MOVED_OUT,
    GROUPS_OUT,
    NEXTHOPS_OUT,
    NAMES;

    /// Whether the kernel may drop other objects silently in this phase or an earlier one.
    boolean isUpToLinks() {
        return compareTo(LINKS_CHANGED) <= 0;
    }
}
