package io.routewright.app.staging;

import io.routewright.netlink.RtnetlinkObject;
import io.routewright.protocol.Operation;

import java.util.Optional;

/// A staged operation whose ground has moved: the kernel's object is no longer what it was when the change was staged.
///
/// @param operation the staged operation
/// @param kind what happened
/// @param present the object as the kernel has it now; empty when it is gone
public record Conflict(Operation operation, Kind kind, Optional<RtnetlinkObject> present) {
    /// What happened to the object meanwhile.
    public enum Kind {
        /// It is gone.
        GONE,
        /// It was changed.
        MOVED,
        /// An equal object, or one with the same key, has come into being.
        TAKEN
    }
}
