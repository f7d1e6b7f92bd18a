package io.routewright.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.routewright.app.lab.Until;
import io.routewright.protocol.ChangeSet;
import io.routewright.protocol.Message;
import io.routewright.protocol.Operation;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// The connection against a helper that does as the test says.
final class HelperConnectionTest {
    private static final ChangeSet EMPTY = new ChangeSet("id-1", "", List.of());

    @TempDir private Path folder = Path.of("");
    private final Recorder recorder = new Recorder();
    private Optional<HelperConnection> connection = Optional.empty();

    /// Remembers what it was told.
    private static final class Recorder implements Peer {
        final List<Connection> states = new CopyOnWriteArrayList<>();
        final List<Message.ToClient> messages = new CopyOnWriteArrayList<>();
        final AtomicInteger connections = new AtomicInteger();
        final AtomicInteger resyncs = new AtomicInteger();

        @Override
        public void connected(Message.Welcome welcome, Requests requests) {
            connections.incrementAndGet();
            requests.send(new Message.GetNames());
        }

        @Override
        public void received(long requestId, Message.ToClient message) {
            messages.add(message);
        }

        @Override
        public void changed(Connection state) {
            states.add(state);
        }

        @Override
        public void resyncAsked() {
            resyncs.incrementAndGet();
        }

        @Override
        public Duration turn() {
            return Duration.ofSeconds(10);
        }
    }

    private Path socket() {
        return folder.resolve("helper.sock");
    }

    private HelperConnection open() {
        HelperConnection opened = HelperConnection.open(new Site.Socket(socket()), recorder);
        connection = Optional.of(opened);
        return opened;
    }

    @AfterEach
    void close() {
        connection.ifPresent(HelperConnection::close);
    }

    private static Optional<Message.ToClient> obliging(Message.ToHelper message) {
        return switch (message) {
            case Message.Apply apply -> Optional.of(new Message.Applied(apply.changeSet().id()));
            case Message.GetNames names -> Optional.of(new Message.Names(List.of()));
            default -> Optional.empty();
        };
    }

    private void awaitConnections(int count) {
        Until.holds(count + " connections", () -> recorder.connections.get() >= count);
    }

    @Test
    void applyIsAnsweredByTheHelpersOutcome() {
        try (FakeHelper _ = FakeHelper.welcoming(socket(), HelperConnectionTest::obliging)) {
            HelperConnection session = open();
            awaitConnections(1);
            assertEquals(new Message.Applied("id-1"), session.apply(EMPTY).join());
            Until.holds(
                    "answers of others go to the peer",
                    () -> recorder.messages.contains(new Message.Names(List.of())));
        }
    }

    @Test
    void applyWithoutAHelperIsDeniedAtOnce() {
        HelperConnection session = open();
        assertInstanceOf(Message.Denied.class, session.apply(EMPTY).join());
    }

    @Test
    void applyIsDeniedWhenTheHelperGoesAwayMeanwhile() {
        CompletableFuture<Message.Outcome> answer;
        try (FakeHelper _ = FakeHelper.welcoming(socket(), m -> Optional.empty())) {
            HelperConnection session = open();
            awaitConnections(1);
            answer = session.apply(EMPTY);
            assertFalse(answer.isDone());
        }
        assertInstanceOf(Message.Denied.class, answer.join());
    }

    @Test
    void changeSetBeyondTheFrameLimitIsDeniedHere() {
        try (FakeHelper _ = FakeHelper.welcoming(socket(), HelperConnectionTest::obliging)) {
            HelperConnection session = open();
            awaitConnections(1);
            List<Operation> many = new ArrayList<>();
            for (int i = 0; i < 9000; i++) {
                many.add(new Operation.Name(i, "a".repeat(100), "b".repeat(100)));
            }
            Message.Outcome answer = session.apply(new ChangeSet("big", "", many)).join();
            assertInstanceOf(Message.Denied.class, answer);
            assertEquals(new Message.Applied("id-1"), session.apply(EMPTY).join());
        }
    }

    @Test
    void comesBackWhenTheHelperDoes() {
        try (FakeHelper _ = FakeHelper.welcoming(socket(), HelperConnectionTest::obliging)) {
            open();
            awaitConnections(1);
        }
        Until.holds("loss is told", () -> !recorder.states.isEmpty());
        assertInstanceOf(Connection.Lost.class, recorder.states.getFirst());
        try (FakeHelper _ = FakeHelper.welcoming(socket(), HelperConnectionTest::obliging)) {
            awaitConnections(2);
        }
    }

    @Test
    void saysHowOftenItHasTried() {
        open();
        Until.holds("three attempts", () -> recorder.states.size() >= 3);
        Connection.Lost last = (Connection.Lost) recorder.states.get(2);
        assertEquals(3, last.attempts());
        assertTrue(last.reason().contains(socket().toString()), last::reason);
    }

    @Test
    void refusalEndsTheAttempts() {
        Message.Denied no = new Message.Denied("not you");
        try (FakeHelper _ = FakeHelper.answering(socket(), no)) {
            HelperConnection session = open();
            Until.holds("refusal is told", () -> !recorder.states.isEmpty());
            assertEquals(List.of(new Connection.Refused("not you")), recorder.states);
            assertInstanceOf(Message.Denied.class, session.apply(EMPTY).join());
        }
    }

    @Test
    void bytesThatAreNoFramesBreakTheConnection() {
        try (FakeHelper helper = FakeHelper.welcoming(socket(), HelperConnectionTest::obliging)) {
            open();
            awaitConnections(1);
            byte[] garbage = new byte[64];
            java.util.Arrays.fill(garbage, (byte) 0xff);
            helper.say(garbage);
            Until.holds("loss is told", () -> !recorder.states.isEmpty());
            assertInstanceOf(Connection.Lost.class, recorder.states.getFirst());
            awaitConnections(2);
        }
    }

    @Test
    void resyncReachesThePeerOnItsThread() {
        try (FakeHelper _ = FakeHelper.welcoming(socket(), HelperConnectionTest::obliging)) {
            HelperConnection session = open();
            awaitConnections(1);
            session.resync();
            Until.holds("resync", () -> recorder.resyncs.get() == 1);
        }
    }

    @Test
    void pausesGrowToFiveSeconds() {
        assertEquals(Duration.ofMillis(250), Backoff.after(1));
        assertEquals(Duration.ofMillis(1000), Backoff.after(3));
        assertEquals(Duration.ofSeconds(5), Backoff.after(1000));
    }
}
