package io.routewright.app.routes;

import io.routewright.app.control.Completion.Offer;
import io.routewright.app.control.EmptyState;
import io.routewright.app.control.WindowedTable;
import io.routewright.app.feed.Background;
import io.routewright.app.shell.Gallery;
import io.routewright.app.shell.Screen;
import io.routewright.app.shell.Workspace;
import io.routewright.app.staging.StagedView;
import io.routewright.app.store.Snapshot;
import io.routewright.netlink.Route;
import io.routewright.netlink.RtnetlinkObject;

import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.util.Duration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The screen of the routing tables: the tables on the left, their routes on the right. FX thread only.
public final class RoutesScreen implements Screen, Gallery {
    /// So many routes are searched and sorted within a frame.
    private static final int FEW = 5_000;

    /// How long a vanished route stays on screen, struck through.
    private static final Duration GHOST_TIME = Duration.seconds(3);

    private final Workspace workspace;
    private final RoutesView view = new RoutesView();
    private final RoutesActions actions;
    private final Background background;
    private final TablesPane tables;
    private final List<Route> ghosts = new ArrayList<>();
    private RoutesModel model = RoutesModel.empty();
    private RouteFilter filter = RouteFilter.NONE;
    private RouteSort sort = RouteSort.NATURAL;
    private long tableId;

    public RoutesScreen(Workspace workspace) {
        this.workspace = workspace;
        actions = new RoutesActions(workspace);
        background = new Background("routes", workspace.feed());
        tables = new TablesPane(workspace, view.tables, () -> model, actions);
        RouteCells cells = new RouteCells(() -> model, workspace, actions);
        view.routes.columns().setAll(cells.columns());
        view.routes.setRowState(cells::state);
        view.routes.setRowTooltip(cells::tooltip);
        view.routes.setEmptyState(
                new EmptyState(
                                "git-branch",
                                RoutesText.get("empty"),
                                RoutesText.get("empty.sentence"))
                        .withAct(RoutesText.get("act.add"), this::add));
        listen();
        workspace.feed().subscribe(s -> refresh());
        workspace.staging().subscribe(this::refresh);
        workspace.outcomes().subscribe(view.routes::refresh);
    }

    private void listen() {
        tables.setOnChoose(this::choose);
        tables.setOnAddRoute(this::addTo);
        view.nameTable.setOnAction(e -> tables.add());
        view.routes.setOnSelect(this::selected);
        view.routes.setOnOpen(this::edit);
        view.routes.setOnDelete(actions::delete);
        view.routes.setOnType(view.filter::type);
        view.routes.setOnSort(this::sort);
        view.routes.setMenu(this::menu);
        view.filter.setOnFilter(t -> parse());
        view.filter.setOnLeave(view.routes::focusRows);
        view.filter.setCompleter(this::offers);
        view.kernel.selectedProperty().subscribe(s -> refresh());
        view.add.setOnAction(e -> add());
        view.edit.setOnAction(
                e -> view.routes.selected().stream().findFirst().ifPresent(this::edit));
        view.delete.setOnAction(e -> actions.delete(view.routes.selected()));
        selected(List.of());
    }

    private void choose(long id) {
        if (tableId != id) {
            tableId = id;
            refresh();
        }
    }

    private void sort(Optional<WindowedTable.Sort> wanted) {
        sort =
                wanted.flatMap(s ->
                                RouteColumn.of(s.columnId())
                                        .map(c -> new RouteSort(c, s.isAscending())))
                        .orElse(RouteSort.NATURAL);
        refresh();
    }

    private void parse() {
        try {
            filter = RouteFilter.parse(view.filter.getText(), model.projected());
            view.setProblem("");
            view.filter.setProblem(Optional.empty());
            refresh();
        } catch (InvalidFieldException e) {
            view.setProblem(RoutesText.of(e));
            view.filter.setProblem(Optional.of(RoutesText.of(e)));
        }
    }

    /// Completes the word at the caret, keeping the rest.
    private List<Offer> offers(String text, int caret) {
        int start = text.lastIndexOf(' ', Math.max(0, caret - 1)) + 1;
        String word = text.substring(Math.min(start, caret), caret);
        if (word.isEmpty()) {
            return List.of();
        }
        String head = text.substring(0, start);
        return FilterCompletion.of(word, model.projected()).stream()
                .map(w -> new Offer(w, detail(w), head + w + text.substring(caret)))
                .toList();
    }

    private static String detail(String word) {
        return word.endsWith(":")
                ? RoutesText.get("filter." + word.substring(0, word.length() - 1))
                : "";
    }

    private void refresh() {
        Snapshot truth = workspace.feed().latest();
        RouteQuery query =
                new RouteQuery(
                        new StagedView(truth, workspace.staging().operations()),
                        filter,
                        tableId,
                        view.kernel.isSelected(),
                        sort,
                        List.copyOf(ghosts));
        Snapshot before = model.view().truth();
        if (truth.routes().size() < FEW) {
            background.runHere(() -> RoutesModel.of(query, before), this::show);
        } else {
            background.run(() -> RoutesModel.of(query, before), this::show);
        }
    }

    private void show(RoutesModel next) {
        model = next;
        tables.show(next);
        view.routes.setRows(next.rows().lines());
        view.routes.flash(next.come());
        view.count.setText(counted(next));
        selected(view.routes.selected());
        if (!next.gone().isEmpty()) {
            haunt(next.gone());
        }
    }

    private static String counted(RoutesModel model) {
        int shown = model.rows().lines().size();
        int hidden = model.rows().hidden();
        return hidden == 0
                ? RoutesText.TEXT.get("count", shown)
                : RoutesText.TEXT.get("count.hidden", shown, hidden);
    }

    /// Keeps vanished routes on screen for a moment.
    private void haunt(List<Route> gone) {
        ghosts.addAll(gone);
        refresh();
        PauseTransition pause = new PauseTransition(GHOST_TIME);
        pause.setOnFinished(e -> {
            ghosts.removeAll(gone);
            refresh();
        });
        pause.play();
    }

    private void selected(List<RouteLine> lines) {
        view.edit.setDisable(lines.size() != 1 || !lines.getFirst().isEditable());
        view.delete.setDisable(lines.stream().noneMatch(RouteLine::isEditable));
        if (lines.size() == 1) {
            workspace.selection().select(lines.getFirst().shown());
        }
    }

    private void addTo(long table) {
        add(RouteEditor.blank(table, model));
    }

    private void add(RouteEditor editor) {
        editor.onDone(r -> actions.add(r, model.projected())).show(workspace.navigator().window());
    }

    private void edit(RouteLine line) {
        if (line.isEditable()) {
            RouteEditor.edit(line, model)
                    .onDone(after -> actions.change(line, after))
                    .show(workspace.navigator().window());
        }
    }

    private List<MenuItem> menu(List<RouteLine> lines) {
        RouteLine line = lines.getFirst();
        boolean isOne = lines.size() == 1 && line.isEditable();
        long object = line.shown().nexthopId();
        List<MenuItem> items = new ArrayList<>();
        items.add(RouteMenus.item("act.edit", "Alt+Enter", !isOne, () -> edit(line)));
        items.add(
                RouteMenus.item(
                        "act.duplicate",
                        "",
                        !isOne,
                        () -> add(RouteEditor.add(line.shown(), model))));
        items.add(
                RouteMenus.item(
                        "act.object", "", !isOne || object == 0, () -> revealObject(object)));
        items.add(new SeparatorMenuItem());
        boolean isStaged = RouteMenus.isStaged(lines);
        items.add(RouteMenus.item("act.revert", "", !isStaged, () -> actions.revert(model, lines)));
        items.add(RouteMenus.item("act.delete", "Delete", false, () -> actions.delete(lines)));
        items.add(new SeparatorMenuItem());
        items.add(RouteMenus.item("act.add", "Shortcut+N", false, this::add));
        return items;
    }

    private void revealObject(long id) {
        model.projected().nexthop(id).ifPresent(workspace.navigator()::reveal);
    }

    @Override
    public String id() {
        return "routes";
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        if (view.tables.selectedKeys().isEmpty()) {
            tables.choose(tableId);
        }
        view.routes.focusRows();
    }

    @Override
    public void focusFilter() {
        view.filter.focusField();
    }

    @Override
    public void add() {
        addTo(tableId);
    }

    @Override
    public void filter(String text) {
        tables.choose(0);
        view.filter.setText(text);
    }

    @Override
    public boolean reveal(RtnetlinkObject object) {
        if (!(object instanceof Route route)) {
            return false;
        }
        if (!view.routes.select(route)) {
            filter("");
            view.kernel.setSelected(view.kernel.isSelected() || RouteText.isKernels(route));
        }
        return view.routes.select(route) || model.view().truth().routes().contains(route);
    }

    @Override
    public List<Shot> shots() {
        return List.of(
                new Shot("route-editor", () -> RouteEditor.blank(tableId, model).dialog().root()),
                new Shot("route-editor-multipath", () -> pictured().dialog().root()),
                new Shot("table-name", () -> tables.form(id -> {}).root()));
    }

    private RouteEditor pictured() {
        return model.rows().lines().stream()
                .filter(l -> l.shown().isMultipath() && l.shown().nexthopId() == 0)
                .findFirst()
                .map(l -> RouteEditor.edit(l, model))
                .orElseGet(() -> RouteEditor.blank(tableId, model));
    }
}
