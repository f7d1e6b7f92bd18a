package io.routewright.app.shell;

import io.routewright.app.session.Connection;
import io.routewright.app.text.Strings;
import io.routewright.app.theme.Icons;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/// The strip below the title bar while the site is not live: what has happened, and what is shown meanwhile.
final class ConnectionBanner extends HBox {
    private static final Strings TEXT = new Strings(ConnectionBanner.class);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Label words = new Label();
    private final Clock clock;
    private String lastLive = "";

    ConnectionBanner(Clock clock) {
        this.clock = clock;
        setId("connection-banner");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        hide();
    }

    private void hide() {
        setVisible(false);
        setManaged(false);
    }

    /// @param hasState whether something of the kernel is shown at all
    void show(Connection connection, boolean hasState) {
        switch (connection) {
            case Connection.Live c -> {
                lastLive = now();
                hide();
            }
            case Connection.Connecting c ->
                    show(
                            "loader",
                            "quiet",
                            TEXT.get(hasState ? "banner.reconnecting" : "banner.connecting"));
            case Connection.Lost c -> lost(c, hasState);
            case Connection.Refused c ->
                    show("slash", "danger", TEXT.get("banner.refused", c.reason()));
        }
    }

    private void lost(Connection.Lost lost, boolean hasState) {
        lastLive = lastLive.isEmpty() || lost.attempts() == 0 ? now() : lastLive;
        String sentence =
                hasState
                        ? TEXT.get("banner.lost", lost.reason(), lastLive)
                        : TEXT.get("banner.unreachable", lost.reason());
        show("wifi-off", "warning", sentence);
    }

    private String now() {
        return LocalTime.ofInstant(clock.instant(), ZoneId.systemDefault()).format(TIME);
    }

    private void show(String icon, String style, String sentence) {
        getStyleClass().setAll("banner", style);
        words.setText(sentence);
        getChildren().setAll(Icons.of(icon), words);
        setVisible(true);
        setManaged(true);
    }
}
