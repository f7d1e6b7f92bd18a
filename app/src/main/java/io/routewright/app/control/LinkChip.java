package io.routewright.app.control;

import io.routewright.app.text.Strings;
import io.routewright.app.theme.Hues;
import io.routewright.app.theme.Icons;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

import java.util.Optional;

/// A link as a chip: glyph, name, what is wrong with it in a word, and an address. Focusable; a movable one can be
/// dragged, and the dragboard then holds its ifindex as text under `FORMAT`.
public final class LinkChip extends HBox {
    /// What the dragboard holds while a chip is dragged: the ifindex as decimal text.
    public static final DataFormat FORMAT = new DataFormat("application/x-routewright-link");

    private static final Strings TEXT = new Strings(LinkChip.class);
    private static final PseudoClass DEAD = PseudoClass.getPseudoClass("dead");
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    private static final PseudoClass MOVABLE = PseudoClass.getPseudoClass("movable");

    /// How the link is.
    public enum State {
        UP,
        /// Up, but nothing answers at the other end of the cable.
        NO_CARRIER,
        /// Switched off by the admin.
        DOWN
    }

    /// What the chip shows.
    ///
    /// @param address its first address; may be empty
    /// @param isStaged whether it stands here by a staged change only
    public record Face(int ifindex, String name, State state, String address, boolean isStaged) {}

    private final Face face;

    public LinkChip(Face face) {
        this.face = face;
        getStyleClass().add("link-chip");
        Hues.paint(this, Hues.link(face.name()));
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(face.name() + " " + word().orElse("") + " " + face.address());
        setFocusTraversable(true);
        Region glyph = Hues.glyph(face.name()).node();
        Label name = new Label(face.name());
        name.getStyleClass().addAll("mono");
        getChildren().addAll(glyph, name);
        word().ifPresent(w -> getChildren().add(Badge.of(w, "warning")));
        if (face.isStaged()) {
            getChildren().add(Icons.of("edit-2", "changed"));
        }
        if (!face.address().isEmpty()) {
            Label address = new Label(face.address());
            address.getStyleClass().addAll("mono", "muted");
            getChildren().add(address);
        }
        pseudoClassStateChanged(DEAD, face.state() != State.UP);
        pseudoClassStateChanged(CHANGED, face.isStaged());
        setMaxWidth(USE_PREF_SIZE);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    }

    /// A scroll pane around it would take the focus to itself otherwise, and the chip's keys would do nothing.
    private void press(MouseEvent event) {
        requestFocus();
        event.consume();
    }

    private Optional<String> word() {
        return switch (face.state()) {
            case UP -> Optional.empty();
            case NO_CARRIER -> Optional.of(TEXT.get("link.nocarrier"));
            case DOWN -> Optional.of(TEXT.get("link.down"));
        };
    }

    public Face face() {
        return face;
    }

    public void setHover(String sentence) {
        Tooltip.install(this, new Tooltip(sentence));
        setAccessibleHelp(sentence);
    }

    /// Lets the chip be dragged.
    public void makeMovable() {
        pseudoClassStateChanged(MOVABLE, true);
        setOnDragDetected(this::startDrag);
    }

    private void startDrag(MouseEvent event) {
        Dragboard board = startDragAndDrop(TransferMode.MOVE);
        ClipboardContent content = new ClipboardContent();
        content.put(FORMAT, Integer.toString(face.ifindex()));
        content.putString(face.name());
        board.setContent(content);
        SnapshotParameters clear = new SnapshotParameters();
        clear.setFill(Color.TRANSPARENT);
        board.setDragView(snapshot(clear, null), event.getX(), event.getY());
        event.consume();
    }

    /// The ifindex of the chip being dragged; empty when something else is.
    public static Optional<Integer> dragged(Dragboard board) {
        return board.getContent(FORMAT) instanceof String s
                ? Optional.of(Integer.parseInt(s))
                : Optional.empty();
    }
}
