package io.routewright.app.ui;

import io.routewright.app.shell.Png;
import io.routewright.app.theme.Theme;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// What every test on screen starts from: the look, one window of up to 1000 x 1000 pixels, a robot, and drags that work on the
/// Headless platform. Extend it, call `open` with what shall be tested.
public abstract class UiTest {
    protected final FxRobot robot = new FxRobot();
    protected Stage stage;

    @BeforeEach
    void openStage() throws TimeoutException {
        stage = FxToolkit.registerPrimaryStage();
        onFx(() -> {
            HeadlessDnd.install();
            Theme.choose(Theme.Mode.LIGHT);
        });
    }

    @AfterEach
    void closeStage() throws TimeoutException {
        FxToolkit.cleanupStages();
        robot.release(new javafx.scene.input.KeyCode[0]);
        robot.release(new javafx.scene.input.MouseButton[0]);
    }

    /// Shows what `build` makes, on the FX thread, 960 x 640; returns it.
    protected final <P extends Parent> P open(Supplier<P> build) {
        P made =
                onFx(() -> {
                    P root = build.get();
                    stage.setScene(new Scene(root, 960, 640));
                    stage.show();
                    stage.toFront();
                    return root;
                });
        settle();
        return made;
    }

    /// Runs on the FX thread and waits for the answer.
    protected static <T> T onFx(Callable<T> task) {
        T answer = WaitForAsyncUtils.waitForAsyncFx(20_000, task);
        settle();
        return answer;
    }

    /// Runs on the FX thread, waits, and lets the next frame be laid out.
    protected static void onFx(Runnable task) {
        WaitForAsyncUtils.waitForAsyncFx(20_000, task);
        settle();
    }

    /// Waits until the FX thread has worked off what is queued, and two frames more.
    protected static void settle() {
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Leaves a picture of the window in `target/pictures`, for a look at what a test saw.
    protected final void picture(String name) {
        onFx(() -> {
            Path file = Path.of("target", "pictures", name + ".png");
            Files.createDirectories(file.getParent());
            Png.write(stage.getScene().snapshot(null), file);
            return file;
        });
    }

    /// The only node that matches.
    protected final <N extends Node> N find(String query) {
        return robot.lookup(query).query();
    }
}
