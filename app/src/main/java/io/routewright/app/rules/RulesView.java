package io.routewright.app.rules;

import io.routewright.app.control.Notice;
import io.routewright.app.control.WindowedTable;
import io.routewright.app.theme.Icons;
import io.routewright.netlink.Family;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.EnumMap;
import java.util.Map;

/// The nodes of the screen: a bar, a notice, the list.
final class RulesView extends BorderPane {
    final WindowedTable<RuleRow> table = new WindowedTable<>(RuleRow::key);
    private final ToggleButton inet = new ToggleButton();
    private final ToggleButton inet6 = new ToggleButton();
    final MenuButton add = new MenuButton(RulesText.get("add"), Icons.of("plus"));
    final Map<RuleTemplate, MenuItem> templates = new EnumMap<>(RuleTemplate.class);
    final Button edit = button("edit-2", "act.edit");
    final Button delete = button("trash-2", "act.delete");
    final Button up = button("arrow-up", "act.up");
    final Button down = button("arrow-down", "act.down");
    final Notice missing = new Notice("alert-triangle", "", "warning");
    private final ToggleGroup group = new ToggleGroup();

    RulesView() {
        HBox switches = new HBox();
        switches.setAlignment(Pos.CENTER_LEFT);
        for (Family family : Family.values()) {
            ToggleButton button = family(family);
            button.setToggleGroup(group);
            button.setId("family-" + family.name().toLowerCase(java.util.Locale.ROOT));
            button.getStyleClass().add(family == Family.INET ? "left-pill" : "right-pill");
            switches.getChildren().add(button);
        }
        for (RuleTemplate t : RuleTemplate.values()) {
            MenuItem item = new MenuItem(RulesText.get(t.key()));
            templates.put(t, item);
            add.getItems().add(item);
        }
        add.setId("add-rule");
        add.setPadding(Insets.EMPTY);
        add.setMaxHeight(28);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox bar = new HBox(switches, space, up, down, edit, delete, add);
        bar.getStyleClass().add("screen-bar");
        VBox.setMargin(missing, new Insets(8, 12, 0, 12));
        setMissing("");
        table.setAccessibleText(RulesText.get("table"));
        table.setId("rules-table");
        setTop(new VBox(bar, missing));
        setCenter(table);
    }

    /// The switch that shows that family's list.
    ToggleButton family(Family family) {
        return family == Family.INET ? inet : inet6;
    }

    private static Button button(String icon, String key) {
        Button button = new Button("", Icons.of(icon));
        button.getStyleClass().add("icon-button");
        button.setTooltip(new Tooltip(RulesText.get(key)));
        button.setAccessibleText(RulesText.get(key));
        button.setId(key.replace('.', '-'));
        return button;
    }

    void setMissing(String sentence) {
        missing.setText(sentence);
        missing.setVisible(!sentence.isEmpty());
        missing.setManaged(!sentence.isEmpty());
    }
}
