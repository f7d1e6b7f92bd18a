package io.routewright.app.scenario;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;

/// The VRFs screen, used as an admin does.
final class VrfsPage {
    private final Hands hands;

    VrfsPage(Hands hands) {
        this.hands = hands;
    }

    /// Stages a new VRF, on, with everything as the form proposes it but the table.
    void create(String name, long table) {
        hands.click("Create VRF", Hands.id("create-vrf"));
        hands.fill("Name", Hands.id("vrf-name"), name);
        hands.fill("Table", Hands.id("vrf-table"), Long.toString(table));
        hands.click("Stage VRF", Hands.text("Stage VRF"));
    }

    /// Drags a link's chip onto the card of a VRF.
    void dragInto(String link, String vrf) {
        hands.drag(chip(link), head("vrf-" + vrf));
    }

    /// Drags a link's chip onto the card of those that are in no VRF.
    void dragOut(String link) {
        hands.drag(chip(link), head("vrf-none"));
    }

    /// Where a link's chip is on the screen.
    Point2D chip(String link) {
        return hands.middle("chip " + link, Hands.id("chip-" + link));
    }

    /// A place on that card where nothing else is: in the middle of its upper edge.
    Point2D head(String card) {
        Bounds box = hands.place("card " + card, Hands.id(card));
        return new Point2D(box.getCenterX(), box.getMinY() + 10);
    }

    /// Whether the link's chip is on that card.
    boolean isOn(String link, String card) {
        Node chip = hands.find("chip " + link, Hands.id("chip-" + link));
        return hands.onScreen(() -> {
            Node at = chip;
            while (at != null && !card.equals(at.getId())) {
                at = at.getParent();
            }
            return at != null;
        });
    }

    /// Moves a link into a VRF by keyboard alone: the chip has the focus, M, the name, Enter.
    void moveByKeyboard(String link, String vrf) {
        hands.click("chip " + link, Hands.id("chip-" + link));
        hands.keys(KeyCode.M);
        hands.fill("VRF", Hands.id("move-vrf"), vrf);
        hands.keys(KeyCode.ENTER);
    }

    /// Stages an address on a link, typed on its card.
    void addAddress(String link, String card, String address) {
        open(card);
        hands.click("Add an address to " + link, Hands.id("add-address-" + link));
        hands.type(address);
        hands.keys(KeyCode.ENTER);
    }

    /// Stages a default route inside a VRF, through the form on its card.
    void addDefaultRoute(String card, String gateway) {
        open(card);
        Node whole = hands.find("card " + card, Hands.id(card));
        Node link = hands.inside(whole, Hands.text("Add default route…"));
        hands.click("Add default route", n -> n == link);
        hands.fill("Gateway", Hands.id("default-gateway"), gateway);
        hands.click("Stage route", Hands.text("Stage route"));
    }

    /// Unfolds a card that is folded.
    private void open(String card) {
        Node whole = hands.find("card " + card, Hands.id(card));
        if (hands.has(whole, Hands.named("Show addresses and routes"))) {
            Node expand = hands.inside(whole, Hands.named("Show addresses and routes"));
            hands.click("expand " + card, n -> n == expand);
        }
    }
}
