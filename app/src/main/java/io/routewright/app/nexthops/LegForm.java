package io.routewright.app.nexthops;

import io.routewright.app.control.AddressField;
import io.routewright.app.control.CheckedField;
import io.routewright.app.control.FormDialog;
import io.routewright.app.staging.Reach;
import io.routewright.app.store.Snapshot;
import io.routewright.app.text.KernelWords;
import io.routewright.netlink.Nexthop;
import io.routewright.netlink.Route;
import io.routewright.netlink.Rtnetlink;
import io.routewright.protocol.Operation;

import javafx.scene.control.CheckBox;

import java.util.Optional;
import java.util.function.Consumer;

/// Adds a leg to a multipath route.
final class LegForm {
    private final FormDialog form =
            new FormDialog(NexthopsText.get("form.add.leg"), NexthopsText.get("form.stage"));
    private final Route route;
    private final Snapshot state;
    private final AddressField gateway = new AddressField();
    private final LinkChoice link;
    private final CheckBox onLink = new CheckBox(NexthopsText.get("form.onlink"));
    private final CheckedField weight =
            new CheckedField(t ->
                    KernelWords.unsigned(t, 10, 256).filter(n -> n > 0).isPresent()
                            ? Optional.empty()
                            : Optional.of(NexthopsText.get("weight.range256", 256)));

    LegForm(Route route, Snapshot state) {
        this.route = route;
        this.state = state;
        link = new LinkChoice(state);
        gateway.setId("leg-gateway");
        link.setId("leg-link");
        weight.setId("leg-weight");
        weight.getStyleClass().add("mono");
        weight.setText("1");
        onLink.setAccessibleText(NexthopsText.get("form.onlink"));
        form.row(NexthopsText.get("form.gateway"), gateway)
                .row(NexthopsText.get("form.link"), link)
                .row(NexthopsText.get("form.weight"), weight)
                .row("", onLink);
        gateway.textProperty().subscribe((o, n) -> followGateway());
        link.valueProperty().subscribe((o, n) -> judge());
        weight.textProperty().subscribe((o, n) -> judge());
        onLink.selectedProperty().subscribe((o, n) -> judge());
    }

    private void followGateway() {
        gateway.value()
                .map(g -> Reach.linksTo(g, state))
                .filter(l -> l.size() == 1)
                .ifPresent(l -> link.choose(l.getFirst()));
        judge();
    }

    private void judge() {
        boolean isEmpty = gateway.getText().isBlank() && link.ifindex() == 0;
        if (isEmpty || gateway.problem().isPresent() || weight.problem().isPresent()) {
            form.setError("");
            form.setBlocked(true);
            return;
        }
        Judgement.show(form, new Operation.Change(route, Legs.with(route, result())), state);
    }

    private Nexthop result() {
        Nexthop bare =
                Nexthop.onLink(link.ifindex())
                        .withWeight(Integer.parseInt(weight.getText().strip()))
                        .withFlags(onLink.isSelected() ? Rtnetlink.RTNH_F_ONLINK : 0);
        return gateway.value().map(g -> bare.withGateway(g, route.family())).orElse(bare);
    }

    LegForm onDone(Consumer<Nexthop> handler) {
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
