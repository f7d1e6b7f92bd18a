package io.routewright.app.routes;

import io.routewright.app.control.CheckedField;
import io.routewright.app.control.FormDialog;
import io.routewright.app.control.WindowedTable;
import io.routewright.app.shell.Workspace;
import io.routewright.app.store.TableNames;

import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/// The list of tables: choosing one, naming them.
final class TablesPane {
    private final Workspace workspace;
    private final WindowedTable<TableEntry> table;
    private final Supplier<RoutesModel> model;
    private final RoutesActions actions;
    private LongConsumer onAddRoute = id -> {};

    TablesPane(
            Workspace workspace,
            WindowedTable<TableEntry> table,
            Supplier<RoutesModel> model,
            RoutesActions actions) {
        this.workspace = workspace;
        this.table = table;
        this.model = model;
        this.actions = actions;
        table.columns().setAll(new TableCells(model, actions).columns());
        table.setMenu(this::menu);
        table.setOnDelete(entries -> entries.forEach(this::removeName));
    }

    /// Called with the table whose routes shall be shown; 0 for all.
    void setOnChoose(LongConsumer handler) {
        table.setOnSelect(
                entries -> entries.stream().findFirst().ifPresent(e -> handler.accept(e.id())));
    }

    /// Called with the table a route shall be added to.
    void setOnAddRoute(LongConsumer handler) {
        onAddRoute = handler;
    }

    private TableNames names() {
        return model.get().projected().tableNames();
    }

    void show(RoutesModel next) {
        table.setRows(next.tables());
    }

    void choose(long id) {
        table.select(id);
    }

    private List<MenuItem> menu(List<TableEntry> entries) {
        TableEntry e = entries.getFirst();
        boolean isFixed = e.isAll() || problem(e.id(), "").isPresent();
        return List.of(
                RouteMenus.item("table.act.rename", "F2", isFixed, () -> table.edit("name")),
                RouteMenus.item(
                        "table.act.remove",
                        "Delete",
                        isFixed || e.name().isEmpty(),
                        () -> removeName(e)),
                new SeparatorMenuItem(),
                RouteMenus.item("act.add", "", e.isAll(), () -> onAddRoute.accept(e.id())),
                RouteMenus.item(
                        "table.act.rules",
                        "",
                        e.rules().isEmpty(),
                        () -> workspace.navigator().goTo("rules")),
                RouteMenus.item("table.act.add", "", false, this::add));
    }

    private void removeName(TableEntry e) {
        if (!e.name().isEmpty()) {
            actions.name(e.id(), "", names()).ifPresent(p -> workspace.navigator().tell(p, true));
        }
    }

    private Optional<String> problem(long id, String name) {
        try {
            TableNaming.check(id, name, names());
            return Optional.empty();
        } catch (InvalidFieldException e) {
            return Optional.of(RoutesText.of(e));
        }
    }

    /// Asks for a number and a name.
    void add() {
        form(id -> {}).show(workspace.navigator().window());
    }

    FormDialog form(Consumer<Long> then) {
        FormDialog dialog =
                new FormDialog(RoutesText.get("table.form"), RoutesText.get("table.form.stage"));
        CheckedField number = new CheckedField(t -> Optional.empty());
        CheckedField name = new CheckedField(t -> Optional.empty());
        number.setText(Long.toString(TableNaming.free(model.get().tables())));
        number.setId("table-number");
        name.setId("table-name");
        number.setCheck(t -> number(t).isPresent() ? Optional.empty() : invalidNumber(t));
        dialog.setBlocked(true);
        name.setCheck(t -> t.isEmpty() ? Optional.empty() : nameProblem(number.getText(), t));
        name.textProperty().subscribe(t -> dialog.setBlocked(t.isBlank()));
        number.textProperty().subscribe((o, n) -> name.judge());
        dialog.row(RoutesText.get("table.form.name"), name, RoutesText.get("table.form.name.help"));
        dialog.row(RoutesText.get("table.form.number"), number);
        dialog.setOnAccept(() -> {
            long id = number(number.getText()).orElse(0L);
            then.accept(id);
            return actions.name(id, name.getText().strip(), names());
        });
        return dialog;
    }

    private static Optional<String> invalidNumber(String text) {
        return Optional.of(RoutesText.TEXT.get("invalid.table-number", text));
    }

    private static Optional<Long> number(String text) {
        return io.routewright.app.text.KernelWords.unsigned(text.strip(), FieldTexts.U32)
                .filter(id -> id > 0);
    }

    private Optional<String> nameProblem(String number, String name) {
        return number(number).flatMap(id -> problem(id, name));
    }
}
