package io.routewright.daemon.plan;

import io.routewright.netlink.Canonical;
import io.routewright.netlink.RtnetlinkObject;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Comparing lists of objects by what they are rather than by their bytes.
final class Lists {
    private Lists() {}

    static boolean same(List<RtnetlinkObject> a, List<RtnetlinkObject> b) {
        return a.size() == b.size() && commonStart(a, b) == a.size();
    }

    /// How many objects both lists begin with.
    static int commonStart(List<RtnetlinkObject> a, List<RtnetlinkObject> b) {
        int n = 0;
        while (n < a.size() && n < b.size() && isSame(a.get(n), b.get(n))) {
            n++;
        }
        return n;
    }

    static boolean isSame(RtnetlinkObject a, RtnetlinkObject b) {
        return Canonical.of(a).equals(Canonical.of(b));
    }

    static boolean holds(List<RtnetlinkObject> list, RtnetlinkObject object) {
        return list.stream().anyMatch(o -> isSame(o, object));
    }

    /// What must be taken from `all` to leave `rest`; empty when that is not enough to get there.
    static Optional<List<RtnetlinkObject>> missing(
            List<RtnetlinkObject> all, List<RtnetlinkObject> rest) {
        List<RtnetlinkObject> gone = new ArrayList<>();
        int next = 0;
        for (RtnetlinkObject o : all) {
            if (next < rest.size() && isSame(o, rest.get(next))) {
                next++;
            } else {
                gone.add(o);
            }
        }
        return next == rest.size() ? Optional.of(gone) : Optional.empty();
    }
}
