package io.routewright.app.shell;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Works things out beside the FX thread, because they may walk over a million routes. Only the newest question's answer is shown.
/// Called on the FX thread.
final class Aside {
    private final Executor fx;
    private int asked;

    Aside(Executor fx) {
        this.fx = fx;
    }

    /// @param work pure; runs on a thread of its own
    /// @param show runs on the FX thread, unless something newer was asked meanwhile
    <T> void compute(Supplier<T> work, Consumer<T> show) {
        int mine = ++asked;
        Thread.ofVirtual()
                .start(() -> {
                    T answer = work.get();
                    fx.execute(() -> showIfNewest(mine, answer, show));
                });
    }

    private <T> void showIfNewest(int mine, T answer, Consumer<T> show) {
        if (mine == asked) {
            show.accept(answer);
        }
    }

    /// Whatever is being worked out is not wanted any more.
    void forget() {
        asked++;
    }
}
