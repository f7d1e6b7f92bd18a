package io.routewright.app.routes;

import io.routewright.app.control.Badge;
import io.routewright.app.control.Column;
import io.routewright.app.control.Pill;
import io.routewright.app.control.RowState;
import io.routewright.app.shell.Workspace;
import io.routewright.netlink.Route;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The columns of the table of routes.
final class RouteCells {
    private final Supplier<RoutesModel> model;
    private final Workspace workspace;
    private final RoutesActions actions;

    RouteCells(Supplier<RoutesModel> model, Workspace workspace, RoutesActions actions) {
        this.model = model;
        this.workspace = workspace;
        this.actions = actions;
    }

    List<Column<RouteLine>> columns() {
        List<Column<RouteLine>> all = new ArrayList<>();
        all.add(edited(RouteColumn.DESTINATION, RouteField.DESTINATION).mono().kept());
        all.add(
                edited(RouteColumn.GATEWAY, RouteField.GATEWAY)
                        .mono()
                        .drawn(RouteCells::via, 14)
                        .tooltip(this::gatewaysInFull)
                        .width(96, 250));
        all.add(edited(RouteColumn.LINK, RouteField.LINK).mono().drawn(this::links, 34));
        all.add(edited(RouteColumn.TABLE, RouteField.TABLE).mono().drawn(this::table, 36));
        all.add(edited(RouteColumn.METRIC, RouteField.METRIC).number());
        all.add(edited(RouteColumn.SOURCE, RouteField.SOURCE).mono());
        all.add(edited(RouteColumn.PROTOCOL, RouteField.PROTOCOL));
        all.add(edited(RouteColumn.SCOPE, RouteField.SCOPE));
        all.add(plain(RouteColumn.NEXTHOP).number());
        all.add(
                plain(RouteColumn.FLAGS)
                        .drawn(l -> flags(l.shown()), 16)
                        .tooltip(RouteCells::flagWords));
        all.add(plain(RouteColumn.DETAILS).styled("muted"));
        return all;
    }

    private RouteText text() {
        return new RouteText(model.get().projected());
    }

    private Column<RouteLine> plain(RouteColumn column) {
        return Column.<RouteLine>of(
                        column.id(),
                        RoutesText.get("column." + column.id()),
                        l -> column.text(l.shown(), text()))
                .before(l -> before(l, column))
                .sortable();
    }

    private Column<RouteLine> edited(RouteColumn column, RouteField field) {
        return plain(column).editable(new FieldEditor(field, model, actions));
    }

    private Optional<String> before(RouteLine line, RouteColumn column) {
        if (!line.isChanged()) {
            return Optional.empty();
        }
        String old = column.text(line.truth(), text());
        return old.equals(column.text(line.shown(), text())) ? Optional.empty() : Optional.of(old);
    }

    /// The gateways of several legs, and what they were.
    private String gatewaysInFull(RouteLine line) {
        String now = RouteText.gateway(line.shown());
        return before(line, RouteColumn.GATEWAY)
                .map(old -> old + " \u2192 " + now)
                .orElse(line.shown().isMultipath() ? now : "");
    }

    /// The gateways, or the type of a route that has none.
    private static Node via(RouteLine line) {
        String gateway = RouteText.gateway(line.shown());
        String type = RouteText.type(line.shown());
        return gateway.isEmpty() && !type.isEmpty()
                ? boxed(List.of(Badge.of(type, "accent")), 4)
                : styled(gateway, "mono");
    }

    private Node links(RouteLine line) {
        return boxed(text().links(line.shown()).stream().map(Pill::link).toList(), 10);
    }

    private Node table(RouteLine line) {
        String label = text().table(line.shown());
        String number = Long.toString(line.shown().tableId());
        return boxed(named(label.equals(number) ? "" : label, number), 6);
    }

    /// A table: its name with the number muted beside it, or the number alone.
    static List<Node> named(String name, String number) {
        Label id = styled(number, "mono");
        if (name.isEmpty()) {
            return List.of(id);
        }
        id.getStyleClass().add("muted");
        return List.of(styled(name, "mono"), id);
    }

    static Label styled(String text, String... classes) {
        Label label = new Label(text);
        label.getStyleClass().addAll(classes);
        return label;
    }

    static HBox boxed(List<? extends Node> nodes, double gap) {
        HBox box = new HBox(gap);
        box.getChildren().addAll(nodes);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private static Node flags(Route r) {
        List<Label> badges = new ArrayList<>();
        for (String word : RouteText.flags(r)) {
            boolean isBad = word.equals("dead") || word.equals("linkdown");
            badges.add(isBad ? Badge.of(word, "warning") : Badge.of(word));
        }
        return boxed(badges, 4);
    }

    private static String flagWords(RouteLine line) {
        List<String> sentences = new ArrayList<>();
        for (String word : RouteText.flags(line.shown())) {
            if (!word.contains(" ")) {
                sentences.add(RoutesText.get("flag." + word));
            }
        }
        return String.join("\n", sentences);
    }

    /// How the row is drawn.
    RowState state(RouteLine line) {
        if (workspace.outcomes().of(line.truth()).isPresent()) {
            return RowState.FAILED;
        }
        return switch (line.state()) {
            case ADDED -> RowState.ADDED;
            case CHANGED -> RowState.CHANGED;
            case REMOVED -> RowState.REMOVED;
            case GHOST -> RowState.GHOST;
            case KEPT -> RouteText.isDead(line.truth()) ? RowState.DEAD : RowState.NONE;
        };
    }

    /// Why the row's change failed.
    String tooltip(RouteLine line) {
        return workspace.outcomes().of(line.truth()).map(f -> f.text()).orElse("");
    }
}
