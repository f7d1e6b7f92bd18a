package io.routewright.app.routes;

import io.routewright.app.control.AddressField;
import io.routewright.app.control.CheckedField;
import io.routewright.app.control.WeightBar;
import io.routewright.app.store.Snapshot;
import io.routewright.app.text.KernelWords;
import io.routewright.app.theme.Icons;
import io.routewright.netlink.Family;
import io.routewright.netlink.Link;
import io.routewright.netlink.Nexthop;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The legs of a multipath route: a bar of their weights and a row for each. What a leg has besides stays.
final class LegsPane extends VBox {
    private final Snapshot snapshot;
    private final Runnable onChange;
    private final WeightBar bar = new WeightBar();
    private final VBox rows = new VBox(4);
    private final List<Leg> legs = new ArrayList<>();
    private Family family = Family.INET;
    private boolean isFilling;

    LegsPane(Snapshot snapshot, Runnable onChange) {
        super(8);
        this.snapshot = snapshot;
        this.onChange = onChange;
        bar.setLargest(256);
        bar.setOnLive(this::weigh);
        bar.setOnCommit(this::weigh);
        Button add = new Button(RoutesText.get("legs.add"), Icons.of("plus"));
        add.getStyleClass().add("quiet");
        add.setId("add-leg");
        add.setOnAction(e -> addLeg());
        getChildren().addAll(bar, rows, add);
    }

    /// One row.
    private final class Leg {
        private final Nexthop start;
        private final AddressField gateway = new AddressField();
        private final CheckedField link = new CheckedField(this::linkProblem);
        private final CheckedField weight = new CheckedField(Leg::weightProblem);
        private final HBox row = new HBox(6);

        Leg(Nexthop start) {
            this.start = start;
            gateway.setText(start.gateway().map(Object::toString).orElse(""));
            link.setText(snapshot.links().nameOf(start.ifindex()));
            weight.setText(Integer.toString(start.weight()));
            link.setWords(snapshot.links().all().stream().map(Link::name).toList());
            gateway.setPrefWidth(170);
            link.setPrefWidth(100);
            link.getStyleClass().add("mono");
            link.setPromptText(RoutesText.get("legs.link"));
            weight.setPrefWidth(56);
            weight.getStyleClass().add("mono");
            weight.setAccessibleText(RoutesText.get("legs.weight"));
            Button remove = new Button("", Icons.of("x"));
            remove.getStyleClass().add("icon-button");
            remove.setTooltip(new Tooltip(RoutesText.get("legs.remove")));
            remove.setAccessibleText(RoutesText.get("legs.remove"));
            remove.setOnAction(e -> remove(this));
            row.setAlignment(Pos.CENTER_LEFT);
            row.getChildren().addAll(gateway, link, weight, remove);
            gateway.textProperty().subscribe((o, n) -> changed());
            link.textProperty().subscribe((o, n) -> changed());
            weight.textProperty().subscribe((o, n) -> changed());
        }

        private Optional<String> linkProblem(String name) {
            return name.isEmpty() || snapshot.links().byName(name).isPresent()
                    ? Optional.empty()
                    : Optional.of(RoutesText.TEXT.get("invalid.link", name));
        }

        private static Optional<String> weightProblem(String text) {
            return KernelWords.unsigned(text, 256).filter(w -> w > 0).isPresent()
                    ? Optional.empty()
                    : Optional.of(RoutesText.TEXT.get("invalid.weight", text));
        }

        private Optional<String> problem() {
            return gateway.problem().or(link::problem).or(weight::problem);
        }

        private int weightNow() {
            return KernelWords.unsigned(weight.getText().strip(), 256)
                    .map(Long::intValue)
                    .filter(w -> w > 0)
                    .orElse(1);
        }

        private Nexthop leg() {
            Nexthop bare =
                    start.withWeight(weightNow())
                            .withIfindex(
                                    snapshot.links()
                                            .byName(link.getText().strip())
                                            .map(Link::ifindex)
                                            .orElse(0));
            if (gateway.value().equals(bare.gateway())) {
                return bare;
            }
            return gateway.value()
                    .map(g -> bare.withGateway(g, family))
                    .orElseGet(bare::withoutGateway);
        }
    }

    void show(List<Nexthop> next, Family newFamily) {
        isFilling = true;
        family = newFamily;
        legs.clear();
        next.forEach(n -> legs.add(new Leg(n)));
        while (legs.size() < 2) {
            legs.add(new Leg(Nexthop.onLink(0)));
        }
        fill();
        isFilling = false;
    }

    private void fill() {
        rows.getChildren().setAll(legs.stream().map(l -> l.row).toList());
        drawBar();
    }

    private void drawBar() {
        bar.setSegments(
                legs.stream()
                        .map(l ->
                                new WeightBar.Segment(
                                        l.link.getText(),
                                        l.gateway.getText(),
                                        l.weightNow(),
                                        l.start.isDead()))
                        .toList());
    }

    private void weigh(List<Integer> weights) {
        isFilling = true;
        for (int i = 0; i < Math.min(weights.size(), legs.size()); i++) {
            legs.get(i).weight.setText(Integer.toString(weights.get(i)));
        }
        isFilling = false;
        onChange.run();
    }

    private void addLeg() {
        legs.add(new Leg(Nexthop.onLink(0)));
        fill();
        onChange.run();
    }

    private void remove(Leg leg) {
        if (legs.size() > 2) {
            legs.remove(leg);
            fill();
            onChange.run();
        }
    }

    private void changed() {
        if (!isFilling) {
            drawBar();
            onChange.run();
        }
    }

    List<Nexthop> legs() {
        return legs.stream().map(Leg::leg).toList();
    }

    /// The first thing that is wrong with a leg.
    Optional<String> problem() {
        for (Leg leg : legs) {
            boolean isEmpty = leg.gateway.getText().isBlank() && leg.link.getText().isBlank();
            if (isEmpty) {
                return Optional.of(RoutesText.get("invalid.leg-empty"));
            }
            if (leg.problem().isPresent()) {
                return leg.problem();
            }
        }
        return Optional.empty();
    }
}
