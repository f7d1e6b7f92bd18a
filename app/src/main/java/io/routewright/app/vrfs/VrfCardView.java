package io.routewright.app.vrfs;

import io.routewright.app.control.Badge;
import io.routewright.app.control.LinkChip;
import io.routewright.app.control.Notice;
import io.routewright.app.control.Pill;
import io.routewright.app.shell.Outcomes;
import io.routewright.app.theme.Icons;
import io.routewright.netlink.Link;
import io.routewright.netlink.RtnetlinkObject;

import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A VRF on the board: its links as chips, below them addresses and routes. Takes chips that are dropped on it.
final class VrfCardView extends VBox {
    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("drop-target");
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("drop-refused");

    private final BoardActs acts;
    private final FlowPane chips = new FlowPane(6, 6);
    private final Label hint = new Label();
    private final ContextMenu menu = new ContextMenu();
    private VrfCard card;
    private VrfCard drawn;
    private boolean isOpen;
    private boolean isChosen;
    private Optional<CardDetails> details = Optional.empty();
    private boolean isDrawn;
    private boolean isHeld;

    VrfCardView(VrfCard card, boolean isOpen, BoardActs acts) {
        super(8);
        this.acts = acts;
        this.card = card;
        this.drawn = card;
        this.isOpen = isOpen;
        getStyleClass().add("card");
        hint.getStyleClass().addAll("small", "strong");
        hint.setWrapText(true);
        setOnDragOver(this::dragOver);
        setOnDragExited(e -> clearHint());
        setOnDragDropped(this::dropped);
    }

    VrfCard card() {
        return card;
    }

    /// Shows that state; while an address is typed or a chip is held, later: a chip drawn anew would fall out of the hand.
    void show(VrfCard next) {
        card = next;
        boolean isTyped = details.map(CardDetails::isEditing).orElse(false);
        if (!isHeld && !isTyped && !(isDrawn && next.equals(drawn))) {
            draw();
        }
    }

    /// Draws anew although nothing of the card changed: outcomes.
    void redraw() {
        isDrawn = false;
        show(card);
    }

    private void draw() {
        isDrawn = true;
        drawn = card;
        setAccessibleText(VrfsText.name(card) + ", " + VrfsText.table(card));
        setId(card.isVrf() ? "vrf-" + card.name() : "vrf-none");
        chips.getChildren().setAll(card.ports().stream().map(this::chip).toList());
        if (card.ports().isEmpty()) {
            Label none = new Label(VrfsText.get("card.drop"));
            none.getStyleClass().add("muted");
            chips.getChildren().add(none);
        }
        List<Node> all = new ArrayList<>(List.of(header(), chips));
        card.truth()
                .flatMap(t -> acts.failure((RtnetlinkObject) t))
                .map(Outcomes.Failure::text)
                .ifPresent(t -> all.add(new Notice("alert-triangle", t, "danger")));
        details =
                isOpen
                        ? Optional.of(new CardDetails(card, acts, () -> show(card)))
                        : Optional.empty();
        details.ifPresent(all::add);
        all.add(hint);
        getChildren().setAll(all);
        clearHint();
    }

    private HBox header() {
        Label table = new Label(VrfsText.table(card));
        table.getStyleClass().addAll("muted", "small");
        table.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(8, name(), table, badges(), space);
        if (card.isVrf()) {
            CheckBox on = new CheckBox(VrfsText.get("card.on"));
            on.setSelected(card.isUp());
            on.setDisable(card.mark() == Mark.REMOVED);
            on.setMinWidth(Region.USE_PREF_SIZE);
            on.setOnAction(e -> acts.setUp(card, on.isSelected()));
            head.getChildren().add(on);
        }
        head.getChildren()
                .add(
                        button(
                                isOpen ? "chevron-up" : "chevron-down",
                                isOpen ? "card.collapse" : "card.expand",
                                this::toggle));
        if (card.isVrf()) {
            Button more = button("more-horizontal", "card.more", () -> {});
            more.setOnAction(e -> openMenu(more, acts.menu(card)));
            head.getChildren().add(more);
        }
        head.setAlignment(Pos.CENTER_LEFT);
        head.setOnMousePressed(e -> card.current().ifPresent(acts::select));
        return head;
    }

    private Node name() {
        if (!card.isVrf()) {
            Label none = new Label(VrfsText.get("none"));
            none.getStyleClass().add("strong");
            none.setMinWidth(Region.USE_PREF_SIZE);
            return none;
        }
        Label pill = Pill.vrf(card.name());
        if (card.mark() == Mark.ADDED) {
            pill.setGraphic(Icons.of("plus", "added"));
        }
        if (card.mark() == Mark.REMOVED) {
            pill.getStyleClass().add("removed-text");
        }
        return pill;
    }

    private HBox badges() {
        HBox box = new HBox(4);
        box.setAlignment(Pos.CENTER_LEFT);
        switch (card.mark()) {
            case ADDED -> box.getChildren().add(Badge.of(VrfsText.get("badge.added"), "added"));
            case CHANGED ->
                    box.getChildren().add(Badge.of(VrfsText.get("badge.changed"), "changed"));
            case REMOVED ->
                    box.getChildren().add(Badge.of(VrfsText.get("badge.removed"), "removed"));
            case NONE -> {
                /* as the kernel has it */
            }
        }
        if (!isOpen && (card.leaks().isAny() || !card.sharers().isEmpty())) {
            Label sign = new Label("", Icons.of("alert-triangle", "warning"));
            sign.setTooltip(new Tooltip(VrfsText.get("card.expand")));
            box.getChildren().add(sign);
        }
        return box;
    }

    private static Button button(String icon, String key, Runnable act) {
        Button button = new Button("", Icons.of(icon));
        button.getStyleClass().add("icon-button");
        button.setTooltip(new Tooltip(VrfsText.get(key)));
        button.setAccessibleText(VrfsText.get(key));
        button.setOnAction(e -> act.run());
        return button;
    }

    private void toggle() {
        isChosen = true;
        isOpen = !isOpen;
        draw();
    }

    /// Whether details are shown as long as the admin has not chosen.
    void suggestOpen(boolean open) {
        if (!isChosen && open != isOpen) {
            isOpen = open;
            isDrawn = false;
        }
    }

    private Node chip(Port port) {
        Link link = port.current();
        LinkChip.State state =
                !link.isUp()
                        ? LinkChip.State.DOWN
                        : link.hasCarrier() || port.isSwitched()
                                ? LinkChip.State.UP
                                : LinkChip.State.NO_CARRIER;
        String address = isOpen ? "" : port.firstAddress();
        boolean isStaged = port.isMoved() || port.isSwitched();
        LinkChip chip =
                new LinkChip(
                        new LinkChip.Face(link.ifindex(), link.name(), state, address, isStaged));
        chip.setId("chip-" + link.name());
        if (!port.master().isEmpty()) {
            Label in = new Label(VrfsText.get("port.in", port.master()));
            in.getStyleClass().addAll("muted", "small");
            chip.getChildren().add(in);
        }
        acts.failure(port.truth())
                .ifPresent(f -> chip.getChildren().add(Icons.of("alert-triangle", "danger")));
        chip.setHover(
                acts.failure(port.truth())
                        .map(Outcomes.Failure::text)
                        .orElse(VrfsText.get("port.why", link.name())));
        if (!link.isLoopback()) {
            chip.makeMovable();
        }
        chip.addEventHandler(
                MouseEvent.MOUSE_PRESSED,
                e -> {
                    isHeld = true;
                    acts.select(link);
                });
        chip.addEventHandler(MouseEvent.MOUSE_RELEASED, e -> letGo());
        chip.addEventHandler(DragEvent.DRAG_DONE, e -> letGo());
        chip.addEventHandler(KeyEvent.KEY_PRESSED, e -> key(chip, port, e));
        chip.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, e -> menu(chip, port, e));
        return chip;
    }

    private void letGo() {
        isHeld = false;
        show(card);
    }

    private void key(LinkChip chip, Port port, KeyEvent event) {
        boolean isPlain = !event.isShortcutDown() && !event.isAltDown();
        if (event.getCode() == KeyCode.M && isPlain) {
            acts.moveTyped(port);
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            openMenu(chip, acts.menu(port));
            event.consume();
        }
    }

    private void menu(LinkChip chip, Port port, ContextMenuEvent event) {
        chip.requestFocus();
        openMenu(chip, acts.menu(port));
        event.consume();
    }

    private void openMenu(Node below, List<MenuItem> items) {
        menu.getItems().setAll(items);
        Bounds box = below.localToScreen(below.getLayoutBounds());
        menu.show(below, box.getMinX(), box.getMaxY());
    }

    /// The chip of that link; empty when it stands elsewhere.
    Optional<Node> chipOf(int ifindex) {
        return chips.getChildren().stream()
                .filter(n -> n instanceof LinkChip c && c.face().ifindex() == ifindex)
                .findFirst();
    }

    private void dragOver(DragEvent event) {
        Optional<Port> port = LinkChip.dragged(event.getDragboard()).flatMap(acts::port);
        if (port.isEmpty()) {
            return;
        }
        Optional<String> refusal = MoveRule.refusal(port.get(), card);
        if (refusal.isEmpty()) {
            event.acceptTransferModes(TransferMode.MOVE);
        }
        pseudoClassStateChanged(TARGET, refusal.isEmpty());
        pseudoClassStateChanged(REFUSED, refusal.isPresent());
        hint.setText(refusal.orElse(MoveRule.consequence(port.get(), card)));
        hint.getStyleClass().remove("danger");
        if (refusal.isPresent()) {
            hint.getStyleClass().add("danger");
        }
        hint.setVisible(true);
        hint.setManaged(true);
        event.consume();
    }

    private void clearHint() {
        pseudoClassStateChanged(TARGET, false);
        pseudoClassStateChanged(REFUSED, false);
        hint.setText("");
        hint.setVisible(false);
        hint.setManaged(false);
    }

    private void dropped(DragEvent event) {
        Optional<Port> port = LinkChip.dragged(event.getDragboard()).flatMap(acts::port);
        boolean isTaken = port.filter(p -> MoveRule.refusal(p, card).isEmpty()).isPresent();
        event.setDropCompleted(isTaken);
        event.consume();
        clearHint();
        if (isTaken) {
            acts.move(port.orElseThrow(), card.ifindex());
        }
    }
}
