package io.routewright.app.nexthops;

import io.routewright.app.control.Badge;
import io.routewright.app.control.CheckedField;
import io.routewright.app.control.Pill;
import io.routewright.app.theme.Icons;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/// One leg on a card: link, gateway, how it is, share, weight. The weight is typed in place.
final class LegRow {
    private final Label gateway = new Label();
    private final Label neighbour = new Label();
    private final HBox badges = new HBox(4);
    private final Label share = new Label();
    private final Label before = new Label();
    private final CheckedField weight = new CheckedField(this::check);
    private final Button remove = new Button("", Icons.of("x"));
    private final HBox weightBox = new HBox(4, before, weight);
    private final Node link;
    private int largest = 256;
    private int shown;
    private IntConsumer onWeight = w -> {};

    LegRow(Leg leg) {
        link =
                leg.link().isEmpty()
                        ? new Label(NexthopsText.get("leg.nolink"))
                        : Pill.link(leg.link());
        gateway.getStyleClass().add("mono");
        neighbour.getStyleClass().add("small");
        share.getStyleClass().addAll("mono", "strong");
        share.setMinWidth(56);
        share.setAlignment(Pos.CENTER_RIGHT);
        before.getStyleClass().addAll("mono", "muted", "removed-text");
        badges.setAlignment(Pos.CENTER_LEFT);
        weightBox.setAlignment(Pos.CENTER_RIGHT);
        weight.getStyleClass().add("mono");
        weight.setPrefWidth(64);
        weight.setAlignment(Pos.CENTER_RIGHT);
        weight.setAccessibleText(NexthopsText.get("leg.weight", leg.link()));
        weight.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        weight.focusedProperty().subscribe(this::focusChanged);
        remove.getStyleClass().add("icon-button");
        remove.setTooltip(new Tooltip(NexthopsText.get("leg.remove")));
        remove.setAccessibleText(NexthopsText.get("leg.remove.of", leg.link()));
    }

    /// The cells from left to right.
    List<Node> cells() {
        return List.of(link, gateway, neighbour, badges, share, weightBox, remove);
    }

    void setOnWeight(IntConsumer handler) {
        onWeight = handler;
    }

    void setOnRemove(Runnable handler) {
        remove.setOnAction(e -> handler.run());
    }

    CheckedField weightField() {
        return weight;
    }

    void show(Leg leg, Card card, boolean isFixed) {
        largest = card.largestWeight();
        String via = leg.via();
        gateway.setText(
                leg.state().isBlackhole()
                        ? NexthopsText.get("leg.blackhole")
                        : via.isEmpty() ? NexthopsText.get("leg.direct") : via);
        gateway.getStyleClass().remove("muted");
        if (via.isEmpty()) {
            gateway.getStyleClass().add("muted");
        }
        neighbour.setText(NexthopsText.neighbour(leg));
        boolean isFailed = leg.state().neighbour() == NeighbourState.FAILED;
        neighbour.getStyleClass().setAll("label", "small", isFailed ? "danger" : "muted");
        badges.getChildren().setAll(badges(leg));
        before.setText(leg.isWeightChanged() ? leg.weightBefore() + " \u2192" : "");
        if (!weight.isFocused()) {
            shown = leg.weight();
            weight.setText(Integer.toString(shown));
        }
        shown = leg.weight();
        weight.setDisable(isFixed);
        remove.setDisable(isFixed || card.legs().size() < 2);
    }

    void setShare(double part) {
        share.setText(NexthopsText.percent(part));
    }

    private static List<Node> badges(Leg leg) {
        LegState s = leg.state();
        java.util.ArrayList<Node> found = new java.util.ArrayList<>();
        if (leg.isNew()) {
            found.add(Badge.of(NexthopsText.get("badge.new"), "added"));
        }
        if (s.isLinkDown()) {
            found.add(explained("linkdown", "warning"));
        }
        if (s.isDead()) {
            found.add(explained("dead", "danger"));
        }
        if (s.isStillUsed()) {
            found.add(explained("used", "danger"));
        }
        return found;
    }

    private static Label explained(String key, String style) {
        return Badge.explained(
                NexthopsText.get("badge." + key), NexthopsText.get("badge." + key + ".why"), style);
    }

    private Optional<String> check(String text) {
        boolean isFine =
                text.matches("\\d{1,6}")
                        && Integer.parseInt(text) >= 1
                        && Integer.parseInt(text) <= largest;
        return isFine
                ? Optional.empty()
                : Optional.of(
                        NexthopsText.get(
                                largest > 256 ? "weight.range" : "weight.range256", largest));
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            take();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            weight.setText(Integer.toString(shown));
            weight.selectAll();
            event.consume();
        }
    }

    private void focusChanged(boolean isFocused) {
        if (!isFocused && weight.problem().isPresent()) {
            weight.setText(Integer.toString(shown));
        } else if (!isFocused) {
            take();
        }
    }

    private void take() {
        if (weight.problem().isEmpty()) {
            int next = Integer.parseInt(weight.getText().strip());
            if (next != shown) {
                shown = next;
                onWeight.accept(next);
            }
        }
    }
}
