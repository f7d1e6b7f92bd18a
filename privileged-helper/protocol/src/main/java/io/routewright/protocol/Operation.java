package io.routewright.protocol;

import io.routewright.netlink.RtnetlinkObject;

/// One object's change, as its images before and after. The helper checks `before` against the kernel, plans the
/// netlink messages, and can undo by swapping the two.
public sealed interface Operation {
    /// Where a new route goes among routes of the same key.
    enum Placement {
        /// Refused when the key is taken.
        ALONE,
        /// Behind the others (IPv4 `append`).
        LAST,
        /// Before the others (IPv4 `prepend`).
        FIRST
    }

    /// The object shall exist; it must not exist now (see `placement` for routes).
    record Create(RtnetlinkObject after, Placement placement) implements Operation {
        public Create(RtnetlinkObject after) {
            this(after, Placement.ALONE);
        }
    }

    /// The object shall be gone; it must be there now, equal to `before`.
    record Delete(RtnetlinkObject before) implements Operation {}

    /// The object shall become `after`; it must be there now, equal to `before`. Both are of the same kind.
    record Change(RtnetlinkObject before, RtnetlinkObject after) implements Operation {}

    /// A table's name in our own file. The empty text stands for "no name".
    record Name(long tableId, String before, String after) implements Operation {}

    /// A routing sysctl of the closed list, such as `net/ipv4/fib_multipath_hash_policy`.
    record Sysctl(String key, String before, String after) implements Operation {}
}
