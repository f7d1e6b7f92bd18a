package io.routewright.app.control;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/// Short words in a row: a flag, a lint, a count.
public final class Badge {
    private Badge() {}

    /// @param style one of the state classes (`warning`, `danger`, `added`, `changed`, `removed`, `accent`) or none
    public static Label of(String word, String... style) {
        Label label = new Label(word);
        label.getStyleClass().add("badge");
        label.getStyleClass().addAll(style);
        label.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        return label;
    }

    /// The same with a sentence on hover that says why.
    public static Label explained(String word, String sentence, String... style) {
        Label label = of(word, style);
        label.setTooltip(new Tooltip(sentence));
        label.setAccessibleHelp(sentence);
        return label;
    }
}
