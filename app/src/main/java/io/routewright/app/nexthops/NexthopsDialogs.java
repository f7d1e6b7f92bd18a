package io.routewright.app.nexthops;

import io.routewright.app.control.FormDialog;
import io.routewright.app.describe.Describe;
import io.routewright.app.shell.Gallery.Shot;
import io.routewright.app.shell.Workspace;
import io.routewright.app.staging.StagedView;
import io.routewright.app.store.Snapshot;
import io.routewright.netlink.NexthopObject;
import io.routewright.netlink.Route;

import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The dialogs of the screen and the menu of a card.
final class NexthopsDialogs {
    private static final int LISTED = 8;

    private final Workspace workspace;
    private final NexthopsActions actions;
    private final Supplier<NexthopsModel> model;

    NexthopsDialogs(Workspace workspace, NexthopsActions actions, Supplier<NexthopsModel> model) {
        this.workspace = workspace;
        this.actions = actions;
        this.model = model;
    }

    private Snapshot state() {
        return model.get().state();
    }

    private void show(FormDialog form) {
        form.show(workspace.navigator().window());
    }

    void addNexthop() {
        show(new NexthopForm(Optional.empty(), state()).onDone(actions::create).dialog());
    }

    void addGroup() {
        show(new GroupForm(Optional.empty(), state()).onDone(actions::create).dialog());
    }

    void balance() {
        show(balanceForm().dialog());
    }

    private BalanceForm balanceForm() {
        Snapshot state = state();
        return new BalanceForm(state)
                .onDone(r -> actions.balance(state, r.family(), r.table(), r.legs()));
    }

    void edit(ObjectLine line) {
        if (line.mark() != Card.Mark.REMOVED) {
            edit(line.current());
        }
    }

    private void edit(NexthopObject object) {
        show(editor(object));
    }

    private FormDialog editor(NexthopObject object) {
        return object.isGroup()
                ? new GroupForm(Optional.of(object), state())
                        .onDone(after -> actions.change(object, after))
                        .dialog()
                : new NexthopForm(Optional.of(object), state())
                        .onDone(after -> actions.change(object, after))
                        .dialog();
    }

    /// At once where nothing hangs on them; else it is said first what goes along.
    void delete(List<ObjectLine> lines) {
        List<NexthopObject> objects =
                lines.stream()
                        .filter(l -> l.mark() != Card.Mark.REMOVED)
                        .map(ObjectLine::current)
                        .toList();
        deleteObjects(objects);
    }

    private void deleteObjects(List<NexthopObject> objects) {
        if (objects.isEmpty()) {
            return;
        }
        boolean isAlone = objects.stream().allMatch(o -> Cascade.of(o, state()).isAlone());
        if (isAlone) {
            actions.delete(objects, state());
        } else {
            show(deletion(objects));
        }
    }

    private FormDialog deletion(List<NexthopObject> objects) {
        Snapshot state = state();
        String ids = String.join(", ", objects.stream().map(o -> Long.toString(o.id())).toList());
        FormDialog form =
                new FormDialog(
                        NexthopsText.get("cascade.title", ids), NexthopsText.get("cascade.stage"));
        for (NexthopObject object : objects) {
            Cascade cascade = Cascade.of(object, state);
            if (!cascade.isAlone()) {
                form.section(Describe.object(object, state));
                form.wide(new Label(NexthopsText.cascade(cascade)));
                list(form, cascade, state);
            }
        }
        form.setNote(NexthopsText.get("cascade.why"), false);
        form.setOnAccept(() -> {
            actions.delete(objects, state);
            return Optional.empty();
        });
        return form;
    }

    private static void list(FormDialog form, Cascade cascade, Snapshot state) {
        for (Route r : cascade.routes().stream().limit(LISTED).toList()) {
            Label line = new Label(Describe.object(r, state));
            line.getStyleClass().addAll("mono", "muted");
            form.wide(line);
        }
        int rest = cascade.routes().size() - LISTED;
        if (rest > 0) {
            form.wide(new Label(NexthopsText.get("cascade.more", rest)));
        }
    }

    /// The acts on a card.
    List<MenuItem> cardMenu(Card card) {
        List<MenuItem> items = new ArrayList<>();
        boolean isGoing = card.mark() == Card.Mark.REMOVED;
        card.route().ifPresent(r -> routeItems(r, items));
        card.group().ifPresent(g -> groupItems(g, items));
        items.forEach(i -> i.setDisable(i.isDisable() || isGoing));
        items.add(new SeparatorMenuItem());
        MenuItem restore = item("restore", () -> restore(card));
        restore.setDisable(card.mark() == Card.Mark.NONE);
        MenuItem delete = item("delete", () -> delete(card));
        delete.setDisable(isGoing);
        items.add(restore);
        items.add(delete);
        return items;
    }

    private void routeItems(Route route, List<MenuItem> items) {
        items.add(
                item(
                        "card.addleg",
                        () ->
                                show(
                                        new LegForm(route, state())
                                                .onDone(l -> actions.addLeg(route, l))
                                                .dialog())));
        items.add(item("card.equal", () -> equalise(route)));
        MenuItem convert = item("card.convert", () -> show(conversion(route)));
        Conversion.refusal(route, state())
                .ifPresent(why -> {
                    convert.setDisable(true);
                    convert.setText(
                            NexthopsText.get("card.convert") + " \u2014 " + NexthopsText.get(why));
                });
        items.add(convert);
        items.add(item("card.show", () -> workspace.navigator().reveal(route)));
    }

    private void equalise(Route route) {
        List<Integer> ones = route.nexthops().stream().map(n -> 1).toList();
        actions.change(route, Legs.withWeights(route, ones));
    }

    private FormDialog conversion(Route route) {
        Snapshot state = state();
        FormDialog form =
                new FormDialog(
                        NexthopsText.get("convert.title"), NexthopsText.get("convert.stage"));
        Label what = new Label(NexthopsText.get("convert.what"));
        what.setWrapText(true);
        form.wide(what);
        form.setNote(NexthopsText.get("convert.warning"), true);
        form.setOnAccept(() -> {
            actions.toGroup(route, state);
            return Optional.empty();
        });
        return form;
    }

    private void groupItems(NexthopObject group, List<MenuItem> items) {
        items.add(item("card.members", () -> edit(group)));
        items.add(item("routes", () -> workspace.navigator().showRoutes("nhid:" + group.id())));
    }

    private void restore(Card card) {
        new StagedView(model.get().truth(), workspace.staging().operations())
                .operationOn(card.truth())
                .ifPresent(actions::restore);
    }

    private void delete(Card card) {
        card.route().ifPresent(actions::delete);
        card.group().ifPresent(g -> deleteObjects(List.of(g)));
    }

    private static MenuItem item(String key, Runnable act) {
        MenuItem item = new MenuItem(NexthopsText.get(key));
        item.setOnAction(e -> act.run());
        return item;
    }

    /// The dialogs as of now, for pictures.
    List<Shot> shots() {
        List<Shot> shots = new ArrayList<>();
        shots.add(new Shot("nexthop-balance", () -> balanceForm().dialog().root()));
        shots.add(new Shot("nexthop-editor", () -> editorOf(false).root()));
        shots.add(new Shot("nexthop-group-editor", () -> editorOf(true).root()));
        used().ifPresent(n ->
                shots.add(new Shot("nexthop-delete", () -> deletion(List.of(n)).root())));
        return shots;
    }

    private Optional<NexthopObject> used() {
        return state().nexthops().stream()
                .filter(n -> !Cascade.of(n, state()).isAlone())
                .findFirst();
    }

    private FormDialog editorOf(boolean isGroup) {
        Optional<NexthopObject> first =
                state().nexthops().stream().filter(n -> n.isGroup() == isGroup).findFirst();
        return isGroup
                ? new GroupForm(first, state()).dialog()
                : new NexthopForm(first, state()).dialog();
    }
}
