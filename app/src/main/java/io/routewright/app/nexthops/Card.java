package io.routewright.app.nexthops;

import io.routewright.netlink.NexthopObject;
import io.routewright.netlink.Route;
import io.routewright.netlink.RtnetlinkObject;

import java.util.List;
import java.util.Optional;

/// A multipath route or a nexthop group: truth and intent together.
///
/// @param truth the kernel's object; the object to be where it does not exist yet
/// @param current as it shall be; equals `truth` where nothing is staged
/// @param mark what is staged for it
/// @param legs its paths as they shall be; for a card that shall go, as they are
/// @param gone links of legs that shall go
/// @param routes how many routes use the group; 0 for a route
/// @param largestWeight of one leg on this kernel
record Card(
        RtnetlinkObject truth,
        RtnetlinkObject current,
        Mark mark,
        List<Leg> legs,
        List<Leg> gone,
        int routes,
        int largestWeight) {
    /// What is staged for a card.
    enum Mark {
        NONE,
        ADDED,
        CHANGED,
        REMOVED
    }

    /// Takes copies of the lists.
    Card {
        legs = List.copyOf(legs);
        gone = List.copyOf(gone);
    }

    Optional<Route> route() {
        return current instanceof Route r ? Optional.of(r) : Optional.empty();
    }

    Optional<NexthopObject> group() {
        return current instanceof NexthopObject n ? Optional.of(n) : Optional.empty();
    }

    List<Integer> weights() {
        return legs.stream().map(Leg::weight).toList();
    }

    /// What part of the flows this leg is meant to get, 0 to 1.
    double share(int index) {
        double sum = legs.stream().mapToInt(Leg::weight).sum();
        return legs.get(index).weight() / sum;
    }
}
