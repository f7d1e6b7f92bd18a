package io.routewright.app.shell;

import io.routewright.app.store.Snapshot;
import io.routewright.app.text.Strings;
import io.routewright.app.theme.Icons;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The places to go, icon and word, with how many objects each holds; can be narrowed to the icons.
final class NavBar extends VBox {
    static final double WIDE = 168;
    static final double NARROW = 52;

    private static final Strings TEXT = new Strings(NavBar.class);
    private static final Map<String, String> ICONS =
            Map.of(
                    "routes", "git-branch",
                    "rules", "list",
                    "nexthops", "share-2",
                    "vrfs", "layers");

    private final ToggleGroup group = new ToggleGroup();
    private final Map<String, ToggleButton> buttons = new LinkedHashMap<>();
    private final Map<String, Label> counts = new LinkedHashMap<>();
    private final Button narrow = new Button();
    private boolean isNarrow;

    NavBar(List<String> screenIds, Consumer<String> onGo) {
        getStyleClass().add("nav");
        for (int i = 0; i < screenIds.size(); i++) {
            getChildren().add(item(screenIds.get(i), i + 1, onGo));
        }
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        narrow.getStyleClass().add("icon-button");
        narrow.setId("nav-narrow");
        narrow.setOnAction(e -> setNarrow(!isNarrow));
        getChildren().addAll(space, new HBox(narrow));
        setNarrow(false);
    }

    private StackPane item(String id, int number, Consumer<String> onGo) {
        ToggleButton button =
                new ToggleButton(name(id), Icons.of(ICONS.getOrDefault(id, "circle")));
        button.setId("nav-" + id);
        button.getStyleClass().add("nav-item");
        button.setToggleGroup(group);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setTooltip(new Tooltip(TEXT.get("nav.hover", name(id), number)));
        button.setAccessibleText(name(id));
        button.setOnAction(e -> {
            button.setSelected(true);
            onGo.accept(id);
        });
        Label count = new Label();
        count.getStyleClass().addAll("nav-count", "mono");
        count.setMouseTransparent(true);
        count.setMinWidth(USE_PREF_SIZE);
        StackPane.setAlignment(count, Pos.CENTER_RIGHT);
        StackPane.setMargin(count, new javafx.geometry.Insets(0, 8, 0, 0));
        buttons.put(id, button);
        counts.put(id, count);
        return new StackPane(button, count);
    }

    /// The screen's name for people.
    static String name(String id) {
        return TEXT.get("nav." + id);
    }

    void select(String id) {
        ToggleButton button = buttons.get(id);
        if (button != null) {
            button.setSelected(true);
        }
    }

    void show(Snapshot snapshot) {
        count("routes", snapshot.routes().size());
        count("rules", snapshot.rules().size());
        count("nexthops", snapshot.nexthops().size());
        count("vrfs", snapshot.links().vrfs().size());
    }

    private void count(String id, int number) {
        Label label = counts.get(id);
        if (label != null) {
            label.setText(number == 0 ? "" : TEXT.get("nav.count", number));
        }
    }

    final void setNarrow(boolean makeNarrow) {
        isNarrow = makeNarrow;
        double width = isNarrow ? NARROW : WIDE;
        setMinWidth(width);
        setPrefWidth(width);
        setMaxWidth(width);
        buttons.values()
                .forEach(b ->
                        b.setContentDisplay(
                                isNarrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT));
        counts.values().forEach(c -> c.setVisible(!isNarrow));
        String words = TEXT.get(isNarrow ? "nav.widen" : "nav.narrow");
        narrow.setGraphic(Icons.of(isNarrow ? "chevrons-right" : "chevrons-left"));
        narrow.setTooltip(new Tooltip(words));
        narrow.setAccessibleText(words);
    }
}
