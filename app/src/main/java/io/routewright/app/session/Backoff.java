package io.routewright.app.session;

import java.time.Duration;

/// Pauses between attempts to connect: 250 ms, doubled each time, never above 5 s. Shorter: a helper that is down costs
/// CPU; longer: after its restart the window shows old state for longer than a user waits.
final class Backoff {
    private static final long FIRST_MILLIS = 250;
    private static final long LAST_MILLIS = 5000;

    private Backoff() {}

    /// The pause after that many failed attempts (1 and up).
    static Duration after(int attempts) {
        int doublings = Math.clamp(attempts - 1L, 0, 10);
        return Duration.ofMillis(Math.min(LAST_MILLIS, FIRST_MILLIS << doublings));
    }
}
