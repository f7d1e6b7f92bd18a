package io.routewright.app.shell;

import io.routewright.app.session.Connection;
import io.routewright.app.text.Strings;
import io.routewright.app.theme.Icons;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/// In place of the screens while nothing of a kernel is known yet: connecting, or what is missing and what can be done instead.
final class FirstRun extends VBox {
    private static final Strings TEXT = new Strings(FirstRun.class);
    private static final double TEXT_WIDTH = 520;

    private final String siteName;
    private final Runnable openSandbox;
    private final Runnable retry;

    FirstRun(String siteName, Runnable openSandbox, Runnable retry) {
        super(12);
        this.siteName = siteName;
        this.openSandbox = openSandbox;
        this.retry = retry;
        setId("first-run");
        setAlignment(Pos.CENTER);
        getStyleClass().add("empty-state");
    }

    void show(Connection connection) {
        switch (connection) {
            case Connection.Live c -> waiting("first.reading");
            case Connection.Connecting c -> waiting("first.connecting");
            case Connection.Lost c -> missing(c.reason());
            case Connection.Refused c -> missing(c.reason());
        }
    }

    private void waiting(String key) {
        ProgressIndicator turning = new ProgressIndicator();
        turning.setPrefSize(28, 28);
        getChildren().setAll(turning, text(TEXT.get(key, siteName), "muted"));
    }

    private void missing(String reason) {
        Button sandbox = new Button(TEXT.get("first.sandbox"), Icons.of("box"));
        sandbox.setId("open-sandbox");
        sandbox.getStyleClass().add("default-act");
        sandbox.setOnAction(e -> openSandbox.run());
        Button again = new Button(TEXT.get("first.again"));
        again.setOnAction(e -> retry.run());
        HBox acts = new HBox(8, sandbox, again);
        acts.setAlignment(Pos.CENTER);
        Label command = new Label(TEXT.get("first.command"));
        command.getStyleClass().add("code");
        command.setPadding(new javafx.geometry.Insets(6, 10, 6, 10));
        HBox own = new HBox(4, command, Copy.button(command::getText));
        own.setAlignment(Pos.CENTER);
        getChildren()
                .setAll(
                        Icons.of("server", "muted", "large"),
                        text(TEXT.get("first.title"), "heading"),
                        text(TEXT.get("first.missing", siteName, reason), "muted"),
                        acts,
                        text(TEXT.get("first.sandbox.sentence"), "muted"),
                        text(TEXT.get("first.readonly"), "muted"),
                        own);
    }

    private static Label text(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMaxWidth(TEXT_WIDTH);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setTextAlignment(TextAlignment.CENTER);
        label.setAlignment(Pos.CENTER);
        return label;
    }
}
