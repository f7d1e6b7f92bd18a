package io.routewright.app.feed;

import io.routewright.app.session.Connection;
import io.routewright.app.store.Snapshot;

import javafx.application.Platform;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// The one door to the FX thread: any thread publishes, subscribers are called on the FX thread with the newest
/// snapshot only, at most one call per queued turn however fast snapshots come.
public final class FrameFeed implements Executor {
    private final AtomicReference<@Nullable Snapshot> pending = new AtomicReference<>();
    private final List<Consumer<Snapshot>> onSnapshot = new ArrayList<>();
    private final List<Consumer<Connection>> onConnection = new ArrayList<>();
    private Snapshot latest = Snapshot.EMPTY;
    private Connection connection = new Connection.Connecting();

    /// Any thread: hands over the newest snapshot.
    public void publish(Snapshot snapshot) {
        if (pending.getAndSet(snapshot) == null) {
            Platform.runLater(this::deliver);
        }
    }

    /// Any thread: tells how the connection stands.
    public void publish(Connection state) {
        Platform.runLater(() -> {
            connection = state;
            List.copyOf(onConnection).forEach(c -> c.accept(state));
        });
    }

    private void deliver() {
        Snapshot next = pending.getAndSet(null);
        if (next != null) {
            latest = next;
            List.copyOf(onSnapshot).forEach(c -> c.accept(next));
        }
    }

    /// FX thread: the newest delivered snapshot.
    public Snapshot latest() {
        return latest;
    }

    /// FX thread: the connection's state.
    public Connection connection() {
        return connection;
    }

    /// FX thread: calls `consumer` now and at each new snapshot until unsubscribed.
    public Subscription subscribe(Consumer<Snapshot> consumer) {
        onSnapshot.add(consumer);
        consumer.accept(latest);
        return () -> onSnapshot.remove(consumer);
    }

    /// FX thread: calls `consumer` now and at each change of the connection until unsubscribed.
    public Subscription subscribeConnection(Consumer<Connection> consumer) {
        onConnection.add(consumer);
        consumer.accept(connection);
        return () -> onConnection.remove(consumer);
    }

    /// Any thread: runs `task` on the FX thread; at once when already there.
    @Override
    public void execute(Runnable task) {
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
    }
}
