package io.routewright.app.cli;

import io.routewright.app.feed.LiveSite;
import io.routewright.app.text.Strings;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/// `screenshots DIR`: pictures of every screen and dialog, on a machine without a display too.
@Command(name = "screenshots", mixinStandardHelpOptions = true)
public final class ScreenshotsCommand implements Callable<Integer> {
    /// Takes the pictures. A function, so that the other commands load no JavaFX.
    @FunctionalInterface
    public interface Camera {
        /// The files written.
        List<Path> take(LiveSite live, Path directory) throws IOException, InterruptedException;
    }

    private final Camera camera;

    @Mixin private SiteOption site = new SiteOption();

    @Parameters(index = "0", paramLabel = "DIR", descriptionKey = "screenshots.dir")
    private Path directory = Path.of(".");

    public ScreenshotsCommand(Camera camera) {
        this.camera = camera;
    }

    @Override
    public Integer call() throws Failure, InterruptedException {
        try (LiveSite live = site.open()) {
            camera.take(live, directory).forEach(System.out::println);
            return 0;
        } catch (IOException e) {
            throw Failure.refused(
                    new Strings(ScreenshotsCommand.class)
                            .get("screenshots.unwritable", String.valueOf(e.getMessage())));
        }
    }
}
