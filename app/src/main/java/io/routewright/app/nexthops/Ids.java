package io.routewright.app.nexthops;

import io.routewright.app.store.Snapshot;
import io.routewright.netlink.NexthopObject;

/// Numbers of nexthop objects.
final class Ids {
    private Ids() {}

    /// One more than the largest in use.
    static long free(Snapshot state) {
        return state.nexthops().stream().mapToLong(NexthopObject::id).max().orElse(0) + 1;
    }
}
