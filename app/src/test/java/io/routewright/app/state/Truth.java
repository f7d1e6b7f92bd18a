package io.routewright.app.state;

import io.routewright.app.feed.LiveSite;
import io.routewright.app.lab.Lab;

import java.util.Map;
import java.util.Optional;

/// Compares what a live site holds with what `ip` says about the same lab.
final class Truth {
    /// The promise: the store is the kernel's truth within a second of any change.
    static final long SOON_MILLIS = 1000;

    /// What a machine that has more threads than processors may add to it.
    private static final long NEVER_LATER_MILLIS = 5000;

    /// The end, `ip`'s own time included, however starved the machine is.
    private static final long GIVE_UP_MILLIS = 60_000;

    private final Lab lab;
    private final LiveSite live;
    private final String context;

    /// @param context said with every failure
    Truth(Lab lab, LiveSite live, String context) {
        this.lab = lab;
        this.live = live;
        this.context = context;
    }

    /// Milliseconds until our state is as `ip` says. The kernel may still be at work by itself, so both are looked at
    /// again and again; the time `ip` itself takes is not counted.
    long delay(Object step) throws InterruptedException {
        long begun = System.nanoTime();
        long inIp = 0;
        while (true) {
            long before = System.nanoTime();
            Map<String, Object> ip = Reference.of(lab);
            inIp += System.nanoTime() - before;
            Optional<String> difference = Reference.difference(ip, Reference.of(live.latest()));
            long all = (System.nanoTime() - begun) / 1_000_000;
            long millis = all - inIp / 1_000_000;
            if (difference.isEmpty()) {
                return millis;
            }
            if (millis > NEVER_LATER_MILLIS || all > GIVE_UP_MILLIS) {
                throw new AssertionError(
                        context + ", after " + step + "\n" + difference.get() + live.health());
            }
            Thread.sleep(20);
        }
    }
}
