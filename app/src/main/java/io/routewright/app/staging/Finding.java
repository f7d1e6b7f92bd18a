package io.routewright.app.staging;

import io.routewright.netlink.RtnetlinkObject;

import java.util.Optional;

/// Something to say about an intended change before it is applied.
///
/// @param severity whether the kernel would refuse it
/// @param field which input it is about: the key of a `describe.Field`, such as `destination` or `gateway`
/// @param object the object as it shall be
/// @param sentence what is wrong, in one sentence
/// @param fix what to do, in one sentence; empty when there is nothing to suggest
/// @param corrected the object with the fix done, where that is known
public record Finding(
        Severity severity,
        String field,
        RtnetlinkObject object,
        String sentence,
        String fix,
        Optional<? extends RtnetlinkObject> corrected) {
    /// How bad it is.
    public enum Severity {
        /// The kernel would refuse it.
        ERROR,
        /// The kernel takes it, but it will not do what was likely meant.
        WARNING,
        /// A side effect worth knowing.
        NOTE
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
