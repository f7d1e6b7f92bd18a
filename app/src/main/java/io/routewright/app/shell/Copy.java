package io.routewright.app.shell;

import io.routewright.app.text.Strings;
import io.routewright.app.theme.Icons;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

import java.util.function.Supplier;

/// The small button that puts a text on the clipboard.
final class Copy {
    private static final Strings TEXT = new Strings(Copy.class);

    private Copy() {}

    static Button button(Supplier<String> text) {
        Button button = new Button("", Icons.of("copy"));
        button.getStyleClass().add("icon-button");
        button.setTooltip(new Tooltip(TEXT.get("copy")));
        button.setAccessibleText(TEXT.get("copy"));
        button.setOnAction(e -> put(text.get()));
        return button;
    }

    static void put(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
