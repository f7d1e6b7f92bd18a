package io.routewright.daemon.plan;

import io.routewright.netlink.NetlinkH;
import io.routewright.netlink.NetlinkMessage;
import io.routewright.netlink.RtnetlinkObject;
import io.routewright.netlink.WriteForm;

/// One request that changes a spot's list.
///
/// @param act how
/// @param object what is added, put in place, or taken away
record Move(Act act, RtnetlinkObject object) {
    enum Act {
        /// Refused when the key is taken.
        ADD(NetlinkH.NLM_F_CREATE | NetlinkH.NLM_F_EXCL),
        /// Behind equal keys. For rules, also: duplicates are no error.
        APPEND(NetlinkH.NLM_F_CREATE | NetlinkH.NLM_F_APPEND),
        /// Before equal keys.
        PREPEND(NetlinkH.NLM_F_CREATE),
        /// Instead of the first of its key.
        REPLACE(NetlinkH.NLM_F_REPLACE),
        DELETE(0);

        private final int flags;

        Act(int flags) {
            this.flags = flags;
        }
    }

    NetlinkMessage request() {
        return act == Act.DELETE
                ? WriteForm.forDelete(object).toMessage(object.deleteType(), 0)
                : WriteForm.of(object).toMessage(object.newType(), act.flags);
    }
}
