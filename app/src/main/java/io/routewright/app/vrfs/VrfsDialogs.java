package io.routewright.app.vrfs;

import io.routewright.app.control.FormDialog;
import io.routewright.app.shell.Gallery.Shot;
import io.routewright.app.shell.Workspace;
import io.routewright.app.staging.StagedView;
import io.routewright.netlink.RtnetlinkObject;

import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The dialogs of the screen and the menus of chips and cards.
final class VrfsDialogs {
    private final Workspace workspace;
    private final VrfsActions actions;
    private final Supplier<VrfsModel> model;

    VrfsDialogs(Workspace workspace, VrfsActions actions, Supplier<VrfsModel> model) {
        this.workspace = workspace;
        this.actions = actions;
        this.model = model;
    }

    private void show(FormDialog form) {
        form.show(workspace.navigator().window());
    }

    void create() {
        show(createForm().dialog());
    }

    private VrfForm createForm() {
        return new VrfForm(model.get().state()).onDone(d -> actions.create(d, model.get().state()));
    }

    void move(Port port) {
        show(moveForm(port).dialog());
    }

    private MoveForm moveForm(Port port) {
        return new MoveForm(port, model.get().cards()).onDone(vrf -> actions.move(port, vrf));
    }

    void addDefaultRoute(VrfCard card) {
        show(defaultForm(card).dialog());
    }

    private DefaultRouteForm defaultForm(VrfCard card) {
        return new DefaultRouteForm(card, model.get().state())
                .onDone(leg ->
                        actions.addDefaultRoute(
                                card.table(), leg.gateway().orElseThrow(), leg.ifindex()));
    }

    /// At once where nothing hangs on it; else it is said first what goes along.
    void delete(VrfCard card) {
        boolean isPlain =
                card.mark() == Mark.ADDED
                        || (card.ports().isEmpty()
                                && VrfsActions.leftovers(card, model.get().state()).isEmpty());
        if (isPlain) {
            actions.delete(card, model.get().state());
        } else {
            show(deletion(card));
        }
    }

    private FormDialog deletion(VrfCard card) {
        FormDialog form =
                new FormDialog(
                        VrfsText.get("delete.title", card.name()), VrfsText.get("delete.stage"));
        List<String> names = card.ports().stream().map(Port::name).toList();
        if (!names.isEmpty()) {
            form.wide(wrapped(VrfsText.get("delete.ports", String.join(", ", names))));
        }
        int left = VrfsActions.leftovers(card, model.get().state()).size();
        form.wide(wrapped(VrfsText.get("delete.routes", left)));
        form.setNote(VrfsText.get("delete.linkroutes"), true);
        form.setOnAccept(() -> {
            actions.delete(card, model.get().state());
            return Optional.empty();
        });
        return form;
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        return label;
    }

    /// The acts on a link.
    List<MenuItem> menu(Port port) {
        Menu moves = new Menu(VrfsText.get("menu.move"));
        for (VrfCard card : model.get().cards()) {
            MenuItem item = new MenuItem(VrfsText.name(card));
            Optional<String> refusal = MoveRule.refusal(port, card);
            refusal.ifPresent(r -> item.setText(VrfsText.name(card) + " \u2014 " + r));
            item.setDisable(refusal.isPresent());
            item.setOnAction(e -> actions.move(port, card.ifindex()));
            moves.getItems().add(item);
        }
        MenuItem typed = item("menu.moveTyped", () -> move(port));
        typed.setDisable(port.current().isLoopback());
        boolean isUp = port.current().isUp();
        MenuItem restore = item("menu.restore", () -> restore(port.truth()));
        restore.setDisable(!port.isMoved() && !port.isSwitched());
        return List.of(
                moves,
                typed,
                item(isUp ? "menu.off" : "menu.on", () -> actions.setUp(port, !isUp)),
                new SeparatorMenuItem(),
                restore);
    }

    /// The acts on a VRF.
    List<MenuItem> menu(VrfCard card) {
        List<MenuItem> items = new ArrayList<>();
        items.add(item("menu.routes", () -> showRoutes(card)));
        items.add(item("card.default", () -> addDefaultRoute(card)));
        items.add(new SeparatorMenuItem());
        MenuItem restore = item("menu.restore", () -> card.truth().ifPresent(this::restore));
        restore.setDisable(card.mark() == Mark.NONE || card.mark() == Mark.ADDED);
        MenuItem delete = item("menu.delete", () -> delete(card));
        delete.setDisable(card.mark() == Mark.REMOVED);
        items.add(restore);
        items.add(delete);
        return items;
    }

    void showRoutes(VrfCard card) {
        workspace.navigator().showRoutes("table:" + card.tableLabel());
    }

    private void restore(RtnetlinkObject object) {
        new StagedView(model.get().view().truth(), workspace.staging().operations())
                .operationOn(object)
                .ifPresent(actions::restore);
    }

    private static MenuItem item(String key, Runnable act) {
        MenuItem item = new MenuItem(VrfsText.get(key));
        item.setOnAction(e -> act.run());
        return item;
    }

    /// The dialogs as of now, for pictures.
    List<Shot> shots() {
        List<Shot> shots = new ArrayList<>();
        shots.add(new Shot("vrf-create", () -> createForm().dialog().root()));
        List<VrfCard> cards = model.get().cards();
        cards.getFirst().ports().stream()
                .filter(p -> !p.current().isLoopback())
                .findFirst()
                .ifPresent(p -> shots.add(new Shot("vrf-move", () -> moveForm(p).dialog().root())));
        VrfCard last = cards.getLast();
        shots.add(new Shot("vrf-default-route", () -> defaultForm(last).dialog().root()));
        if (last.isVrf()) {
            shots.add(new Shot("vrf-delete", () -> deletion(last).root()));
        }
        return shots;
    }
}
