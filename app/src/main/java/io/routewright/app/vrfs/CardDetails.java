package io.routewright.app.vrfs;

import io.routewright.app.control.Notice;
import io.routewright.app.control.Pill;
import io.routewright.app.theme.Icons;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The lower part of a card: addresses per link, routes, what leaks.
final class CardDetails extends VBox {
    private final BoardActs acts;
    private final Runnable onClosed;
    private final List<AddressCell> cells = new ArrayList<>();

    /// @param onClosed called when an address is no longer typed
    CardDetails(VrfCard card, BoardActs acts, Runnable onClosed) {
        super(4);
        this.acts = acts;
        this.onClosed = onClosed;
        if (!card.ports().isEmpty()) {
            getChildren().addAll(title("card.addresses"), addresses(card));
        }
        getChildren().addAll(title("card.routes"), routes(card));
        warnings(card);
    }

    boolean isEditing() {
        return cells.stream().anyMatch(AddressCell::isEditing);
    }

    private static Label title(String key) {
        Label label = new Label(VrfsText.get(key));
        label.getStyleClass().add("section-title");
        label.setPadding(new Insets(4, 0, 0, 0));
        return label;
    }

    private Node addresses(VrfCard card) {
        GridPane grid = new GridPane();
        grid.setHgap(12);
        grid.setVgap(2);
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints rest = new ColumnConstraints();
        rest.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, rest);
        int row = 0;
        for (Port port : card.ports()) {
            Node name = Pill.link(port.name());
            GridPane.setValignment(name, VPos.TOP);
            GridPane.setMargin(name, new Insets(1, 0, 0, 0));
            grid.addRow(row++, name, line(port));
        }
        return grid;
    }

    private Node line(Port port) {
        FlowPane line = new FlowPane(4, 2);
        port.addresses().forEach(a -> line.getChildren().add(cell(a)));
        AddressCell place = new AddressCell(Optional.empty());
        Button add = new Button("", Icons.of("plus"));
        add.getStyleClass().add("icon-button");
        add.setId("add-address-" + port.name());
        add.setTooltip(new Tooltip(VrfsText.get("port.add", port.name())));
        add.setAccessibleText(VrfsText.get("port.add", port.name()));
        add.setOnAction(e -> type(line, place, add));
        place.setOnCommit(p -> acts.addAddress(port, p));
        place.setOnClosed(() -> {
            line.getChildren().remove(place);
            onClosed.run();
        });
        cells.add(place);
        line.getChildren().add(add);
        return line;
    }

    private static void type(FlowPane line, AddressCell place, Node before) {
        if (!line.getChildren().contains(place)) {
            line.getChildren().add(line.getChildren().indexOf(before), place);
        }
        place.edit();
    }

    private AddressCell cell(Port.AddressLine address) {
        AddressCell cell = new AddressCell(Optional.of(address));
        cell.setOnCommit(p -> acts.changeAddress(address, p));
        cell.setOnDelete(() -> acts.deleteAddress(address));
        cell.setOnClosed(onClosed);
        cells.add(cell);
        return cell;
    }

    private Node routes(VrfCard card) {
        VBox box = new VBox(2);
        for (VrfCard.RouteLine line : card.routes()) {
            box.getChildren().add(route(line));
        }
        if (card.routes().isEmpty()) {
            Label none = new Label(VrfsText.get("card.routes.none"));
            none.getStyleClass().addAll("muted", "small");
            box.getChildren().add(none);
        }
        Hyperlink add = new Hyperlink(VrfsText.get("card.default"));
        add.setOnAction(e -> acts.addDefaultRoute(card));
        add.setDisable(card.mark() == Mark.REMOVED);
        Hyperlink all = new Hyperlink(VrfsText.get("card.routes.all"));
        all.setOnAction(e -> acts.showRoutes(card));
        HBox links = new HBox(16, add, all);
        if (card.otherRoutes() > 0) {
            Label more = new Label(VrfsText.get("card.routes.more", card.otherRoutes()));
            more.getStyleClass().addAll("muted", "small");
            links.getChildren().addFirst(more);
        }
        links.setAlignment(Pos.CENTER_LEFT);
        box.getChildren().add(links);
        return box;
    }

    private static Label route(VrfCard.RouteLine line) {
        Label label = new Label(line.text());
        label.getStyleClass().add("mono");
        label.setTooltip(new Tooltip(line.text()));
        label.setMinWidth(0);
        switch (line.mark()) {
            case ADDED -> mark(label, "plus", "added");
            case CHANGED -> mark(label, "edit-2", "changed");
            case REMOVED -> {
                mark(label, "minus", "removed");
                label.getStyleClass().add("removed-text");
            }
            case NONE -> {
                /* as the kernel has it */
            }
        }
        return label;
    }

    private static void mark(Label label, String icon, String style) {
        label.setGraphic(Icons.of(icon, style));
        label.getStyleClass().add(style);
    }

    private void warnings(VrfCard card) {
        if (!card.sharers().isEmpty()) {
            String others = String.join(", ", card.sharers());
            getChildren()
                    .add(
                            new Notice(
                                    "alert-triangle",
                                    VrfsText.get("card.shared", card.tableLabel(), others),
                                    "warning"));
        }
        if (card.leaks().isAny() && card.mark() != Mark.REMOVED) {
            Notice leak = new Notice("alert-triangle", leak(card), "warning");
            Hyperlink close = new Hyperlink(VrfsText.get("card.leak.close"));
            close.setMinWidth(Region.USE_PREF_SIZE);
            close.setOnAction(e -> acts.closeLeaks(card));
            leak.getChildren().add(close);
            getChildren().add(leak);
        }
    }

    private static String leak(VrfCard card) {
        String family =
                !card.leaks().isInet6()
                        ? VrfsText.get("family.INET")
                        : !card.leaks().isInet()
                                ? VrfsText.get("family.INET6")
                                : VrfsText.get("card.leak.both");
        return VrfsText.get("card.leak", family);
    }
}
