package io.routewright.app.state;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.routewright.app.feed.LiveSite;
import io.routewright.app.lab.Command;
import io.routewright.app.lab.Helper;
import io.routewright.app.lab.Lab;
import io.routewright.app.session.Connection;
import io.routewright.app.session.Site;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The store is the kernel's truth: after each step of a long random walk by another process our state equals what
/// `ip` says, within a second. `-Droutewright.walk.seed=N` repeats a walk, `-Droutewright.walk.seconds=N` sets its length.
final class StateContractTest {
    private static final long SEED = Long.getLong("routewright.walk.seed", System.nanoTime());
    private static final Duration LENGTH =
            Duration.ofSeconds(Long.getLong("routewright.walk.seconds", 30));

    @Test
    void stateEqualsIpAfterEachStepOfARandomWalk() throws InterruptedException {
        walk(false);
    }

    @Test
    @Tag("vrf")
    void stateEqualsIpAfterEachStepOfARandomWalkThroughVrfs() throws InterruptedException {
        walk(true);
    }

    private static void walk(boolean hasVrf) throws InterruptedException {
        System.out.println("random walk, seed " + SEED);
        try (Lab lab = Lab.bare();
                Helper helper = Helper.start(lab);
                LiveSite live = LiveSite.open(Site.parse(helper.site()).orElseThrow())) {
            assertTrue(
                    live.awaitFirst(Duration.ofSeconds(30)) instanceof Connection.Live,
                    () -> live.connection().toString());
            // Labs have duplicate address detection off; here it is one more thing that happens by
            // itself.
            lab.run("sysctl -qw net.ipv6.conf.default.accept_dad=1");
            Truth truth = new Truth(lab, live, "seed " + SEED);
            Walk walk = new Walk(SEED, hasVrf, isNewTool());
            batch(lab, false, walk.start());
            List<Long> delays = new ArrayList<>(List.of(truth.delay(walk.start())));
            long end = System.nanoTime() + LENGTH.toNanos();
            while (System.nanoTime() < end) {
                boolean isInet6 = delays.size() % 4 == 0;
                List<String> step = isInet6 ? walk.rules6() : walk.step();
                batch(lab, isInet6, step);
                delays.add(truth.delay(step));
            }
            report(delays);
            assertTrue(live.health().events() > 50, () -> live.health().toString());
        }
    }

    private static boolean isNewTool() {
        String version = Command.run(List.of("ip", "-V")).out();
        return !version.matches("(?s).*iproute2-([45]|6\\.[0-9]\\b).*");
    }

    private static void batch(Lab lab, boolean isInet6, List<String> lines) {
        List<String> words = new ArrayList<>(List.of("ip", "-n", lab.namespace()));
        if (isInet6) {
            words.add("-6");
        }
        words.addAll(List.of("-force", "-batch", "-"));
        byte[] input = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        Command.run(words, input);
    }

    private static void report(List<Long> delays) {
        Collections.sort(delays);
        long late = delays.stream().filter(d -> d > Truth.SOON_MILLIS).count();
        System.out.printf(
                "%d checkpoints; equal after %d ms (median), %d ms (95 %%), %d ms (last); %d"
                        + " late%n",
                delays.size(),
                delays.get(delays.size() / 2),
                delays.get(delays.size() * 95 / 100),
                delays.getLast(),
                late);
        // Where threads wait for a processor, a few steps may be late.
        assertTrue(
                late <= Math.max(2, delays.size() / 20),
                () -> late + " of " + delays.size() + " late");
    }
}
