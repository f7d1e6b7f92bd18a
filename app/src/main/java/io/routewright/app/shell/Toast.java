package io.routewright.app.shell;

import io.routewright.app.theme.Icons;
import io.routewright.app.theme.Theme;

import javafx.animation.FadeTransition;
import javafx.animation.PauseTransition;
import javafx.animation.SequentialTransition;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

/// A sentence that floats over the window for some seconds: something the admin asked for is done.
final class Toast extends HBox {
    private final Label words = new Label();
    private final SequentialTransition leaving;

    Toast() {
        getStyleClass().add("toast");
        setId("toast");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setVisible(false);
        setMouseTransparent(true);
        getChildren().addAll(Icons.of("check-circle", "added"), words);
        FadeTransition fade = new FadeTransition(Duration.millis(Theme.isCalm() ? 1 : 300), this);
        fade.setToValue(0);
        leaving = new SequentialTransition(new PauseTransition(Duration.seconds(4)), fade);
        leaving.setOnFinished(e -> setVisible(false));
    }

    void show(String sentence) {
        words.setText(sentence);
        setOpacity(1);
        setVisible(true);
        leaving.playFromStart();
    }
}
