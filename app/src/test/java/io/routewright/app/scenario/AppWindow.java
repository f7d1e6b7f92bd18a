package io.routewright.app.scenario;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.routewright.app.RealWindow;
import io.routewright.app.lab.Until;
import io.routewright.app.shell.Png;
import io.routewright.app.ui.HeadlessDnd;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;

/// The whole program's window on one site, built as the entry builds it.
final class AppWindow implements AutoCloseable {
    /// The first window of a JVM loads the toolkit and all styles: in User-Mode Linux on a busy machine that is minutes.
    private static final Duration FIRST_WINDOW = Duration.ofMinutes(5);

    private final Hands hands = new Hands();
    private final Stage stage;

    private AppWindow(Stage stage) {
        this.stage = stage;
    }

    /// Opens it on that site and returns when it shows the kernel's state.
    static AppWindow open(String site) {
        try {
            FxToolkit.registerPrimaryStage();
        } catch (TimeoutException e) {
            throw new AssertionError("the toolkit does not start", e);
        }
        Platform.setImplicitExit(false);
        // What an earlier, failed test has left behind on the window's thread is not this test's.
        WaitForAsyncUtils.clearExceptions();
        Hands eyes = new Hands();
        Stage stage =
                eyes.onScreen(
                        () -> {
                            HeadlessDnd.install();
                            Stage opened = RealWindow.open(site);
                            opened.setX(0);
                            opened.setY(0);
                            return opened;
                        },
                        FIRST_WINDOW);
        AppWindow window = new AppWindow(stage);
        try {
            window.awaitLive();
            return window;
        } catch (AssertionError e) {
            window.close();
            throw e;
        }
    }

    Hands hands() {
        return hands;
    }

    /// Waits until the window says that it shows the live state.
    void awaitLive() {
        hands.find("the word live in the title bar", Hands.text("live"));
        Until.holds("no banner is shown", () -> !hands.sees(Hands.id("connection-banner")));
    }

    /// Goes to a screen by the navigation and returns when its table or board is there.
    void goTo(String screen) {
        hands.click("navigation " + screen, Hands.id("nav-" + screen));
    }

    RulesPage rules() {
        goTo("rules");
        return new RulesPage(hands);
    }

    RoutesPage routes() {
        goTo("routes");
        return new RoutesPage(hands);
    }

    NexthopsPage nexthops() {
        goTo("nexthops");
        return new NexthopsPage(hands);
    }

    VrfsPage vrfs() {
        goTo("vrfs");
        return new VrfsPage(hands);
    }

    /// What the drawer lists as staged, a line for each change.
    List<String> staged() {
        return hands.onScreen(() -> RealWindow.stagedInWords(stage));
    }

    /// Waits until that many changes are staged.
    void awaitStaged(int number) {
        Until.value(number + " staged changes", this::staged, all -> all.size() == number);
    }

    /// Opens the review of what is staged.
    void review() {
        hands.click("Review and apply", Hands.id("review"));
        hands.find("the review", Hands.id("review-dialog"));
    }

    /// Reviews and applies everything staged, and returns when the window says that it is done.
    void apply() {
        review();
        hands.click("Apply", Hands.id("apply"));
        Until.holds(
                "the apply has ended", () -> !hands.sees(Hands.id("review-dialog")) || failed());
        assertTrue(!failed(), () -> "not applied: " + failure());
        awaitStaged(0);
    }

    /// Reviews and applies everything staged, and returns what the window says about the refusal.
    String applyInVain() {
        review();
        hands.click("Apply", Hands.id("apply"));
        hands.find("the reason of the refusal", Hands.id("apply-failure"));
        return failure();
    }

    /// Leaves the review; the changes stay staged.
    void backToEditing() {
        hands.keys(KeyCode.ESCAPE);
        Until.holds("the review is closed", () -> !hands.sees(Hands.id("review-dialog")));
    }

    private boolean failed() {
        return hands.sees(Hands.id("apply-failure"));
    }

    private String failure() {
        Node box = hands.find("the reason of the refusal", Hands.id("apply-failure"));
        return hands.textIn(box);
    }

    /// Undoes the last staged act by keyboard.
    void undo() {
        hands.keys(KeyCode.CONTROL, KeyCode.Z);
    }

    /// Does the act again by keyboard.
    void redo() {
        hands.keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
    }

    /// Leaves pictures of everything that is open in `target/evidence` and says where.
    String picture(String name) {
        return hands.onScreen(() -> {
            Path folder = Files.createDirectories(Path.of("target", "evidence"));
            int number = 0;
            for (Window window : Window.getWindows()) {
                Path file = folder.resolve(name + "-" + number++ + ".png");
                write(window, file);
            }
            return number + " pictures in " + folder.toAbsolutePath() + "/" + name + "-*.png";
        });
    }

    private static void write(Window window, Path file) {
        try {
            Png.write(window.getScene().snapshot(null), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        hands.onScreen(() -> {
            List.copyOf(Window.getWindows()).reversed().stream()
                    .filter(w -> w != stage)
                    .forEach(Window::hide);
            stage.close();
            return true;
        });
        hands.letGo();
    }
}
