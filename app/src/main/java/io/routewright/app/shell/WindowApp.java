package io.routewright.app.shell;

import io.routewright.app.feed.FrameFeed;
import io.routewright.app.feed.LiveSite;
import io.routewright.app.session.Site;
import io.routewright.app.staging.Staging;
import io.routewright.app.text.Strings;
import io.routewright.app.theme.Theme;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/// Starts the toolkit, opens the window on a site, and ends when the window is closed.
public final class WindowApp {
    private static final Strings TEXT = new Strings(WindowApp.class);
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    private final Function<Workspace, List<Screen>> rooms;
    private final Stage stage = new Stage();
    private LiveSite live;

    private WindowApp(Site site, Function<Workspace, List<Screen>> rooms) {
        this.rooms = rooms;
        live = LiveSite.open(site);
        stage.setMinWidth(720);
        stage.setMinHeight(480);
    }

    /// Whether this process has a display to open a window on. JavaFX needs X11, on Wayland desktops by way of Xwayland.
    public static boolean hasDisplay() {
        String display = System.getenv("DISPLAY");
        return display != null && !display.isEmpty();
    }

    /// Makes JavaFX work without a display; before the toolkit starts.
    public static void withoutDisplay() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
    }

    /// Opens the window and returns when it has been closed.
    public static void run(Site site, Function<Workspace, List<Screen>> rooms)
            throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        Runnable end =
                () -> {
                    Platform.exit();
                    closed.countDown();
                };
        Platform.startup(() -> open(site, rooms, end));
        closed.await();
    }

    /// Opens the window; FX thread only.
    ///
    /// @param onClosed called once the window is closed and its site is left
    public static Stage open(
            Site site, Function<Workspace, List<Screen>> rooms, Runnable onClosed) {
        Theme.install();
        WindowApp app = new WindowApp(site, rooms);
        app.fill();
        app.stage.setOnHidden(e -> {
            app.live.close();
            onClosed.run();
        });
        app.stage.show();
        return app.stage;
    }

    /// Builds the window's content for the site that is open now.
    private void fill() {
        MainWindow window = connect(live, rooms, this::openSandbox);
        Scene old = stage.getScene();
        double width = old == null ? WIDTH : old.getWidth();
        double height = old == null ? HEIGHT : old.getHeight();
        Scene scene = new Scene(window, width, height);
        new ShellActs(window).install(scene);
        stage.setTitle(TEXT.get("window.title", live.session().siteName()));
        stage.setScene(scene);
    }

    private void openSandbox() {
        live.close();
        live = LiveSite.open(new Site.Sandbox());
        fill();
    }

    /// A window's content fed by `live`.
    static MainWindow connect(
            LiveSite live, Function<Workspace, List<Screen>> rooms, Runnable openSandbox) {
        FrameFeed feed = new FrameFeed();
        MainWindow window =
                new MainWindow(
                        new MainWindow.Parts(
                                feed,
                                new Staging(),
                                live.session(),
                                live::health,
                                Clock.systemUTC(),
                                openSandbox),
                        rooms);
        live.onSnapshot(feed::publish);
        live.onConnection(feed::publish);
        return window;
    }
}
