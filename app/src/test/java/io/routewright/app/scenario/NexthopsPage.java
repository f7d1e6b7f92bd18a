package io.routewright.app.scenario;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;

/// The Nexthops screen, used as an admin does.
final class NexthopsPage {
    private final Hands hands;

    NexthopsPage(Hands hands) {
        this.hands = hands;
    }

    /// Stages one default route over these gateways, through "Balance uplinks".
    ///
    /// @param family as the form calls it: IPv4 or IPv6
    void balance(String family, String... gateways) {
        hands.click("Balance uplinks", Hands.id("balance"));
        hands.click("Family", Hands.id("balance-family"));
        hands.click(family, Hands.text(family));
        for (String gateway : gateways) {
            if (!hands.sees(n -> String.valueOf(n.getAccessibleText()).endsWith(" " + gateway))) {
                hands.fill("Another gateway", Hands.id("balance-gateway"), gateway);
                hands.click("Add", Hands.id("balance-add"));
            }
        }
        hands.click("Stage", Hands.text("Stage one shared default route"));
    }

    /// The card that says that somewhere, such as a gateway of one of its paths.
    Node card(String part) {
        return hands.find("a card with " + part, Hands.styled("card", part));
    }

    /// Drags the card's first divider to that part of the bar's width.
    void dragDivider(String card, double share) {
        hands.drag(divider(card), target(card, share));
    }

    /// Where the card's first divider is on the screen.
    Point2D divider(String card) {
        Node divider = hands.inside(card(card), Hands.styled("weight-divider"));
        return hands.middle("the divider", n -> n == divider);
    }

    /// That part of the width of the card's bar, on the screen.
    Point2D target(String card, double share) {
        Node whole = hands.inside(card(card), Hands.styled("weight-bar"));
        Bounds bar = hands.place("the bar", n -> n == whole);
        return new Point2D(bar.getMinX() + bar.getWidth() * share, bar.getCenterY());
    }

    /// Moves the card's first divider by keyboard: that many steps to the left.
    void stepLeft(String card, int steps) {
        Node divider = hands.inside(card(card), Hands.styled("weight-divider"));
        hands.click("the divider", n -> n == divider);
        for (int i = 0; i < steps; i++) {
            hands.keys(KeyCode.LEFT);
        }
    }
}
