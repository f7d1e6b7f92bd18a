package io.routewright.app.ui;

import io.routewright.app.shell.Png;

import javafx.stage.Stage;
import javafx.stage.Window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The dialog that was opened last.
public final class TopWindow {
    private TopWindow() {}

    /// Leaves a picture of it in `target/pictures`, for a look at what a test saw.
    public static void picture(String name) {
        UiTest.onFx(() -> write(name));
    }

    private static Path write(String name) throws IOException {
        Path file = Path.of("target", "pictures", name + ".png");
        Files.createDirectories(file.getParent());
        Png.write(find().getScene().snapshot(null), file);
        return file;
    }

    private static Window find() {
        return Window.getWindows().stream()
                .filter(w -> w instanceof Stage)
                .reduce((a, b) -> b)
                .orElseThrow();
    }
}
