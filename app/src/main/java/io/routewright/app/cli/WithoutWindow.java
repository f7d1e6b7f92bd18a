package io.routewright.app.cli;

import io.routewright.app.feed.LiveSite;
import io.routewright.app.session.Site;
import io.routewright.app.store.Snapshot;
import io.routewright.app.text.Strings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The window on a machine without a display: pictures of its screens in files, and a summary of what they show.
public final class WithoutWindow {
    private static final Strings TEXT = new Strings(WithoutWindow.class);

    private WithoutWindow() {}

    /// Takes the pictures, says where they are, and ends.
    ///
    /// @throws Failure the helper cannot be reached, or the files cannot be written
    public static int run(Site site, ScreenshotsCommand.Camera camera)
            throws Failure, InterruptedException {
        try (LiveSite live = SiteOption.open(site)) {
            Path directory = Files.createTempDirectory("routewright-screens-");
            List<Path> files = camera.take(live, directory);
            System.out.println(TEXT.get("nodisplay", files.size()));
            files.forEach(f -> System.out.println("  " + f));
            System.out.println(summary(live.latest(), site.text()));
            return 0;
        } catch (IOException e) {
            throw Failure.refused(
                    TEXT.get("screenshots.unwritable", String.valueOf(e.getMessage())));
        }
    }

    private static String summary(Snapshot s, String site) {
        return TEXT.get(
                "summary",
                site,
                s.kernel().release(),
                s.links().all().size(),
                s.addresses().size(),
                s.rules().size(),
                s.routes().size(),
                s.nexthops().size(),
                s.links().vrfs().size());
    }
}
