package io.routewright.app.shell;

import io.routewright.app.feed.LiveSite;
import io.routewright.app.theme.Theme;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/// Takes pictures of every screen and dialog, light and dark, 1440 x 900, on a scene that is in no window: the size of a display
/// does not matter, nor whether there is one.
public final class Pictures {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    /// Shorter: rows that come with the first frames are missing; longer: each picture takes that much more.
    private static final Duration SETTLE = Duration.ofMillis(120);

    private final LiveSite live;
    private final Function<Workspace, List<Screen>> rooms;
    private final Path directory;
    private final List<Path> written = new ArrayList<>();

    private Pictures(LiveSite live, Function<Workspace, List<Screen>> rooms, Path directory) {
        this.live = live;
        this.rooms = rooms;
        this.directory = directory;
    }

    /// Takes the pictures of a site that is connected and read; gives the files in the order they were made.
    ///
    /// @throws IOException a file cannot be written
    public static List<Path> take(
            LiveSite live, Function<Workspace, List<Screen>> rooms, Path directory)
            throws IOException, InterruptedException {
        Files.createDirectories(directory);
        if (!WindowApp.hasDisplay()) {
            WindowApp.withoutDisplay();
        }
        CompletableFuture<Void> started = new CompletableFuture<>();
        Platform.setImplicitExit(false);
        Platform.startup(() -> started.complete(null));
        await(started);
        Pictures pictures = new Pictures(live, rooms, directory);
        pictures.takeAll();
        Platform.exit();
        return pictures.written;
    }

    private void takeAll() throws IOException, InterruptedException {
        MainWindow window =
                onFx(() -> {
                    Theme.choose(Theme.Mode.LIGHT);
                    MainWindow made = WindowApp.connect(live, rooms, () -> {});
                    new Scene(made, WIDTH, HEIGHT);
                    return made;
                });
        Thread.sleep(SETTLE.toMillis() * 4);
        for (Theme.Mode mode : Theme.Mode.values()) {
            onFx(() -> {
                Theme.choose(mode);
                return mode;
            });
            for (Shot shot : onFx(() -> shots(window))) {
                shot(shot, mode);
            }
        }
    }

    /// A picture to be taken.
    private record Shot(String name, Runnable prepare, Scene scene) {}

    private List<Shot> shots(MainWindow window) {
        List<Shot> shots = new ArrayList<>();
        for (Screen screen : window.screens()) {
            shots.add(new Shot(screen.id(), () -> front(window, screen), window.getScene()));
        }
        for (Screen screen : window.screens()) {
            if (screen instanceof Gallery gallery) {
                gallery.shots().forEach(s -> shots.add(dialog(s.name(), s.dialog().get())));
            }
        }
        shots.add(new Shot("palette", window::openPalette, window.getScene()));
        window.showcase().forEach(s -> shots.add(dialog(s.name(), s.dialog().get())));
        return shots;
    }

    private static void front(MainWindow window, Screen screen) {
        window.closePalette();
        window.goTo(screen.id());
    }

    private static Shot dialog(String name, Parent root) {
        StackPane ground = new StackPane(root);
        ground.getStyleClass().add("shot-ground");
        if (root instanceof Region region) {
            region.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        }
        return new Shot(name, () -> {}, new Scene(ground, WIDTH, HEIGHT));
    }

    private void shot(Shot shot, Theme.Mode mode) throws IOException, InterruptedException {
        onFx(() -> {
            shot.prepare().run();
            renew(shot.scene());
            layOut(shot.scene().getRoot());
            return shot;
        });
        Thread.sleep(SETTLE.toMillis());
        String name = shot.name() + "-" + mode.name().toLowerCase(Locale.ROOT) + ".png";
        Path file = directory.resolve(name);
        onFx(() -> {
            renew(shot.scene());
            layOut(shot.scene().getRoot());
            Png.write(shot.scene().snapshot(null), file);
            return file;
        });
        written.add(file);
    }

    /// Scroll panes keep their content as a bitmap, which a scene in no window does not notice to be out of date.
    private static void renew(Scene scene) {
        scene.getRoot().lookupAll(".viewport").forEach(n -> n.setCache(false));
    }

    /// Some controls ask for a second pass in their first.
    private static void layOut(Node root) {
        for (int i = 0; i < 3; i++) {
            root.applyCss();
            ((Parent) root).layout();
        }
    }

    /// A task for the FX thread.
    private interface Task<T> {
        T run() throws IOException;
    }

    private <T> T onFx(Task<T> task) throws IOException, InterruptedException {
        CompletableFuture<T> answer = new CompletableFuture<>();
        new io.routewright.app.feed.FrameFeed()
                .execute(() -> {
                    try {
                        answer.complete(task.run());
                    } catch (IOException | RuntimeException e) {
                        answer.completeExceptionally(e);
                    }
                });
        return await(answer);
    }

    private static <T> T await(CompletableFuture<T> answer)
            throws IOException, InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException unwritable) {
                throw unwritable;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
