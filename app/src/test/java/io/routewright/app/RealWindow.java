package io.routewright.app;

import io.routewright.app.describe.Describe;
import io.routewright.app.session.Site;
import io.routewright.app.shell.MainWindow;
import io.routewright.app.shell.WindowApp;

import javafx.stage.Stage;

import java.util.List;

/// The window as the entry opens it, for tests: nothing in it is a stand-in. FX thread only.
public final class RealWindow {
    private RealWindow() {}

    /// Opens it on the site of that name.
    public static Stage open(String site) {
        return WindowApp.open(Site.parse(site).orElseThrow(), Routewright::rooms, () -> {});
    }

    /// What is staged in that window, in the words of its list.
    public static List<String> stagedInWords(Stage stage) {
        MainWindow window = (MainWindow) stage.getScene().getRoot();
        return window.workspace().staging().operations().stream()
                .map(o -> Describe.operation(o, window.workspace().feed().latest()))
                .toList();
    }
}
