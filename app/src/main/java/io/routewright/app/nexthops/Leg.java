package io.routewright.app.nexthops;

import io.routewright.netlink.IpAddress;

import java.util.Optional;

/// One path of a card: where it leads, how it is, and its weight.
///
/// @param memberId the nexthop object of a group's member; 0 for a route's own leg
/// @param ifindex 0 when not said
/// @param link the link's name; empty when not said
/// @param weight as it shall be
/// @param weightBefore the kernel's; 0 for a leg that is not there yet
/// @param state how it is now
record Leg(
        long memberId,
        int ifindex,
        String link,
        Optional<IpAddress> gateway,
        int weight,
        int weightBefore,
        LegState state) {
    boolean isNew() {
        return weightBefore == 0;
    }

    boolean isWeightChanged() {
        return weightBefore != 0 && weightBefore != weight;
    }

    /// The gateway as text; empty when the far ends are on the link itself.
    String via() {
        return gateway.map(IpAddress::toString).orElse("");
    }
}
