package io.routewright.app.shell;

import io.routewright.app.theme.Icons;
import io.routewright.protocol.Operation;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

/// Small nodes the shell's panes share.
final class Acts {
    private Acts() {}

    /// A button of an icon alone; the words are its tool tip.
    static Button iconButton(String icon, String words) {
        Button button = new Button("", Icons.of(icon));
        button.getStyleClass().add("icon-button");
        button.setTooltip(new Tooltip(words));
        button.setAccessibleText(words);
        return button;
    }

    /// The sign of what an operation does: plus, minus or a pencil.
    static Node sign(Operation operation) {
        return switch (operation) {
            case Operation.Create op -> Icons.of("plus", "added");
            case Operation.Delete op -> Icons.of("minus", "removed");
            case Operation.Change op -> Icons.of("edit-2", "changed");
            case Operation.Name op -> Icons.of("tag", "changed");
            case Operation.Sysctl op -> Icons.of("sliders", "changed");
        };
    }
}
