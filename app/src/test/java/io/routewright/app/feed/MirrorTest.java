package io.routewright.app.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.routewright.app.session.Connection;
import io.routewright.app.store.Snapshot;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.Prefix;
import io.routewright.netlink.Route;
import io.routewright.netlink.Rtnetlink;
import io.routewright.protocol.Message;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// When the mirror reads what, against a scripted helper and a clock that only the test moves.
final class MirrorTest {
    private static final long MILLI = 1_000_000L;
    private static final Route TEN =
            Route.to(Prefix.parse("10.0.0.0/8").orElseThrow(), 254).withMetric(1);
    private static final Route DOC =
            Route.to(Prefix.parse("2001:db8::/32").orElseThrow(), 254).withMetric(1);

    private final List<Snapshot> snapshots = new ArrayList<>();
    private final List<Connection> states = new ArrayList<>();
    private final Map<Long, Message.ToHelper> open = new LinkedHashMap<>();
    private final List<Message.ToHelper> asked = new ArrayList<>();
    private long now = 1_000_000 * MILLI;
    private long lastId;
    private Mirror mirror = newMirror();

    private Mirror newMirror() {
        return new Mirror(
                () -> now,
                Clock.systemUTC(),
                new Mirror.Listener() {
                    @Override
                    public void changed(Snapshot snapshot) {
                        snapshots.add(snapshot);
                    }

                    @Override
                    public void changed(Connection state) {
                        states.add(state);
                    }
                });
    }

    @BeforeEach
    void connect() {
        mirror.connected(
                new Message.Welcome(1, 7, "6.18", true, List.of("nexthop")), this::request);
    }

    private long request(Message.ToHelper request) {
        lastId++;
        open.put(lastId, request);
        asked.add(request);
        return lastId;
    }

    /// Lets time pass, then gives the mirror its turn.
    private void pass(long millis) {
        now += millis * MILLI;
        mirror.turn();
    }

    /// Answers what is open, with the given dump where it is a dump of routes, until nothing is open any more.
    private void answerAll(Route... routes) {
        open.values().removeIf(r -> r instanceof Message.Subscribe);
        while (!open.isEmpty()) {
            answerOne(0, false, routes);
        }
    }

    private void answerOne(int errno, boolean isInterrupted, Route... routes) {
        long id = open.keySet().iterator().next();
        switch (open.remove(id)) {
            case Message.GetNames g -> mirror.received(id, new Message.Names(List.of()));
            case Message.GetSysctls g -> mirror.received(id, new Message.Sysctls(Map.of()));
            case Message.Dump dump -> {
                for (Route r : routes) {
                    if (dump.type() == Rtnetlink.RTM_GETROUTE
                            && dump.family() == r.family().number()) {
                        mirror.received(id, new Message.DumpChunk(raw(r)));
                    }
                }
                mirror.received(id, new Message.DumpEnd(errno, isInterrupted));
            }
            default -> throw new AssertionError("asked for something odd");
        }
    }

    private static Bytes raw(Route r) {
        return r.toMessage(Rtnetlink.RTM_NEWROUTE, 0).encode();
    }

    private void becomeLive(Route... routes) {
        pass(0);
        answerAll(routes);
        asked.clear();
    }

    private void announce(Route r) {
        mirror.received(0, new Message.Events(raw(r)));
    }

    private Set<Kind> kindsAsked() {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (Kind kind : Kind.values()) {
            if (asked.contains(kind.request())) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    @Test
    void subscribesBeforeAnythingIsRead() {
        pass(0);
        assertInstanceOf(Message.Subscribe.class, asked.getFirst());
    }

    @Test
    void isLiveWithOneSnapshotWhenEverythingWasRead() {
        pass(0);
        open.values().removeIf(r -> r instanceof Message.Subscribe);
        for (int i = 1; i < Kind.values().length; i++) {
            answerOne(0, false, TEN);
            assertTrue(snapshots.isEmpty() && states.isEmpty());
        }
        answerOne(0, false);
        assertEquals(List.of(new Connection.Live()), states);
        assertEquals(List.of(TEN), snapshots.getFirst().routes());
        assertEquals(EnumSet.allOf(Kind.class), kindsAsked());
    }

    @Test
    void anEventIsAHintThatIsFollowedAfterAMomentOfQuiet() {
        becomeLive();
        announce(TEN);
        pass(20);
        assertFalse(kindsAsked().contains(Kind.ROUTES4));
        pass(11);
        assertEquals(EnumSet.of(Kind.ROUTES4), kindsAsked());
        answerAll();
        assertEquals(
                List.of(), snapshots.getLast().routes(), "the dump is believed, not the event");
        answerAll();
    }

    @Test
    void aBurstIsNotAwaitedForLongerThanItsLimit() {
        becomeLive();
        for (int i = 0; i < 20; i++) {
            announce(TEN);
            pass(10);
        }
        assertTrue(kindsAsked().contains(Kind.ROUTES4));
    }

    @Test
    void aKindHitWhileItIsReadIsReadAgain() {
        becomeLive();
        announce(TEN);
        pass(31);
        announce(TEN);
        answerAll();
        asked.clear();
        pass(31);
        assertEquals(EnumSet.of(Kind.ROUTES4), kindsAsked());
    }

    @Test
    void aSlowKindRestsForThreeTimesItsDuration() {
        becomeLive();
        announce(TEN);
        pass(31);
        now += 100 * MILLI;
        answerAll();
        announce(TEN);
        asked.clear();
        pass(250);
        assertFalse(kindsAsked().contains(Kind.ROUTES4));
        pass(60);
        assertTrue(kindsAsked().contains(Kind.ROUTES4));
    }

    @Test
    void anInterruptedDumpIsRepeatedTwiceThenTakenAndLookedAtAgain() {
        becomeLive();
        announce(TEN);
        pass(31);
        answerOne(0, true, TEN);
        answerOne(0, true, TEN);
        assertEquals(3, asked.size());
        answerOne(0, true, TEN);
        assertEquals(3, asked.size());
        assertEquals(List.of(TEN), snapshots.getLast().routes());
        pass(301);
        assertEquals(4, asked.stream().filter(Kind.ROUTES4.request()::equals).count());
    }

    @Test
    void whatWasReadUnchangedIsNoNews() {
        becomeLive(TEN);
        int before = snapshots.size();
        announce(TEN);
        pass(31);
        answerAll(TEN);
        assertEquals(before, snapshots.size());
    }

    @Test
    void anOverrunReadsEverythingAgainAtOnce() {
        becomeLive(TEN);
        mirror.received(0, new Message.Overrun());
        pass(0);
        answerAll(TEN);
        assertEquals(EnumSet.allOf(Kind.class), kindsAsked());
        assertEquals(1, mirror.health().resyncs());
    }

    @Test
    void anInet6DumpsDoubleRowsAreDropped() {
        becomeLive(DOC, DOC);
        assertEquals(List.of(DOC), snapshots.getLast().routes());
    }

    @Test
    void anInet4DumpsEqualRowsStay() {
        becomeLive(TEN, TEN);
        assertEquals(List.of(TEN, TEN), snapshots.getLast().routes());
    }

    @Test
    void aKindTheKernelDoesNotHaveIsEmptyAndNoObstacle() {
        pass(0);
        open.values().removeIf(r -> r instanceof Message.Subscribe);
        while (!open.isEmpty()) {
            answerOne(95, false);
        }
        assertEquals(List.of(new Connection.Live()), states);
    }

    @Test
    void aKindThatCouldNotBeReadKeepsWhatIsHeldAndIsTriedAgain() {
        becomeLive(TEN);
        announce(TEN);
        pass(31);
        answerOne(12, false);
        assertEquals(List.of(TEN), snapshots.getLast().routes());
        asked.clear();
        pass(501);
        assertTrue(kindsAsked().contains(Kind.ROUTES4));
    }

    @Test
    void afterALossEverythingIsReadBeforeItIsLiveAgain() {
        becomeLive(TEN);
        mirror.changed(new Connection.Lost("gone", 1));
        open.clear();
        connect();
        pass(0);
        assertEquals(new Connection.Lost("gone", 1), states.getLast());
        Snapshot before = snapshots.getLast();
        answerAll(TEN);
        assertEquals(new Connection.Live(), states.getLast());
        assertSame(before, snapshots.getLast(), "nothing has changed meanwhile");
    }

    @Test
    void silentChangesAreFoundByLookingRegularly() {
        becomeLive(TEN);
        pass(1000);
        pass(31);
        answerAll();
        assertEquals(List.of(), snapshots.getLast().routes());
    }
}
