package io.routewright.app.feed;

import io.routewright.app.session.Connection;
import io.routewright.app.session.Session;
import io.routewright.app.session.Site;
import io.routewright.app.store.Snapshot;

import java.time.Duration;
import java.util.function.Consumer;

/// One site kept live: its connection, the mirror of its kernel, and who wants to know. Works with a window
/// (`site.onSnapshot(frameFeed::publish)`) and without one. Any thread may call; listeners are called on the
/// mirror's thread and must return quickly.
public final class LiveSite implements AutoCloseable {
    private LiveSite(Site site) {
        throw new UnsupportedOperationException(site.text());
    }

    /// Starts to connect and returns at once; a sandbox is started too. It reconnects by itself until closed.
    public static LiveSite open(Site site) {
        return new LiveSite(site);
    }

    /// The connection, for applying changes.
    public Session session() {
        throw new UnsupportedOperationException();
    }

    /// The newest snapshot; `Snapshot.EMPTY` before the first.
    public Snapshot latest() {
        throw new UnsupportedOperationException();
    }

    /// How the connection stands now.
    public Connection connection() {
        throw new UnsupportedOperationException();
    }

    /// How well the store follows the kernel.
    public Health health() {
        throw new UnsupportedOperationException();
    }

    /// Calls `listener` with the newest snapshot, where there is one, and with each new one until the returned
    /// handle is run.
    public Runnable onSnapshot(Consumer<Snapshot> listener) {
        throw new UnsupportedOperationException(listener.toString());
    }

    /// Calls `listener` now and at each change of the connection until the returned handle is run.
    public Runnable onConnection(Consumer<Connection> listener) {
        throw new UnsupportedOperationException(listener.toString());
    }

    /// Waits until everything has been read once, the helper cannot be reached or refuses, or the time is over.
    /// The answer is `connection()` at that moment: `Live` when `latest()` holds the kernel's state.
    public Connection awaitFirst(Duration timeout) throws InterruptedException {
        throw new UnsupportedOperationException(timeout.toString());
    }

    /// Ends the connection, the threads and a sandbox; idempotent.
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
