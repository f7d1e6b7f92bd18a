package io.routewright.app.lab;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Waits for a condition, with a deadline and a sentence for the failure.
public final class Until {
    /// Longer than any reaction of helper, kernel and window together inside User-Mode Linux on a machine that is busy with
    /// ten times its work; a test that passes never waits this long.
    public static final Duration LONG = Duration.ofSeconds(120);

    private static final Duration PAUSE = Duration.ofMillis(25);

    private Until() {}

    /// Returns as soon as the condition holds; fails with `what` after two minutes.
    public static void holds(String what, BooleanSupplier condition) {
        holds(what, LONG, condition);
    }

    /// Returns as soon as the condition holds; fails with `what` at the deadline.
    public static void holds(String what, Duration limit, BooleanSupplier condition) {
        value(what, limit, condition::getAsBoolean, Boolean::booleanValue);
    }

    /// The first value that is as wanted; fails with `what` and the last value seen after two minutes.
    public static <T> T value(String what, Supplier<T> look, Predicate<T> wanted) {
        return value(what, LONG, look, wanted);
    }

    /// The first value that is as wanted; fails with `what` and the last value seen at the deadline.
    public static <T> T value(String what, Duration limit, Supplier<T> look, Predicate<T> wanted) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            T seen = look.get();
            if (wanted.test(seen)) {
                return seen;
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError(
                        "not within " + limit.toSeconds() + " s: " + what + "\nlast seen: " + seen);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
