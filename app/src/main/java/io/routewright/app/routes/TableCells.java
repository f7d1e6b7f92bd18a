package io.routewright.app.routes;

import io.routewright.app.control.Badge;
import io.routewright.app.control.Column;
import io.routewright.app.control.Pill;
import io.routewright.app.store.TableNames;

import javafx.scene.Node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The columns of the list of tables.
final class TableCells {
    private final Supplier<RoutesModel> model;
    private final RoutesActions actions;

    TableCells(Supplier<RoutesModel> model, RoutesActions actions) {
        this.model = model;
        this.actions = actions;
    }

    List<Column<TableEntry>> columns() {
        return List.of(
                Column.<TableEntry>of("name", RoutesText.get("table.name"), TableCells::text)
                        .kept()
                        .drawn(TableCells::node, 14)
                        .tooltip(TableCells::tooltip)
                        .editable(new NameEditor())
                        .width(96, 300),
                Column.<TableEntry>of("routes", RoutesText.get("table.routes"), TableCells::count)
                        .number()
                        .kept()
                        .tooltip(TableCells::counted)
                        .width(52, 110),
                Column.<TableEntry>of("rules", RoutesText.get("table.rules"), TableCells::rules)
                        .mono()
                        .styled("muted")
                        .width(44, 90));
    }

    /// IPv4, and IPv6 behind a slash where there are any.
    private static String count(TableEntry e) {
        if (e.routes() == 0) {
            return "";
        }
        return e.routes6() == 0 ? Integer.toString(e.routes4()) : e.routes4() + " / " + e.routes6();
    }

    private static String counted(TableEntry e) {
        return RoutesText.TEXT.get("table.counted", e.routes4(), e.routes6());
    }

    private static String rules(TableEntry e) {
        return e.rules().stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private static String text(TableEntry e) {
        if (e.isAll()) {
            return RoutesText.get("table.all");
        }
        String trouble = e.troubles().isEmpty() ? "" : "  " + badge(e);
        return (e.name() + " " + e.id() + " " + String.join(" ", e.vrfs()) + trouble).strip();
    }

    private static String badge(TableEntry e) {
        return RoutesText.get(e.troubles().getFirst().key() + ".badge");
    }

    private static Node node(TableEntry e) {
        if (e.isAll()) {
            return RouteCells.styled(RoutesText.get("table.all"), "strong");
        }
        List<Node> nodes = new ArrayList<>(RouteCells.named(e.name(), Long.toString(e.id())));
        e.vrfs().forEach(v -> nodes.add(Pill.vrf(v)));
        if (!e.troubles().isEmpty()) {
            nodes.add(Badge.explained(badge(e), troubles(e), "warning"));
        }
        return RouteCells.boxed(nodes, 6);
    }

    private static String troubles(TableEntry e) {
        return e.troubles().stream().map(RoutesText::of).collect(Collectors.joining("\n"));
    }

    private static String tooltip(TableEntry e) {
        return e.troubles().isEmpty() ? "" : troubles(e);
    }

    /// Names a table in place; the empty text takes the name away.
    private final class NameEditor implements Column.Editor<TableEntry> {
        private TableNames names() {
            return model.get().projected().tableNames();
        }

        @Override
        public Optional<String> start(TableEntry e) {
            try {
                TableNaming.check(e.id(), "", names());
                return Optional.of(e.name());
            } catch (InvalidFieldException x) {
                return Optional.empty();
            }
        }

        @Override
        public Optional<String> problem(TableEntry e, String text) {
            try {
                TableNaming.check(e.id(), text, names());
                return Optional.empty();
            } catch (InvalidFieldException x) {
                return Optional.of(RoutesText.of(x));
            }
        }

        @Override
        public void commit(TableEntry e, String text) {
            actions.name(e.id(), text, names());
        }
    }
}
