package io.routewright.app.nexthops;

import io.routewright.app.feed.Background;
import io.routewright.app.shell.Gallery;
import io.routewright.app.shell.Screen;
import io.routewright.app.shell.Workspace;
import io.routewright.app.staging.StagedView;
import io.routewright.app.store.Snapshot;

import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The screen of multipath routes, nexthop objects and groups. FX thread only.
public final class NexthopsScreen implements Screen, Gallery {
    /// So many routes are looked through within a frame.
    private static final int FEW = 20_000;

    private final Workspace workspace;
    private final NexthopsActions actions;
    private final NexthopsDialogs dialogs;
    private final NexthopsView view;
    private final PolicyView policy;
    private final Background background;
    private final Map<Object, CardView> views = new HashMap<>();
    private NexthopsModel model = new NexthopsModel(new StagedView(Snapshot.EMPTY, List.of()));

    public NexthopsScreen(Workspace workspace) {
        this.workspace = workspace;
        actions = new NexthopsActions(workspace.staging());
        dialogs = new NexthopsDialogs(workspace, actions, () -> model);
        policy = new PolicyView(actions::setSysctl);
        view = new NexthopsView(policy);
        background = new Background("nexthops", workspace.feed());
        listen();
        workspace.feed().subscribe(s -> refresh());
        workspace.staging().subscribe(this::refresh);
        workspace.outcomes().subscribe(this::draw);
    }

    private void listen() {
        ObjectCells cells = new ObjectCells(() -> model.state(), workspace.outcomes());
        view.objects.columns().setAll(cells.columns());
        view.objects.setRowState(cells::rowState);
        view.objects.setRowTooltip(cells::tooltip);
        view.objects.setOnOpen(dialogs::edit);
        view.objects.setOnDelete(dialogs::delete);
        view.objects.setOnType(view.filter::type);
        view.objects.setMenu(this::menu);
        view.objects.setOnSelect(
                lines -> lines.forEach(l -> workspace.selection().select(l.current())));
        view.filter.setOnFilter(t -> draw());
        view.filter.setOnLeave(view.objects::focusRows);
        view.balance.setOnAction(e -> dialogs.balance());
        view.addNexthop.setOnAction(e -> dialogs.addNexthop());
        view.addGroup.setOnAction(e -> dialogs.addGroup());
        view.empty.withAct(NexthopsText.get("balance"), dialogs::balance);
    }

    private void refresh() {
        Snapshot truth = workspace.feed().latest();
        StagedView staged = new StagedView(truth, workspace.staging().operations());
        if (truth.routes().size() < FEW) {
            background.runHere(() -> new NexthopsModel(staged), this::show);
        } else {
            background.run(() -> new NexthopsModel(staged), this::show);
        }
    }

    private void show(NexthopsModel next) {
        model = next;
        draw();
    }

    private void draw() {
        String wanted = view.filter.getText().strip().toLowerCase(Locale.ROOT);
        List<CardView> shown = new ArrayList<>();
        Map<Object, CardView> kept = new HashMap<>();
        for (Card card : model.cards()) {
            Object key = NexthopsModel.key(card, kept.keySet());
            CardView cardView = views.computeIfAbsent(key, k -> new CardView(card, new Acts()));
            kept.put(key, cardView);
            cardView.show(card, model.state(), workspace.outcomes().of(card.truth()));
            if (matches(words(card), wanted)) {
                shown.add(cardView);
            }
        }
        views.keySet().retainAll(kept.keySet());
        view.setCards(shown, !wanted.isEmpty());
        view.setObjectsShown(!model.objects().isEmpty());
        view.objects.setRows(
                model.objects().stream().filter(l -> matches(words(l), wanted)).toList());
        policy.show(model.truth(), model.state());
    }

    private static boolean matches(String words, String wanted) {
        return wanted.isEmpty() || words.toLowerCase(Locale.ROOT).contains(wanted);
    }

    private String words(Card card) {
        StringBuilder all = new StringBuilder(NexthopsText.title(card));
        all.append(' ').append(NexthopsText.detail(card, model.state()));
        card.legs().forEach(l -> all.append(' ').append(l.link()).append(' ').append(l.via()));
        return all.toString();
    }

    private String words(ObjectLine line) {
        String via = LegStates.gateway(line.current()).map(Object::toString).orElse("");
        return line.current().id()
                + " "
                + via
                + " "
                + model.state().links().nameOf(line.current().ifindex());
    }

    private List<MenuItem> menu(List<ObjectLine> lines) {
        if (lines.isEmpty()) {
            return List.of(
                    item("add.nexthop", dialogs::addNexthop), item("add.group", dialogs::addGroup));
        }
        ObjectLine line = lines.getFirst();
        MenuItem edit = item("edit", () -> dialogs.edit(line));
        edit.setDisable(lines.size() > 1 || line.mark() == Card.Mark.REMOVED);
        MenuItem routes =
                item(
                        "routes",
                        () -> workspace.navigator().showRoutes("nhid:" + line.current().id()));
        MenuItem restore = item("restore", () -> restore(lines));
        restore.setDisable(lines.stream().allMatch(l -> l.mark() == Card.Mark.NONE));
        MenuItem delete = item("delete", () -> dialogs.delete(lines));
        delete.setAccelerator(new KeyCodeCombination(KeyCode.DELETE));
        return List.of(edit, routes, new SeparatorMenuItem(), restore, delete);
    }

    private void restore(List<ObjectLine> lines) {
        for (ObjectLine line : lines) {
            new StagedView(model.truth(), workspace.staging().operations())
                    .operationOn(line.truth())
                    .ifPresent(actions::restore);
        }
    }

    private static MenuItem item(String key, Runnable act) {
        MenuItem item = new MenuItem(NexthopsText.get(key));
        item.setOnAction(e -> act.run());
        return item;
    }

    /// What is done on cards.
    private final class Acts implements CardView.Acts {
        @Override
        public void weights(Card card, List<Integer> weights) {
            actions.setWeights(card, weights);
        }

        @Override
        public void remove(Card card, int leg) {
            actions.removeLeg(card, leg);
        }

        @Override
        public void select(Card card) {
            workspace.selection().select(card.current());
        }

        @Override
        public void routes(Card card) {
            card.group().ifPresent(g -> workspace.navigator().showRoutes("nhid:" + g.id()));
        }

        @Override
        public List<MenuItem> menu(Card card) {
            return dialogs.cardMenu(card);
        }
    }

    @Override
    public String id() {
        return "nexthops";
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        view.cards.getChildren().stream()
                .filter(n -> n instanceof CardView)
                .findFirst()
                .ifPresentOrElse(n -> ((CardView) n).focusBar(), view.balance::requestFocus);
    }

    @Override
    public void focusFilter() {
        view.filter.focusField();
    }

    @Override
    public void add() {
        dialogs.addNexthop();
    }

    @Override
    public List<Shot> shots() {
        return dialogs.shots();
    }
}
