package io.routewright.app.staging;

import io.routewright.netlink.Route;
import io.routewright.netlink.RouteHeader;
import io.routewright.netlink.Rtnetlink;
import io.routewright.netlink.RtnetlinkObject;

/// A cheap test before keys are compared: tables of a million routes are walked with it.
final class KeyFilter {
    private KeyFilter() {}

    /// False only when the two surely have different keys.
    static boolean mayShareKey(RtnetlinkObject a, RtnetlinkObject b) {
        if (a instanceof Route x && b instanceof Route y) {
            RouteHeader p = x.header();
            RouteHeader q = y.header();
            return p.destinationLength() == q.destinationLength()
                    && p.family() == q.family()
                    && p.tos() == q.tos()
                    && x.attributes()
                            .find(Rtnetlink.RTA_DST)
                            .equals(y.attributes().find(Rtnetlink.RTA_DST));
        }
        return a.newType() == b.newType();
    }

    /// Whether the route is in that table; the header alone tells for most.
    static boolean isIn(Route r, long tableId) {
        int low = r.header().table();
        boolean isTold = low != 0 && low != Rtnetlink.RT_TABLE_COMPAT;
        return isTold ? low == tableId : r.tableId() == tableId;
    }
}
