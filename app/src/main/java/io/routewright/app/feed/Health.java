package io.routewright.app.feed;

import java.time.Instant;

/// How well the store follows the kernel, for the status line.
///
/// @param events kernel messages received since the start
/// @param eventsPerSecond over the last seconds
/// @param lastFullCheck when everything was last read from the kernel; `Instant.EPOCH` before the first time
/// @param resyncs how often everything had to be read again because events were lost or someone asked
public record Health(long events, double eventsPerSecond, Instant lastFullCheck, int resyncs) {
    /// Before anything was received.
    public static final Health NONE = new Health(0, 0, Instant.EPOCH, 0);
}
