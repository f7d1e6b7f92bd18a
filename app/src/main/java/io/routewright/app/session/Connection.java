package io.routewright.app.session;

/// How things stand with the helper.
public sealed interface Connection {
    /// First attempt under way.
    record Connecting() implements Connection {}

    /// Connected; what is shown is live.
    record Live() implements Connection {}

    /// Cut off; what is shown is the last known state, and a new attempt follows by itself.
    ///
    /// @param reason one sentence
    /// @param attempts failed attempts since the loss
    record Lost(String reason, int attempts) implements Connection {}

    /// Connected, but the helper refuses this user; no further attempt.
    record Refused(String reason) implements Connection {}
}
