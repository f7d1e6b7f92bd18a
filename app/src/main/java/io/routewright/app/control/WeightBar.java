package io.routewright.app.control;

import io.routewright.app.text.Strings;
import io.routewright.app.theme.Hues;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The weights of a multipath route or group as a stacked bar. The dividers are dragged, or reached with Tab and moved
/// with the arrow keys; a double click on a segment, or Enter on it, takes a typed weight. While a divider moves, `onLive` is
/// called; `onCommit` when it is let go, once per change. Escape during a drag puts the weights back.
public final class WeightBar extends Region {
    /// One part of the bar.
    ///
    /// @param link the link's name: decides glyph and colour
    /// @param detail shown behind the name where there is room, such as the gateway; may be empty
    /// @param isDead the kernel does not use it now
    public record Segment(String link, String detail, int weight, boolean isDead) {
        private Segment weightless() {
            return new Segment(link, detail, 0, isDead);
        }
    }

    private static final Strings TEXT = new Strings(WeightBar.class);
    private static final PseudoClass DEAD = PseudoClass.getPseudoClass("dead");
    private static final double HEIGHT = 44;
    private static final double DIVIDER = 9;

    private final List<Part> parts = new ArrayList<>();
    private final List<Divider> dividers = new ArrayList<>();
    private final CheckedField typed = new CheckedField(this::checkTyped);
    private List<Integer> weights = List.of();
    private int typedAt = -1;
    private int largest = 256;
    private Consumer<List<Integer>> onLive = w -> {};
    private Consumer<List<Integer>> onCommit = w -> {};

    public WeightBar() {
        getStyleClass().add("weight-bar");
        setAccessibleRole(AccessibleRole.PARENT);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        typed.getStyleClass().add("mono");
        typed.setManaged(false);
        typed.setVisible(false);
        typed.setAccessibleText(TEXT.get("weight.typed"));
        typed.addEventFilter(KeyEvent.KEY_PRESSED, this::typedKey);
        typed.focusedProperty().subscribe(f -> hideTyped(f));
    }

    /// Shows these parts; keeps the focus on the divider or segment that had it. Ignored while a divider is held: the hand
    /// wins over the wire.
    public void setSegments(List<Segment> segments) {
        if (dividers.stream().anyMatch(Divider::isHeld)) {
            return;
        }
        if (isSameButForWeights(segments)) {
            show(segments.stream().map(Segment::weight).toList());
            return;
        }
        parts.clear();
        dividers.clear();
        weights = segments.stream().map(Segment::weight).toList();
        for (int i = 0; i < segments.size(); i++) {
            parts.add(new Part(i, segments.get(i)));
            if (i > 0) {
                dividers.add(new Divider(i - 1));
            }
        }
        getChildren().setAll(parts);
        getChildren().addAll(dividers);
        getChildren().add(typed);
        show(weights);
    }

    private boolean isSameButForWeights(List<Segment> next) {
        return next.stream()
                .map(Segment::weightless)
                .toList()
                .equals(parts.stream().map(p -> p.segment.weightless()).toList());
    }

    /// The largest weight allowed: 256, or 65536 for groups on newer kernels.
    public void setLargest(int newLargest) {
        largest = newLargest;
    }

    public void setOnLive(Consumer<List<Integer>> handler) {
        onLive = handler;
    }

    public void setOnCommit(Consumer<List<Integer>> handler) {
        onCommit = handler;
    }

    public List<Integer> weights() {
        return weights;
    }

    private void show(List<Integer> next) {
        weights = next;
        List<Double> shares = Weights.shares(next);
        for (int i = 0; i < parts.size(); i++) {
            parts.get(i).show(next.get(i), shares.get(i));
        }
        for (Divider d : dividers) {
            d.tell();
        }
        requestLayout();
    }

    private void live(List<Integer> next) {
        if (!next.equals(weights)) {
            show(next);
            onLive.accept(next);
        }
    }

    private void commit(List<Integer> before) {
        if (!before.equals(weights)) {
            onCommit.accept(weights);
        }
    }

    private void type(int index) {
        typedAt = index;
        typed.setText(Integer.toString(weights.get(index)));
        typed.setVisible(true);
        requestLayout();
        typed.requestFocus();
        typed.selectAll();
    }

    private void hideTyped(boolean isFocused) {
        if (!isFocused) {
            typed.setVisible(false);
        }
    }

    private java.util.Optional<String> checkTyped(String text) {
        boolean isFine =
                text.matches("\\d{1,5}")
                        && Integer.parseInt(text) >= 1
                        && Integer.parseInt(text) <= largest;
        return isFine
                ? java.util.Optional.empty()
                : java.util.Optional.of(TEXT.get("weight.range", largest));
    }

    private void typedKey(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> {
                takeTyped();
                event.consume();
            }
            case ESCAPE -> {
                parts.get(typedAt).requestFocus();
                event.consume();
            }
            default -> {
                /* typed into the field */
            }
        }
    }

    private void takeTyped() {
        if (typed.problem().isPresent()) {
            return;
        }
        List<Integer> before = weights;
        List<Integer> next = new ArrayList<>(weights);
        next.set(typedAt, Integer.parseInt(typed.getText().strip()));
        live(next);
        parts.get(typedAt).requestFocus();
        commit(before);
    }

    @Override
    protected void layoutChildren() {
        double w = getWidth();
        double free = w - DIVIDER * dividers.size();
        List<Double> shares = Weights.shares(weights);
        double x = 0;
        for (int i = 0; i < parts.size(); i++) {
            double wide = Math.round(free * shares.get(i));
            parts.get(i).resizeRelocate(x, 0, Math.max(2, wide), HEIGHT);
            x += wide;
            if (i < dividers.size()) {
                dividers.get(i).resizeRelocate(x, 0, DIVIDER, HEIGHT);
                x += DIVIDER;
            }
        }
        if (typed.isVisible() && typedAt >= 0 && typedAt < parts.size()) {
            double at = Math.clamp(parts.get(typedAt).getLayoutX() + 4, 0, Math.max(0, w - 84));
            typed.resizeRelocate(at, 8, 80, 28);
        }
    }

    private double positionOf(double x) {
        return (x - DIVIDER / 2) / Math.max(1, getWidth() - DIVIDER * dividers.size());
    }

    /// A coloured part of the bar.
    private final class Part extends HBox {
        private final Segment segment;
        private final Label share = new Label();
        private final Tooltip hover = new Tooltip();

        Part(int index, Segment segment) {
            this.segment = segment;
            getStyleClass().add("weight-segment");
            Hues.paint(this, Hues.link(segment.link()));
            pseudoClassStateChanged(DEAD, segment.isDead());
            setAccessibleRole(AccessibleRole.BUTTON);
            setFocusTraversable(true);
            Label name = new Label(segment.link());
            name.getStyleClass().add("mono");
            share.getStyleClass().addAll("mono", "strong");
            share.setMinWidth(0);
            name.setMinWidth(0);
            getChildren().addAll(Hues.glyph(segment.link()).node(), name, share);
            widthProperty().subscribe(w -> fit(name, w.doubleValue()));
            setMinWidth(0);
            Tooltip.install(this, hover);
            addEventHandler(MouseEvent.MOUSE_CLICKED, e -> click(index, e));
            addEventHandler(KeyEvent.KEY_PRESSED, e -> key(index, e));
        }

        /// Leaves out first the name, then the share, where there is no room: nothing is cut in the middle.
        private void fit(Label name, double width) {
            double shareWidth = share.prefWidth(-1);
            boolean hasShare = width >= 32 + shareWidth;
            boolean hasName = width >= 38 + shareWidth + name.prefWidth(-1);
            name.setVisible(hasName);
            name.setManaged(hasName);
            share.setVisible(hasShare);
            share.setManaged(hasShare);
        }

        void show(int weight, double part) {
            String percent = TEXT.get("weight.share", weight, Math.round(part * 1000) / 10.0);
            share.setText(percent);
            String words = segment.link() + " " + segment.detail() + ", " + percent;
            hover.setText(words);
            setAccessibleText(words);
        }

        private void click(int index, MouseEvent event) {
            requestFocus();
            if (event.getClickCount() == 2 && event.getButton() == MouseButton.PRIMARY) {
                type(index);
            }
        }

        private void key(int index, KeyEvent event) {
            switch (event.getCode()) {
                case ENTER, F2 -> {
                    type(index);
                    event.consume();
                }
                default -> {
                    /* not ours */
                }
            }
        }
    }

    /// Between segment `index` and the next one.
    private final class Divider extends StackPane {
        private final int index;
        private List<Integer> atPress = List.of();

        Divider(int index) {
            this.index = index;
            getStyleClass().add("weight-divider");
            setAccessibleRole(AccessibleRole.SLIDER);
            setFocusTraversable(true);
            Region grip = new Region();
            grip.getStyleClass().add("grip");
            grip.setMaxSize(3, 20);
            getChildren().add(grip);
            Tooltip.install(this, new Tooltip(TEXT.get("weight.divider")));
            setOnMousePressed(this::press);
            setOnMouseDragged(this::drag);
            setOnMouseReleased(e -> release());
            setOnKeyPressed(this::key);
        }

        boolean isHeld() {
            return !atPress.isEmpty();
        }

        void tell() {
            setAccessibleText(
                    TEXT.get(
                            "weight.between",
                            parts.get(index).segment.link(),
                            weights.get(index),
                            parts.get(index + 1).segment.link(),
                            weights.get(index + 1)));
        }

        private void press(MouseEvent event) {
            requestFocus();
            atPress = weights;
            event.consume();
        }

        private void drag(MouseEvent event) {
            if (!atPress.isEmpty()) {
                double x = sceneToBar(event) - DIVIDER * index;
                live(Weights.moved(atPress, index, positionOf(x), largest));
            }
            event.consume();
        }

        private double sceneToBar(MouseEvent event) {
            return WeightBar.this.sceneToLocal(event.getSceneX(), event.getSceneY()).getX();
        }

        private void release() {
            List<Integer> before = atPress;
            atPress = List.of();
            if (!before.isEmpty()) {
                commit(before);
            }
        }

        private void key(KeyEvent event) {
            switch (event.getCode()) {
                case LEFT -> step(-1, event);
                case RIGHT -> step(1, event);
                case ESCAPE -> putBack(event);
                default -> {
                    /* not ours */
                }
            }
        }

        private void step(int direction, KeyEvent event) {
            List<Integer> before = weights;
            live(Weights.stepped(weights, index, direction, largest));
            commit(before);
            event.consume();
        }

        private void putBack(KeyEvent event) {
            if (!atPress.isEmpty()) {
                live(atPress);
                atPress = List.of();
                event.consume();
            }
        }
    }
}
