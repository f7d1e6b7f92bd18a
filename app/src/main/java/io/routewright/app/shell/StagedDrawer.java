package io.routewright.app.shell;

import io.routewright.app.control.Badge;
import io.routewright.app.describe.Describe;
import io.routewright.app.staging.Finding;
import io.routewright.app.staging.Staging;
import io.routewright.app.store.Snapshot;
import io.routewright.app.text.Strings;
import io.routewright.protocol.Operation;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The staged changes below the screen: as a list, or as `ip` commands; undo, redo, discard, review. Not there while nothing is
/// staged and nothing can be undone.
final class StagedDrawer extends BorderPane {
    private static final Strings TEXT = new Strings(StagedDrawer.class);
    private static final double ROW = 28;
    private static final int ROWS = 5;

    private final Workspace workspace;
    private final Label title = new Label();
    private final ListView<Operation> list = new ListView<>();
    private final TextArea commands = new TextArea();
    private final ToggleButton asList = toggle("drawer.list");
    private final ToggleButton asCommands = toggle("drawer.commands");
    private final Button undo = Acts.iconButton("rotate-ccw", TEXT.get("drawer.undo"));
    private final Button redo = Acts.iconButton("rotate-cw", TEXT.get("drawer.redo"));
    private final Button discard = new Button(TEXT.get("drawer.discard"));
    private final Button review = new Button(TEXT.get("drawer.review"));
    private final Aside aside;
    private Map<Operation, List<Finding>> findings = Map.of();

    /// @param onReview opens the review
    /// @param onPaste opens the dialog for pasted commands
    StagedDrawer(Workspace workspace, Runnable onReview, Runnable onPaste) {
        this.workspace = workspace;
        aside = new Aside(workspace.feed());
        Staging staging = workspace.staging();
        getStyleClass().add("drawer");
        setId("staged");
        title.getStyleClass().add("strong");
        undo.setOnAction(e -> staging.undo());
        redo.setOnAction(e -> staging.redo());
        discard.getStyleClass().add("quiet");
        discard.setOnAction(e -> staging.discard());
        review.getStyleClass().add("default-act");
        review.setId("review");
        review.setTooltip(new Tooltip(TEXT.get("drawer.review.hover")));
        review.setOnAction(e -> onReview.run());
        Button paste = Acts.iconButton("clipboard", TEXT.get("drawer.paste"));
        paste.setOnAction(e -> onPaste.run());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox views = new HBox(asList, asCommands);
        HBox head = new HBox(title, views, undo, redo, paste, space, discard, review);
        head.getStyleClass().add("drawer-head");
        setTop(head);
        buildBody();
        staging.subscribe(this::show);
        workspace.outcomes().subscribe(list::refresh);
        show();
    }

    private static ToggleButton toggle(String key) {
        ToggleButton button = new ToggleButton(TEXT.get(key));
        button.getStyleClass().addAll("small");
        return button;
    }

    private void buildBody() {
        ToggleGroup group = new ToggleGroup();
        asList.setToggleGroup(group);
        asCommands.setToggleGroup(group);
        asList.getStyleClass().add("left-pill");
        asCommands.getStyleClass().add("right-pill");
        asList.setSelected(true);
        group.selectedToggleProperty()
                .subscribe((o, n) -> {
                    if (n == null) {
                        group.selectToggle(o);
                    }
                });
        list.setFixedCellSize(ROW);
        list.setCellFactory(v -> new OperationCell());
        list.setAccessibleText(TEXT.get("drawer.list.accessible"));
        commands.setEditable(false);
        commands.getStyleClass().add("code");
        commands.setAccessibleText(TEXT.get("drawer.commands.accessible"));
        commands.visibleProperty().bind(asCommands.selectedProperty());
        list.visibleProperty().bind(asList.selectedProperty());
        Button copy = Copy.button(commands::getText);
        copy.visibleProperty().bind(commands.visibleProperty());
        StackPane.setAlignment(copy, javafx.geometry.Pos.TOP_RIGHT);
        StackPane.setMargin(copy, new javafx.geometry.Insets(4, 16, 0, 0));
        setCenter(new StackPane(list, commands, copy));
    }

    private void show() {
        Staging staging = workspace.staging();
        List<Operation> operations = staging.operations();
        boolean isShown = !operations.isEmpty() || staging.canRedo() || staging.canUndo();
        setVisible(isShown);
        setManaged(isShown);
        Snapshot truth = workspace.feed().latest();
        aside.compute(() -> StagedFacts.of(operations, truth), this::show);
        title.setText(TEXT.get("drawer.title", operations.size()));
        list.getItems().setAll(operations);
        undo.setDisable(!staging.canUndo());
        redo.setDisable(!staging.canRedo());
        discard.setDisable(operations.isEmpty());
        review.setDisable(operations.isEmpty());
        double rows = Math.clamp(operations.size(), 0, ROWS) * ROW;
        boolean hasBody = !operations.isEmpty();
        getCenter().setManaged(hasBody);
        getCenter().setVisible(hasBody);
        ((Region) getCenter()).setPrefHeight(Math.max(ROW * 2, rows) + 8);
        ((Region) getCenter()).setMinHeight(Math.max(ROW * 2, rows) + 8);
        ((Region) getCenter()).setMaxHeight(Math.max(ROW * 2, rows) + 8);
    }

    private void show(StagedFacts facts) {
        findings = facts.findings();
        commands.setText(String.join("\n", facts.commands()));
        list.refresh();
    }

    /// One staged operation in words.
    private final class OperationCell extends ListCell<Operation> {
        @Override
        protected void updateItem(Operation item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            setGraphic(empty || item == null ? null : line(item));
        }

        private Node line(Operation operation) {
            Label words = new Label(Describe.operation(operation, workspace.feed().latest()));
            words.setMinWidth(0);
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            Button drop = Acts.iconButton("x", TEXT.get("drawer.drop"));
            drop.setOnAction(e -> workspace.staging().drop(operation));
            HBox line = new HBox(8, Acts.sign(operation), words);
            line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            line.getChildren().addAll(badges(operation));
            line.getChildren().addAll(space, drop);
            return line;
        }

        private List<Label> badges(Operation operation) {
            return findings.getOrDefault(operation, List.of()).stream()
                    .collect(Collectors.groupingBy(Finding::severity))
                    .entrySet()
                    .stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(e -> badge(e.getKey(), e.getValue()))
                    .toList();
        }

        private Label badge(Finding.Severity severity, List<Finding> found) {
            String all = found.stream().map(Finding::sentence).collect(Collectors.joining("\n"));
            String style =
                    switch (severity) {
                        case ERROR -> "danger";
                        case WARNING -> "warning";
                        case NOTE -> "accent";
                    };
            return Badge.explained(TEXT.get("finding." + severity.name()), all, style);
        }
    }
}
