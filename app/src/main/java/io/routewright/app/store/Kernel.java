package io.routewright.app.store;

import java.util.Set;

/// What the site's kernel can, as the helper probed it.
///
/// @param release as uname(2) says, such as `6.1.0-18-amd64`
/// @param features words of the helper's welcome: `vrf`, `nexthop`, `nexthop-weight-16`, `resilient`, …
/// @param canWrite whether the helper lets this user apply changes
public record Kernel(String release, Set<String> features, boolean canWrite) {
    /// Before the helper has said anything.
    public static final Kernel UNKNOWN = new Kernel("", Set.of(), false);

    /// Whether VRF devices can be made.
    public boolean hasVrf() {
        return features.contains("vrf");
    }

    /// The largest weight of a group member: 65536 or 256. A route's own legs never go above 256.
    public int largestGroupWeight() {
        return features.contains("nexthop-weight-16") ? 65536 : 256;
    }
}
