package io.routewright.app.control;

import io.routewright.app.theme.Icons;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// One sentence with an icon on a soft ground. State: none (plain), `warning`, `danger` or `added`.
public final class Notice extends HBox {
    private final Label label = new Label();

    public Notice(String icon, String sentence, String... state) {
        getStyleClass().add("notice");
        getStyleClass().addAll(state);
        label.setText(sentence);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(label, Priority.ALWAYS);
        getChildren().addAll(Icons.of(icon, state), label);
    }

    public void setText(String sentence) {
        label.setText(sentence);
    }

    public String getText() {
        return label.getText();
    }
}
