package io.routewright.app.staging;

import io.routewright.netlink.Attribute;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.Route;
import io.routewright.netlink.RouteHeader;
import io.routewright.netlink.Rtnetlink;
import io.routewright.netlink.RtnetlinkObject;

import java.util.List;

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
                    && destination(x).equals(destination(y));
        }
        return a.newType() == b.newType();
    }

    /// RTA_DST as it stands; a plain loop, since this runs once per route of the table.
    private static Bytes destination(Route r) {
        List<Attribute> all = r.attributes().list();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).kind() == Rtnetlink.RTA_DST) {
                return all.get(i).value();
            }
        }
        return Bytes.EMPTY;
    }

    /// Whether the route is in that table; the header alone tells for most.
    static boolean isIn(Route r, long tableId) {
        int low = r.header().table();
        boolean isTold = low != 0 && low != Rtnetlink.RT_TABLE_COMPAT;
        return isTold ? low == tableId : r.tableId() == tableId;
    }
}
