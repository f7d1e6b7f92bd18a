package io.routewright.app.nexthops;

import io.routewright.app.control.AddressField;
import io.routewright.app.control.CheckedField;
import io.routewright.app.control.FormDialog;
import io.routewright.app.staging.Reach;
import io.routewright.app.store.Snapshot;
import io.routewright.app.text.KernelWords;
import io.routewright.netlink.Family;
import io.routewright.netlink.IpAddress;
import io.routewright.netlink.NexthopObject;
import io.routewright.protocol.Operation;

import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;

import java.util.Optional;
import java.util.function.Consumer;

/// The editor of a single nexthop object.
final class NexthopForm {
    private final FormDialog form;
    private final Snapshot state;
    private final Optional<NexthopObject> before;
    private final CheckedField id = new CheckedField(NexthopForm::checkId);
    private final ComboBox<String> kind = new ComboBox<>();
    private final AddressField gateway = new AddressField();
    private final LinkChoice link;
    private final CheckBox onLink = new CheckBox(NexthopsText.get("form.onlink"));

    NexthopForm(Optional<NexthopObject> before, Snapshot state) {
        this.before = before;
        this.state = state;
        link = new LinkChoice(state);
        String title = before.isPresent() ? "form.edit.nexthop" : "form.add.nexthop";
        form = new FormDialog(NexthopsText.get(title), NexthopsText.get("form.stage"));
        kind.getItems()
                .setAll(NexthopsText.get("form.forward"), NexthopsText.get("form.blackhole"));
        kind.setMaxWidth(Double.MAX_VALUE);
        name();
        fill();
        form.row(
                        NexthopsText.get("form.id"),
                        id,
                        before.isPresent() ? NexthopsText.get("form.id.fixed") : "")
                .row(NexthopsText.get("form.kind"), kind)
                .row(
                        NexthopsText.get("form.gateway"),
                        gateway,
                        NexthopsText.get("form.gateway.help"))
                .row(NexthopsText.get("form.link"), link)
                .row("", onLink);
        gateway.textProperty().subscribe((o, n) -> followGateway());
        id.textProperty().subscribe(t -> judge());
        link.valueProperty().subscribe(v -> judge());
        onLink.selectedProperty().subscribe(v -> judge());
        kind.valueProperty().subscribe(v -> judge());
    }

    private void name() {
        id.setId("nexthop-id");
        id.getStyleClass().add("mono");
        kind.setId("nexthop-kind");
        gateway.setId("nexthop-gateway");
        link.setId("nexthop-link");
        onLink.setId("nexthop-onlink");
        onLink.setAccessibleText(NexthopsText.get("form.onlink"));
    }

    private void fill() {
        id.setText(Long.toString(before.map(NexthopObject::id).orElse(Ids.free(state))));
        id.setDisable(before.isPresent());
        kind.getSelectionModel()
                .select(before.map(NexthopObject::isBlackhole).orElse(false) ? 1 : 0);
        before.flatMap(LegStates::gateway).ifPresent(g -> gateway.setText(g.toString()));
        before.ifPresent(n -> link.choose(n.ifindex()));
        onLink.setSelected(before.map(NexthopObject::isOnLink).orElse(false));
        before.filter(n -> n.gateway().isPresent()).ifPresent(n -> gateway.setFamily(n.family()));
    }

    private static Optional<String> checkId(String text) {
        boolean isFine =
                KernelWords.unsigned(text, 10, 0xffff_ffffL).filter(n -> n > 0).isPresent();
        return isFine ? Optional.empty() : Optional.of(NexthopsText.get("form.id.wrong"));
    }

    /// The interface that reaches the gateway is chosen as it is typed.
    private void followGateway() {
        gateway.value()
                .map(g -> Reach.linksTo(g, state))
                .filter(l -> l.size() == 1)
                .ifPresent(l -> link.choose(l.getFirst()));
        judge();
    }

    private void judge() {
        boolean isHole = kind.getSelectionModel().getSelectedIndex() == 1;
        gateway.setDisable(isHole);
        link.setDisable(isHole);
        onLink.setDisable(isHole || gateway.getText().isBlank());
        if (id.problem().isPresent() || gateway.problem().isPresent()) {
            form.setNote("", false);
            form.setError("");
            form.setBlocked(true);
            return;
        }
        NexthopObject after = result();
        Operation intended =
                before.<Operation>map(b -> new Operation.Change(b, after))
                        .orElseGet(() -> new Operation.Create(after));
        Judgement.show(form, intended, state);
    }

    NexthopObject result() {
        boolean isHole = kind.getSelectionModel().getSelectedIndex() == 1;
        Optional<IpAddress> via = gateway.value();
        Family family =
                via.map(IpAddress::family)
                        .orElse(before.flatMap(NexthopObject::family).orElse(Family.INET));
        long number = Long.parseLong(id.getText().strip());
        NexthopDraft draft =
                new NexthopDraft(
                        number,
                        family,
                        via,
                        link.ifindex(),
                        isHole,
                        onLink.isSelected() && !onLink.isDisabled());
        return before.map(draft::patch).orElseGet(draft::create);
    }

    NexthopForm onDone(Consumer<NexthopObject> handler) {
        form.setOnAccept(() -> {
            handler.accept(result());
            return Optional.empty();
        });
        return this;
    }

    FormDialog dialog() {
        judge();
        return form;
    }
}
