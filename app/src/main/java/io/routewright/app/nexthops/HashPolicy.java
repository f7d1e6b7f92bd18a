package io.routewright.app.nexthops;

import io.routewright.app.store.Snapshot;
import io.routewright.netlink.Family;

import java.util.Optional;

/// How the kernel picks the path of a flow, for one family (fib_multipath_hash_policy).
///
/// @param key the sysctl
/// @param value 0 addresses, 1 addresses and ports, 2 inner addresses of tunnels, 3 chosen fields
record HashPolicy(Family family, String key, String value) {
    /// The policies that can be chosen.
    static final int COUNT = 4;

    /// Empty where this kernel does not say.
    static Optional<HashPolicy> of(Snapshot s, Family family) {
        String version = family == Family.INET ? "ipv4" : "ipv6";
        String key = "net/" + version + "/fib_multipath_hash_policy";
        return Optional.ofNullable(s.sysctls().get(key)).map(v -> new HashPolicy(family, key, v));
    }
}
