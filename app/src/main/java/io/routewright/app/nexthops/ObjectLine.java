package io.routewright.app.nexthops;

import io.routewright.netlink.NexthopObject;

import java.util.List;

/// A row of the list of nexthop objects.
///
/// @param truth the kernel's object; the object to be where it does not exist yet
/// @param current as it shall be
/// @param groups ids of the groups it is in
/// @param routes how many routes use it by its id
/// @param state how it is; for a group that of a fine leg
record ObjectLine(
        NexthopObject truth,
        NexthopObject current,
        Card.Mark mark,
        List<Long> groups,
        int routes,
        LegState state) {
    /// Takes a copy of `groups`.
    ObjectLine {
        groups = List.copyOf(groups);
    }
}
