package io.routewright.app.routes;

import io.routewright.app.control.FilterBox;
import io.routewright.app.control.WindowedTable;
import io.routewright.app.theme.Icons;

import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The nodes of the screen: the tables on the left, the routes on the right.
final class RoutesView extends BorderPane {
    final WindowedTable<TableEntry> tables = new WindowedTable<>(TableEntry::id);
    final WindowedTable<RouteLine> routes = new WindowedTable<>(RouteLine::truth);
    final FilterBox filter = new FilterBox(RoutesText.get("filter.prompt"));
    final ToggleButton kernel = new ToggleButton(RoutesText.get("kernel"));
    final Label count = new Label();
    final Label problem = new Label();
    final Button nameTable = button("plus", "table.act.add");
    final Button edit = button("edit-2", "act.edit");
    final Button delete = button("trash-2", "act.delete");
    final Button add = new Button(RoutesText.get("act.add-short"), Icons.of("plus"));

    RoutesView() {
        tables.setAccessibleText(RoutesText.get("tables"));
        tables.setId("tables");
        routes.setAccessibleText(RoutesText.get("routes"));
        routes.setId("routes-table");
        filter.setId("routes-filter");
        add.setId("add-route");
        kernel.setId("kernel-routes");
        kernel.setTooltip(new Tooltip(RoutesText.get("kernel.tip")));
        count.getStyleClass().addAll("muted", "small");
        count.setMinWidth(Region.USE_PREF_SIZE);
        SplitPane split = new SplitPane(left(), right());
        split.setDividerPositions(0.3);
        setCenter(split);
        setProblem("");
    }

    private static Button button(String icon, String key) {
        Button button = new Button("", Icons.of(icon));
        button.getStyleClass().add("icon-button");
        button.setTooltip(new Tooltip(RoutesText.get(key)));
        button.setAccessibleText(RoutesText.get(key));
        button.setId(key.replace('.', '-'));
        return button;
    }

    private static Region spring() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    private BorderPane left() {
        Label title = new Label(RoutesText.get("tables"));
        title.getStyleClass().add("section-title");
        HBox bar = new HBox(title, spring(), nameTable);
        bar.getStyleClass().add("screen-bar");
        BorderPane pane = new BorderPane(tables);
        pane.setTop(bar);
        SplitPane.setResizableWithParent(pane, false);
        pane.setMinWidth(180);
        pane.setPrefWidth(290);
        return pane;
    }

    private BorderPane right() {
        HBox.setHgrow(filter, Priority.ALWAYS);
        filter.setPrefWidth(240);
        filter.setMaxWidth(520);
        kernel.setMinWidth(Region.USE_PREF_SIZE);
        add.setMinWidth(Region.USE_PREF_SIZE);
        HBox bar = new HBox(filter, count, spring(), kernel, edit, delete, add);
        bar.getStyleClass().add("screen-bar");
        problem.getStyleClass().addAll("danger", "small");
        problem.setPadding(new Insets(4, 12, 4, 12));
        BorderPane pane = new BorderPane(routes);
        pane.setTop(new VBox(bar, problem));
        return pane;
    }

    /// Says under the filter box why it cannot be understood.
    void setProblem(String sentence) {
        problem.setText(sentence);
        problem.setVisible(!sentence.isEmpty());
        problem.setManaged(!sentence.isEmpty());
    }
}
