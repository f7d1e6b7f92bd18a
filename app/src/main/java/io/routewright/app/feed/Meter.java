package io.routewright.app.feed;

/// Counts events and their rate over the last one to two seconds. Any thread.
final class Meter {
    private static final long WINDOW = 1_000_000_000L;

    private long total;
    private long windowStart;
    private long inWindow;
    private long inLastWindow;

    /// That many events at that time.
    synchronized void add(long count, long now) {
        roll(now);
        total += count;
        inWindow += count;
    }

    private void roll(long now) {
        long passed = now - windowStart;
        if (passed >= WINDOW) {
            inLastWindow = passed < 2 * WINDOW ? inWindow : 0;
            inWindow = 0;
            windowStart = now;
        }
    }

    synchronized long total() {
        return total;
    }

    synchronized double perSecond(long now) {
        roll(now);
        double seconds = 1 + (now - windowStart) / (double) WINDOW;
        return (inLastWindow + inWindow) / seconds;
    }
}
