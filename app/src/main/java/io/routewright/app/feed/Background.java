package io.routewright.app.feed;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Works out what a screen shows off the FX thread. Of tasks that come while one runs only the newest is done.
public final class Background {
    private final AtomicReference<@Nullable Runnable> newest = new AtomicReference<>();
    private final Executor worker;
    private final Executor fx;

    /// @param name of the daemon thread
    /// @param fx the door to the FX thread
    public Background(String name, Executor fx) {
        this(
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name(name).factory()),
                fx);
    }

    Background(Executor worker, Executor fx) {
        this.worker = worker;
        this.fx = fx;
    }

    /// Runs `task` on the thread and hands what it gives to `then` on the FX thread, unless a newer task came.
    public <T> void run(Supplier<T> task, Consumer<T> then) {
        Runnable job = () -> answer(task.get(), then);
        if (newest.getAndSet(job) == null) {
            worker.execute(this::work);
        }
    }

    /// Runs `task` at once on the calling (FX) thread: for work that is done sooner than a frame.
    public <T> void runHere(Supplier<T> task, Consumer<T> then) {
        newest.set(null);
        then.accept(task.get());
    }

    private void work() {
        Runnable job = newest.getAndSet(null);
        if (job != null) {
            job.run();
        }
    }

    private <T> void answer(T result, Consumer<T> then) {
        fx.execute(() -> {
            if (newest.get() == null) {
                then.accept(result);
            }
        });
    }
}
