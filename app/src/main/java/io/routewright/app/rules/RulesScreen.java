package io.routewright.app.rules;

import io.routewright.app.control.EmptyState;
import io.routewright.app.control.Reorder;
import io.routewright.app.feed.Background;
import io.routewright.app.shell.Gallery;
import io.routewright.app.shell.Screen;
import io.routewright.app.shell.Workspace;
import io.routewright.app.staging.StagedView;
import io.routewright.app.store.Snapshot;
import io.routewright.netlink.Family;
import io.routewright.netlink.RtnetlinkObject;
import io.routewright.netlink.Rule;

import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The screen of the policy rules: one ordered list per family. FX thread only.
public final class RulesScreen implements Screen, Gallery {
    /// So many routes are looked through within a frame.
    private static final int FEW = 20_000;

    private final Workspace workspace;
    private final RulesView view = new RulesView();
    private final RulesActions actions;
    private final Background background;
    private Family family = Family.INET;
    private RulesModel model = RulesModel.empty();

    /// The chip under the last press of the mouse: where the editor starts.
    private RuleField pressed = RuleField.FROM;

    public RulesScreen(Workspace workspace) {
        this.workspace = workspace;
        actions = new RulesActions(workspace);
        background = new Background("rules", workspace.feed());
        RuleCells cells = new RuleCells(() -> model, workspace, actions);
        view.table.columns().setAll(cells.columns(f -> pressed = f));
        view.table.setRowState(cells::state);
        view.table.setRowTooltip(cells::tooltip);
        view.table.setEmptyState(
                new EmptyState("list", RulesText.get("empty"), RulesText.get("empty.sentence"))
                        .withAct(RulesText.get("add"), this::add));
        listen();
        workspace.feed().subscribe(s -> refresh());
        workspace.staging().subscribe(this::refresh);
        workspace.outcomes().subscribe(view.table::refresh);
    }

    private void listen() {
        view.table.setOnSelect(this::selected);
        view.table.setOnOpen(r -> r.line().ifPresent(l -> edit(l, pressed)));
        view.table.setOnDelete(rows -> actions.delete(lines(rows)));
        view.table.setMenu(this::menu);
        view.table.setReorder(new RowReorder());
        for (Family f : Family.values()) {
            view.family(f).selectedProperty().subscribe(isOn -> switched(f, isOn));
        }
        view.family(Family.INET).setSelected(true);
        view.templates.forEach((t, item) -> item.setOnAction(e -> add(t)));
        view.edit.setOnAction(e -> first().ifPresent(l -> edit(l, RuleField.FROM)));
        view.delete.setOnAction(e -> actions.delete(lines(view.table.selected())));
        view.up.setOnAction(e -> step(-1));
        view.down.setOnAction(e -> step(1));
        selected(List.of());
    }

    private void switched(Family next, boolean isOn) {
        if (isOn && family != next) {
            family = next;
            view.table.clearSelection();
            refresh();
        }
    }

    private void refresh() {
        Snapshot truth = workspace.feed().latest();
        StagedView staged = new StagedView(truth, workspace.staging().operations());
        Family wanted = family;
        if (truth.routes().size() < FEW) {
            background.runHere(() -> RulesModel.of(staged, wanted), this::show);
        } else {
            background.run(() -> RulesModel.of(staged, wanted), this::show);
        }
    }

    private void show(RulesModel next) {
        boolean isOther = model.family() != next.family();
        List<Object> changed = isOther ? List.of() : newKeys(model, next);
        model = next;
        for (Map.Entry<Family, Integer> e : next.counts().entrySet()) {
            String key = e.getKey() == Family.INET ? "family.inet" : "family.inet6";
            view.family(e.getKey()).setText(RulesText.TEXT.get(key, e.getValue()));
        }
        view.setMissing(missing(next));
        view.table.setRows(next.rows());
        view.table.flash(changed);
        selected(view.table.selected());
    }

    /// Rules of the kernel that were not there before.
    private static List<Object> newKeys(RulesModel before, RulesModel after) {
        if (before.view().truth().generation() == 0
                || before.view().truth().generation() == after.view().truth().generation()) {
            return List.of();
        }
        List<Object> old = before.rows().stream().map(RuleRow::key).toList();
        return after.rows().stream().map(RuleRow::key).filter(k -> !old.contains(k)).toList();
    }

    private static String missing(RulesModel model) {
        return model.missing().stream()
                .map(id -> RulesText.get(id == 255 ? "missing.local" : "missing.main"))
                .collect(Collectors.joining(" "));
    }

    private static List<RuleLine> lines(List<RuleRow> rows) {
        return rows.stream().flatMap(r -> r.line().stream()).toList();
    }

    private Optional<RuleLine> first() {
        return lines(view.table.selected()).stream().filter(l -> !l.isRemoved()).findFirst();
    }

    private void selected(List<RuleRow> rows) {
        List<RuleLine> lines = lines(rows);
        view.edit.setDisable(lines.size() != 1 || lines.getFirst().isRemoved());
        view.delete.setDisable(lines.isEmpty());
        boolean isMovable =
                lines.size() == 1
                        && Renumbering.whyNotMovable(lines.getFirst())
                                instanceof Renumbering.Result.Moves;
        view.up.setDisable(!isMovable);
        view.down.setDisable(!isMovable);
        if (lines.size() == 1) {
            workspace.selection().select(lines.getFirst().shown());
        }
    }

    private void step(int by) {
        view.table.selected().stream().findFirst().ifPresent(r -> actions.step(model, r, by));
    }

    private void add(RuleTemplate template) {
        RuleEditor editor = RuleEditor.add(template, model).onDone(actions::add);
        RuleField first = template.required().stream().findFirst().orElse(RuleField.FROM);
        editor.show(workspace.navigator().window(), first);
    }

    private void edit(RuleLine line, RuleField field) {
        if (!line.isRemoved()) {
            RuleEditor.edit(line, model)
                    .onDone(after -> actions.change(line, after))
                    .show(workspace.navigator().window(), field);
        }
    }

    private List<MenuItem> menu(List<RuleRow> rows) {
        List<RuleLine> lines = lines(rows);
        if (lines.isEmpty()) {
            return List.of(item("act.add", "Shortcut+N", false, this::add));
        }
        RuleLine line = lines.getFirst();
        boolean isOne = lines.size() == 1 && !line.isRemoved();
        boolean isStaged = lines.stream().anyMatch(l -> l.state() != RuleLine.State.KEPT);
        boolean isFixed =
                !isOne || Renumbering.whyNotMovable(line) instanceof Renumbering.Result.Refused;
        List<MenuItem> items = new ArrayList<>();
        items.add(item("act.edit", "Alt+Enter", !isOne, () -> edit(line, RuleField.FROM)));
        items.add(item("act.duplicate", "", !isOne, () -> actions.duplicate(model, line)));
        items.add(item("act.up", "Alt+Up", isFixed, () -> step(-1)));
        items.add(item("act.down", "Alt+Down", isFixed, () -> step(1)));
        items.add(
                item("act.routes", "", !isOne || line.shown().tableId() == 0, () -> routes(line)));
        items.add(new SeparatorMenuItem());
        items.add(item("act.revert", "", !isStaged, () -> actions.revert(model, lines)));
        items.add(item("act.delete", "Delete", false, () -> actions.delete(lines)));
        items.add(new SeparatorMenuItem());
        items.add(item("act.add", "Shortcut+N", false, this::add));
        return items;
    }

    private static MenuItem item(String key, String keys, boolean isOff, Runnable act) {
        MenuItem item = new MenuItem(RulesText.get(key));
        item.setDisable(isOff);
        item.setOnAction(e -> act.run());
        if (!keys.isEmpty()) {
            item.setAccelerator(
                    keys.equals("Delete")
                            ? new KeyCodeCombination(KeyCode.DELETE)
                            : KeyCombination.valueOf(keys));
        }
        return item;
    }

    private void routes(RuleLine line) {
        String table = model.projected().tableNames().label(line.shown().tableId());
        workspace.navigator().showRoutes("table:" + table);
    }

    /// Moving rows with the mouse, or with Alt+Up and Alt+Down.
    private final class RowReorder implements Reorder<RuleRow> {
        @Override
        public boolean canMove(RuleRow row) {
            return !row.isHeading();
        }

        @Override
        public Optional<String> refusal(RuleRow row, int index) {
            return actions.refusal(model, row, index);
        }

        @Override
        public void move(RuleRow row, int index) {
            actions.moveTo(model, row, index);
        }
    }

    @Override
    public String id() {
        return "rules";
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        if (view.table.selected().isEmpty()) {
            model.rows().stream()
                    .filter(r -> !r.isHeading())
                    .findFirst()
                    .ifPresent(r -> view.table.select(r.key()));
        }
        view.table.focusRows();
    }

    @Override
    public void add() {
        add(RuleTemplate.PLAIN);
    }

    @Override
    public boolean reveal(RtnetlinkObject object) {
        if (!(object instanceof Rule rule)) {
            return false;
        }
        view.family(rule.family()).setSelected(true);
        return model.rows().stream()
                .filter(r -> r.line().filter(l -> isOf(l, rule)).isPresent())
                .findFirst()
                .filter(r -> view.table.select(r.key()))
                .isPresent();
    }

    private static boolean isOf(RuleLine line, Rule rule) {
        return line.truth().equals(rule) || line.shown().equals(rule);
    }

    @Override
    public List<Shot> shots() {
        return List.of(
                new Shot(
                        "rule-editor",
                        () -> RuleEditor.add(RuleTemplate.FROM_SOURCE, model).dialog().root()),
                new Shot("rule-editor-full", () -> editorOfLast().dialog().root()));
    }

    private RuleEditor editorOfLast() {
        List<RuleLine> ours =
                model.lines().stream().filter(l -> l.band() == Band.POLICIES).toList();
        RuleEditor editor =
                ours.isEmpty()
                        ? RuleEditor.add(RuleTemplate.BY_PORT, model)
                        : RuleEditor.edit(ours.getLast(), model);
        editor.dialog().setUnfolded(true);
        return editor;
    }
}
