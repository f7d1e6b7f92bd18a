package io.routewright.app.vrfs;

import io.routewright.app.control.AddressField;
import io.routewright.app.control.FormDialog;
import io.routewright.app.staging.Finding;
import io.routewright.app.staging.Reach;
import io.routewright.app.staging.Validation;
import io.routewright.app.store.Snapshot;
import io.routewright.netlink.IpAddress;
import io.routewright.netlink.Link;
import io.routewright.netlink.Nexthop;
import io.routewright.netlink.Prefix;
import io.routewright.netlink.Route;
import io.routewright.protocol.Operation;

import javafx.scene.control.ComboBox;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Adds a default route to the table of a card.
final class DefaultRouteForm {
    private final FormDialog form;
    private final VrfCard card;
    private final Snapshot state;
    private final AddressField gateway = new AddressField();
    private final ComboBox<String> link = new ComboBox<>();

    DefaultRouteForm(VrfCard card, Snapshot state) {
        this.card = card;
        this.state = state;
        String title = VrfsText.get("default.title", VrfsText.name(card));
        form = new FormDialog(title, VrfsText.get("default.stage"));
        gateway.setId("default-gateway");
        gateway.setRequired(true);
        link.setId("default-link");
        link.getStyleClass().add("mono");
        link.setMaxWidth(Double.MAX_VALUE);
        link.getItems()
                .setAll(
                        card.ports().stream()
                                .filter(p -> !p.current().isLoopback())
                                .map(Port::name)
                                .toList());
        link.getSelectionModel().selectFirst();
        form.row(VrfsText.get("default.gateway"), gateway).row(VrfsText.get("default.link"), link);
        gateway.textProperty().subscribe((o, n) -> follow());
        link.valueProperty().subscribe((o, n) -> judge());
        judge();
    }

    private void follow() {
        gateway.value()
                .map(g -> Reach.linksTo(g, state))
                .filter(l -> !l.isEmpty())
                .map(l -> state.links().nameOf(l.getFirst()))
                .filter(link.getItems()::contains)
                .ifPresent(link::setValue);
        judge();
    }

    private int ifindex() {
        String name = link.getValue();
        return name == null ? 0 : state.links().byName(name).map(Link::ifindex).orElse(0);
    }

    private void judge() {
        Optional<IpAddress> via = gateway.value();
        if (via.isEmpty()) {
            form.setError("");
            form.setNote("", false);
            form.setBlocked(true);
            return;
        }
        Route route =
                Route.to(Prefix.any(via.get().family()), card.table())
                        .withNexthops(List.of(Nexthop.via(via.get(), ifindex())));
        List<Finding> found = Validation.of(new Operation.Create(route), List.of(), state);
        String errors = sentences(found, true);
        form.setError(errors);
        form.setBlocked(!errors.isEmpty());
        form.setNote(sentences(found, false), true);
    }

    private static String sentences(List<Finding> found, boolean isError) {
        return String.join(
                "\n",
                found.stream()
                        .filter(f -> f.isError() == isError)
                        .map(f -> (f.sentence() + " " + f.fix()).strip())
                        .toList());
    }

    DefaultRouteForm onDone(Consumer<Nexthop> handler) {
        form.setOnAccept(() -> {
            gateway.value().ifPresent(g -> handler.accept(Nexthop.via(g, ifindex())));
            return Optional.empty();
        });
        return this;
    }

    FormDialog dialog() {
        return form;
    }
}
