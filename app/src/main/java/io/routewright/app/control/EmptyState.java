package io.routewright.app.control;

import io.routewright.app.theme.Icons;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/// What an empty view says: what would be here, and the act that fills it.
public final class EmptyState extends VBox {
    public EmptyState(String icon, String title, String sentence) {
        Label head = new Label(title);
        head.getStyleClass().add("heading");
        Label text = new Label(sentence);
        text.getStyleClass().add("muted");
        text.setWrapText(true);
        text.setMaxWidth(420);
        text.setTextAlignment(TextAlignment.CENTER);
        getStyleClass().add("empty-state");
        getChildren().addAll(Icons.of(icon, "muted", "large"), head, text);
    }

    /// Adds the act that fills the view.
    public EmptyState withAct(String label, Runnable act) {
        Button button = new Button(label);
        button.setOnAction(e -> act.run());
        getChildren().add(button);
        return this;
    }
}
