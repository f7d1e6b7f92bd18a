package io.routewright.app.theme;

import org.kordamp.ikonli.javafx.FontIcon;

/// The icon set: Feather, by name. An icon never stands without a word or a tool tip.
public final class Icons {
    private Icons() {}

    /// A new icon such as `plus`, `trash-2`, `search`; 14 px, coloured like the text around it.
    public static FontIcon of(String feather) {
        return new FontIcon("fth-" + feather);
    }

    /// The same with style classes, such as `muted` or `warning`.
    public static FontIcon of(String feather, String... styleClasses) {
        FontIcon icon = of(feather);
        icon.getStyleClass().addAll(styleClasses);
        return icon;
    }
}
