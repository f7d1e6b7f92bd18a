package io.routewright.app.shell;

import io.routewright.app.session.Connection;
import io.routewright.app.store.Snapshot;
import io.routewright.app.text.Strings;
import io.routewright.app.theme.Icons;
import io.routewright.app.theme.Theme;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The row on top: which site, whether it is live, the palette, whether changes are allowed, light or dark.
final class TitleBar extends HBox {
    private static final Strings TEXT = new Strings(TitleBar.class);

    private final Region dot = new Region();
    private final Label live = new Label();
    private final Label lock = new Label();
    private final Button theme = new Button();

    TitleBar(String siteName, Runnable openPalette) {
        getStyleClass().add("title-bar");
        Label site = new Label(siteName);
        site.getStyleClass().add("strong");
        site.setTooltip(new Tooltip(TEXT.get("title.site.hover")));
        site.setMinWidth(0);
        dot.getStyleClass().add("dot");
        live.getStyleClass().addAll("small", "muted");
        live.setMinWidth(USE_PREF_SIZE);
        Button palette = new Button(TEXT.get("title.palette"), Icons.of("search", "muted"));
        palette.setId("palette-button");
        palette.getStyleClass().add("palette-button");
        palette.setPrefWidth(400);
        palette.setOnAction(e -> openPalette.run());
        palette.setFocusTraversable(false);
        Label key = new Label(TEXT.get("title.palette.key"));
        key.getStyleClass().addAll("badge");
        key.setMouseTransparent(true);
        javafx.scene.layout.StackPane search = new javafx.scene.layout.StackPane(palette, key);
        javafx.scene.layout.StackPane.setAlignment(key, javafx.geometry.Pos.CENTER_RIGHT);
        javafx.scene.layout.StackPane.setMargin(key, new javafx.geometry.Insets(0, 8, 0, 0));
        lock.getStyleClass().addAll("small", "muted");
        lock.setId("lock");
        lock.setMinWidth(USE_PREF_SIZE);
        theme.getStyleClass().add("icon-button");
        theme.setId("theme-toggle");
        theme.setOnAction(e -> Theme.toggle());
        Theme.modeProperty().subscribe(this::show);
        getChildren()
                .addAll(
                        Icons.of("server", "muted"),
                        site,
                        dot,
                        live,
                        grow(),
                        search,
                        grow(),
                        lock,
                        theme);
    }

    private static Region grow() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    private void show(Theme.Mode mode) {
        boolean isLight = mode == Theme.Mode.LIGHT;
        String words = TEXT.get(isLight ? "title.dark" : "title.light");
        theme.setGraphic(Icons.of(isLight ? "moon" : "sun"));
        theme.setTooltip(new Tooltip(words));
        theme.setAccessibleText(words);
    }

    void show(Connection connection) {
        String state =
                switch (connection) {
                    case Connection.Live c -> "live";
                    case Connection.Connecting c -> "connecting";
                    case Connection.Lost c -> "lost";
                    case Connection.Refused c -> "refused";
                };
        live.setText(TEXT.get("title." + state));
        dot.getStyleClass().setAll("dot", style(connection));
    }

    private static String style(Connection connection) {
        return switch (connection) {
            case Connection.Live c -> "added";
            case Connection.Connecting c -> "warning";
            case Connection.Lost c -> "warning";
            case Connection.Refused c -> "danger";
        };
    }

    void show(Snapshot snapshot) {
        boolean canWrite = snapshot.kernel().canWrite();
        lock.setGraphic(Icons.of(canWrite ? "unlock" : "lock"));
        lock.setText(TEXT.get(canWrite ? "title.unlocked" : "title.readonly"));
        lock.setTooltip(
                new Tooltip(TEXT.get(canWrite ? "title.unlocked.hover" : "title.readonly.hover")));
        lock.setVisible(snapshot.generation() > 0);
    }
}
