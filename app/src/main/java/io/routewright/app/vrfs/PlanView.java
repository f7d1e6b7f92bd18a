package io.routewright.app.vrfs;

import io.routewright.app.theme.Icons;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The plan beside the board: what the staged changes will do, in words.
final class PlanView extends BorderPane {
    private static final double WIDTH = 300;

    private final VBox body = new VBox(2);
    private final Consumer<Plan.Along> onTake;
    private Plan last = new Plan(List.of());

    PlanView(Runnable onHide, Consumer<Plan.Along> onTake) {
        this.onTake = onTake;
        getStyleClass().add("side");
        setId("vrf-plan");
        setPrefWidth(WIDTH);
        setMinWidth(WIDTH);
        Label title = new Label(VrfsText.get("plan.title"));
        title.getStyleClass().add("heading");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button hide = new Button("", Icons.of("x"));
        hide.getStyleClass().add("icon-button");
        hide.setTooltip(new Tooltip(VrfsText.get("plan.hide")));
        hide.setAccessibleText(VrfsText.get("plan.hide"));
        hide.setOnAction(e -> onHide.run());
        HBox head = new HBox(title, space, hide);
        head.getStyleClass().add("side-head");
        body.getStyleClass().add("side-body");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setTop(head);
        setCenter(scroll);
    }

    void show(Plan plan) {
        if (plan.equals(last)) {
            return;
        }
        last = plan;
        List<Node> nodes = new ArrayList<>();
        for (Plan.Section section : plan.sections()) {
            Label title = new Label(section.title());
            title.getStyleClass().add("strong");
            title.setWrapText(true);
            title.setPadding(new Insets(8, 0, 2, 0));
            nodes.add(title);
            section.lines().forEach(l -> nodes.add(line(l)));
            section.along().ifPresent(a -> nodes.add(take(a)));
        }
        body.getChildren().setAll(nodes);
    }

    private static Node line(Plan.Line line) {
        Label text = new Label(line.sentence());
        text.setWrapText(true);
        text.getStyleClass().add("small");
        text.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Node icon =
                switch (line.kind()) {
                    case MOVES -> Icons.of("arrow-right", "accent");
                    case DROPS -> Icons.of("minus", "removed");
                    case RETURNS -> Icons.of("rotate-ccw", "added");
                    case APPEARS -> Icons.of("plus", "added");
                    case WARNS -> Icons.of("alert-triangle", "warning");
                };
        HBox row = new HBox(8, icon, text);
        row.setAlignment(Pos.TOP_LEFT);
        row.setPadding(new Insets(2, 0, 2, 0));
        return row;
    }

    private Node take(Plan.Along along) {
        Button button = new Button(VrfsText.get("plan.take", along.routes().size()));
        button.setId("take-along");
        button.setTooltip(new Tooltip(VrfsText.get("plan.take.why", Long.toString(along.table()))));
        button.setOnAction(e -> onTake.accept(along));
        VBox.setMargin(button, new Insets(4, 0, 4, 22));
        return button;
    }
}
