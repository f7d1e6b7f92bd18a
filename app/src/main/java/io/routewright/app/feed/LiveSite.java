package io.routewright.app.feed;

import io.routewright.app.session.Connection;
import io.routewright.app.session.HelperConnection;
import io.routewright.app.session.Session;
import io.routewright.app.session.Site;
import io.routewright.app.store.Snapshot;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// One site kept live: its connection, the mirror of its kernel, and who wants to know. Works with a window
/// (`site.onSnapshot(frameFeed::publish)`) and without one. Any thread may call; listeners are called on the
/// session's thread and must return quickly.
public final class LiveSite implements AutoCloseable {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition isNews = lock.newCondition();
    private final List<Consumer<Snapshot>> onSnapshot = new ArrayList<>();
    private final List<Consumer<Connection>> onConnection = new ArrayList<>();
    private final Mirror mirror = new Mirror(System::nanoTime, Clock.systemUTC(), new Publisher());
    private final Session session;
    private volatile Snapshot latest = Snapshot.EMPTY;
    private volatile Connection connection = new Connection.Connecting();

    private LiveSite(Site site) {
        session = HelperConnection.open(site, mirror);
    }

    /// Starts to connect and returns at once; a sandbox is started too. It reconnects by itself until closed.
    public static LiveSite open(Site site) {
        return new LiveSite(site);
    }

    /// The connection, for applying changes.
    public Session session() {
        return session;
    }

    /// The newest snapshot; `Snapshot.EMPTY` before the first.
    public Snapshot latest() {
        return latest;
    }

    /// How the connection stands now.
    public Connection connection() {
        return connection;
    }

    /// How well the store follows the kernel.
    public Health health() {
        return mirror.health();
    }

    /// Calls `listener` with the newest snapshot, where there is one, and with each new one until the returned
    /// handle is run.
    public Runnable onSnapshot(Consumer<Snapshot> listener) {
        lock.lock();
        try {
            onSnapshot.add(listener);
            if (latest.generation() > 0) {
                listener.accept(latest);
            }
        } finally {
            lock.unlock();
        }
        return () -> remove(onSnapshot, listener);
    }

    /// Calls `listener` now and at each change of the connection until the returned handle is run.
    public Runnable onConnection(Consumer<Connection> listener) {
        lock.lock();
        try {
            onConnection.add(listener);
            listener.accept(connection);
        } finally {
            lock.unlock();
        }
        return () -> remove(onConnection, listener);
    }

    private <T> void remove(List<T> listeners, T listener) {
        lock.lock();
        try {
            listeners.remove(listener);
        } finally {
            lock.unlock();
        }
    }

    /// Waits until everything has been read once, the helper cannot be reached or refuses, or the time is over.
    /// The answer is `connection()` at that moment: `Live` when `latest()` holds the kernel's state.
    public Connection awaitFirst(Duration timeout) throws InterruptedException {
        long left = timeout.toNanos();
        lock.lock();
        try {
            while (connection instanceof Connection.Connecting && left > 0) {
                left = isNews.awaitNanos(left);
            }
            return connection;
        } finally {
            lock.unlock();
        }
    }

    /// Waits until a snapshot newer than that generation is there, and gives it; the latest one when the time is over.
    public Snapshot awaitNewer(long generation, Duration timeout) throws InterruptedException {
        long left = timeout.toNanos();
        lock.lock();
        try {
            while (latest.generation() <= generation && left > 0) {
                left = isNews.awaitNanos(left);
            }
            return latest;
        } finally {
            lock.unlock();
        }
    }

    /// Ends the connection, the threads and a sandbox; idempotent.
    @Override
    public void close() {
        session.close();
    }

    /// Hands on what the mirror says, in order, to everybody who is registered at that moment.
    private final class Publisher implements Mirror.Listener {
        @Override
        public void changed(Snapshot snapshot) {
            lock.lock();
            try {
                latest = snapshot;
                isNews.signalAll();
                List.copyOf(onSnapshot).forEach(listener -> listener.accept(snapshot));
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void changed(Connection state) {
            lock.lock();
            try {
                connection = state;
                isNews.signalAll();
                List.copyOf(onConnection).forEach(listener -> listener.accept(state));
            } finally {
                lock.unlock();
            }
        }
    }
}
