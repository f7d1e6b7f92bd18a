package io.routewright.app.control;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// A changed value: the old one struck through, an arrow, the new one.
public final class OldNew {
    private OldNew() {}

    public static Node node(String before, String after) {
        HBox box = new HBox(4);
        box.setAlignment(Pos.CENTER_LEFT);
        if (!before.isEmpty()) {
            Label old = new Label(before);
            old.getStyleClass().addAll("old-value", "removed-text", "muted");
            box.getChildren().add(old);
        }
        Label arrow = new Label("\u2192");
        arrow.getStyleClass().add("muted");
        Label next = new Label(after);
        next.getStyleClass().add("changed");
        box.getChildren().addAll(arrow, next);
        return box;
    }
}
