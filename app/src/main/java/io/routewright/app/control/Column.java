package io.routewright.app.control;

import javafx.scene.Node;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// One column of a `WindowedTable`: what it shows, how, and how it is edited. Built by chaining; fixed once the
/// table has it.
///
/// ```java
/// Column.<Route>of("metric", "Metric", r -> text(r.metric())).number().sortable().editable(metricEditor)
/// ```
public final class Column<R> {
    /// Edits a cell in place.
    public interface Editor<R> {
        /// The text to start from; empty when this row's cell cannot be edited.
        Optional<String> start(R row);

        /// Why the text cannot be taken, as one sentence; empty when it can.
        Optional<String> problem(R row, String text);

        /// Takes the text; called only when there is no problem and the text differs from the start.
        void commit(R row, String text);

        /// Words offered while typing, such as the names of links.
        default List<String> choices(R row) {
            return List.of();
        }
    }

    private final String id;
    private final String title;
    private final Function<R, String> text;
    private final List<String> styleClasses = new ArrayList<>();
    private Function<R, Optional<String>> before = r -> Optional.empty();
    private @Nullable Function<R, Node> node;
    private @Nullable Function<R, String> tooltip;
    private @Nullable Editor<R> editor;
    private boolean isSortable;
    private boolean isKept;
    private double minWidth = 40;
    private double maxWidth = 360;
    private double extraWidth;

    private Column(String id, String title, Function<R, String> text) {
        this.id = id;
        this.title = title;
        this.text = text;
    }

    /// A column showing `text`; an empty cell is the empty string. The text also serves copying, measuring and the
    /// question whether the column is empty.
    public static <R> Column<R> of(String id, String title, Function<R, String> text) {
        return new Column<>(id, title, text);
    }

    /// Monospaced: addresses, names of links and tables.
    public Column<R> mono() {
        return styled("mono");
    }

    /// Monospaced and right-aligned.
    public Column<R> number() {
        return styled("mono").styled("number");
    }

    public Column<R> styled(String styleClass) {
        styleClasses.add(styleClass);
        return this;
    }

    /// Drawn by a node instead of the bare text; `extra` is how much wider than the text the node is.
    public Column<R> drawn(Function<R, Node> newNode, double extra) {
        node = newNode;
        extraWidth = extra;
        return this;
    }

    /// The text before a staged change; where present the cell shows `old -> new`.
    public Column<R> before(Function<R, Optional<String>> newBefore) {
        before = newBefore;
        return this;
    }

    /// Text on hover; the empty string for none.
    public Column<R> tooltip(Function<R, String> newTooltip) {
        tooltip = newTooltip;
        return this;
    }

    /// The header can be clicked to sort.
    public Column<R> sortable() {
        isSortable = true;
        return this;
    }

    /// Shown even when it is empty for all rows.
    public Column<R> kept() {
        isKept = true;
        return this;
    }

    /// Limits of the width that is taken from the content.
    public Column<R> width(double least, double most) {
        minWidth = least;
        maxWidth = most;
        return this;
    }

    public Column<R> editable(Editor<R> newEditor) {
        editor = newEditor;
        return this;
    }

    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    public String text(R row) {
        return text.apply(row);
    }

    Optional<String> before(R row) {
        return before.apply(row);
    }

    Optional<Node> node(R row) {
        return Optional.ofNullable(node).map(n -> n.apply(row));
    }

    Optional<String> tooltip(R row) {
        return Optional.ofNullable(tooltip).map(t -> t.apply(row)).filter(t -> !t.isEmpty());
    }

    Optional<Editor<R>> editor() {
        return Optional.ofNullable(editor);
    }

    List<String> styleClasses() {
        return styleClasses;
    }

    boolean isSortable() {
        return isSortable;
    }

    boolean isKept() {
        return isKept;
    }

    boolean isMono() {
        return styleClasses.contains("mono");
    }

    double clamp(double width) {
        return Math.clamp(width, minWidth, maxWidth);
    }

    double extraWidth() {
        return extraWidth;
    }
}
