package io.routewright.app.control;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/// A table for any number of rows, a million too. FX thread only.
///
/// The caller sorts and filters; the table is handed the result as a random-access list with `setRows`, at every
/// snapshot again, and touches only the rows it shows. The stock TableView inside never gets more than those.
/// Selection is by key: it sticks to the object. Scrolled views hold still when rows come and go above them.
///
/// Mouse: click, Ctrl+click, Shift+click; double click edits the cell, or opens the row where it cannot be edited.
/// Keyboard: arrows, Page Up and Down, Home, End, with Shift to extend; F2 or Enter edits the first cell that can be, Tab
/// goes on to the next; Alt+Enter opens; Delete deletes; the menu key opens the menu; other letters go to `onType`.
public final class WindowedTable<R> extends Region {
    /// Height of a row in pixels.
    public static final double ROW_HEIGHT = 26;

    private static final double HEADER_HEIGHT = 28;

    /// What the admin asked to sort by.
    public record Sort(String columnId, boolean isAscending) {
        static Sort of(TableColumn<?, ?> column) {
            return new Sort(column.getId(), column.getSortType() == TableColumn.SortType.ASCENDING);
        }
    }

    /// Makes the menu of the selected rows; called at each opening.
    public interface MenuMaker<R> {
        List<javafx.scene.control.MenuItem> itemsFor(List<R> selected);
    }

    private final TableView<Slot<R>> view = new TableView<>();
    private final TableWindow<R> window = new TableWindow<>();
    private final ScrollBar bar = new ScrollBar();
    private final ObservableList<Column<R>> columns = FXCollections.observableArrayList();
    final Picks<R> picks;
    private final Rows<R> drawing;
    private final ColumnWidths<R> widths;
    private final CellEditing<R> editing;
    private List<R> rows = List.of();
    private int top;
    private int shown;
    private double wheel;
    private Consumer<List<R>> onSelect = r -> {};
    private Consumer<R> onOpen = r -> {};
    private Consumer<List<R>> onDelete = r -> {};
    private Consumer<String> onType = t -> {};
    private Consumer<Optional<Sort>> onSort = s -> {};
    private @Nullable MenuMaker<R> menu;
    private final ContextMenu contextMenu = new ContextMenu();

    /// @param key what makes a row the same row later on: a value with equals and hashCode
    public WindowedTable(Function<R, Object> key) {
        picks = new Picks<>(key);
        drawing = new Rows<>(this, picks);
        widths = new ColumnWidths<>(view);
        editing = new CellEditing<>(this, view);
        getStyleClass().add("windowed-table");
        setAccessibleRole(AccessibleRole.TABLE_VIEW);
        view.setItems(window);
        view.setFixedCellSize(ROW_HEIGHT);
        view.setRowFactory(t -> drawing.newRow());
        view.setSortPolicy(t -> tellSort());
        view.accessibleTextProperty().bind(accessibleTextProperty());
        bar.setOrientation(Orientation.VERTICAL);
        bar.valueProperty()
                .subscribe(v -> scrollTo((int) Math.round(bar.getValue()), bar.isFocused()));
        bar.setFocusTraversable(false);
        columns.subscribe(this::rebuildColumns);
        getChildren().addAll(view, bar, editing.field(), editing.hint());
        view.addEventFilter(ScrollEvent.SCROLL, this::wheel);
        view.addEventFilter(MouseEvent.MOUSE_CLICKED, this::keepHeaderFocus);
        new TableKeys<>(this, editing).install(view);
        setMinSize(0, 0);
    }

    /// The columns in their first order.
    public ObservableList<Column<R>> columns() {
        return columns;
    }

    /// Shows these rows from now on. The list must not change afterwards and be quick at any index.
    public void setRows(List<R> next) {
        Optional<Object> anchor =
                top > 0 && top < rows.size()
                        ? Optional.of(picks.keyOf(rows.get(top)))
                        : Optional.empty();
        rows = next;
        picks.setRows(next);
        int moved = anchor.map(a -> picks.near(a, top)).orElse(top);
        top = moved < 0 ? top : moved;
        widths.look(next, columns);
        refresh();
    }

    public List<R> rows() {
        return rows;
    }

    /// How each row is drawn; NONE by default.
    public void setRowState(Function<R, RowState> state) {
        drawing.setState(state);
        refresh();
    }

    /// Text on hover over a whole row, such as why its change failed; the empty string for none.
    public void setRowTooltip(Function<R, String> tooltip) {
        drawing.setTooltip(tooltip);
    }

    /// Called with the selected rows after the admin or `select` changed the selection.
    public void setOnSelect(Consumer<List<R>> handler) {
        onSelect = handler;
    }

    /// Called on Alt+Enter, and on double click or Enter where no cell can be edited.
    public void setOnOpen(Consumer<R> handler) {
        onOpen = handler;
    }

    /// Called on Delete with the selected rows.
    public void setOnDelete(Consumer<List<R>> handler) {
        onDelete = handler;
    }

    /// Called with a letter typed while the table has the focus: the screen hands it to its filter box.
    public void setOnType(Consumer<String> handler) {
        onType = handler;
    }

    /// Called when the admin clicked a header; the screen sorts and calls `setRows`.
    public void setOnSort(Consumer<Optional<Sort>> handler) {
        onSort = handler;
    }

    public void setMenu(MenuMaker<R> maker) {
        menu = maker;
    }

    /// What stands in place of rows when there are none.
    public void setEmptyState(Node node) {
        view.setPlaceholder(node);
    }

    /// Lets rows be moved by drag, and by Alt+Up and Alt+Down.
    public void setReorder(Reorder<R> reorder) {
        new RowDrag<>(this, view, reorder).install();
    }

    void addOverlay(Node overlay) {
        getChildren().add(overlay);
    }

    /// Lights those rows up for a moment: they have just changed in the kernel.
    public void flash(Collection<?> keys) {
        drawing.flash(keys);
    }

    /// The selected rows that are there now, in the order they were selected.
    public List<R> selected() {
        return picks.picked().stream()
                .map(k -> picks.indexOf(k, picks.leadHint()))
                .filter(i -> i >= 0)
                .map(rows::get)
                .toList();
    }

    public Set<Object> selectedKeys() {
        return picks.picked();
    }

    /// Selects the row with that key and scrolls to it; says whether it is there.
    public boolean select(Object key) {
        int at = picks.indexOf(key, picks.leadHint());
        if (at >= 0) {
            pick(at, false, false);
        }
        return at >= 0;
    }

    public void clearSelection() {
        picks.none();
        refresh();
        onSelect.accept(List.of());
    }

    /// Starts editing the cell of that column in the selected row.
    public void edit(String columnId) {
        picks.leadRow().ifPresent(r -> editing.start(r, columnId));
    }

    /// Takes the focus.
    public void focusRows() {
        if (picks.leadIndex() < 0 && !rows.isEmpty()) {
            pick(top, false, false);
        }
        view.requestFocus();
    }

    /// Makes columns as wide as their content again.
    public void fitColumns() {
        widths.fit(rows, columns);
    }

    /// Draws the visible rows anew, when something but the rows changed: staging, outcomes.
    public void refresh() {
        int visible = visibleRows();
        shown = visible;
        int most = Math.max(0, rows.size() - visible);
        top = Math.clamp(top, 0, most);
        bar.setMax(most);
        bar.setVisibleAmount(rows.isEmpty() ? 0 : (double) most * visible / rows.size());
        bar.setBlockIncrement(Math.max(1, visible - 1));
        bar.setValue(top);
        bar.setVisible(most > 0);
        window.show(rows, top, visible);
        editing.follow();
    }

    int visibleRows() {
        double free = getHeight() - HEADER_HEIGHT - horizontalBarHeight();
        return Math.max(1, (int) (free / ROW_HEIGHT));
    }

    private double horizontalBarHeight() {
        for (Node n : view.lookupAll(".scroll-bar")) {
            if (n instanceof ScrollBar b
                    && b.getOrientation() == Orientation.HORIZONTAL
                    && b.isVisible()) {
                return 10;
            }
        }
        return 0;
    }

    int top() {
        return top;
    }

    void scrollTo(int index, boolean isForced) {
        if (index != top || isForced) {
            top = index;
            refresh();
        }
    }

    private void wheel(ScrollEvent event) {
        if (event.getDeltaY() == 0) {
            return;
        }
        wheel -= event.getDeltaY() / ROW_HEIGHT * 2;
        int whole = (int) wheel;
        wheel -= whole;
        scrollTo(
                Math.clamp((long) top + whole, 0, Math.max(0, rows.size() - visibleRows())), false);
        event.consume();
    }

    /// Selects by index and tells; scrolls so that the row is in view.
    void pick(int index, boolean extend, boolean toggle) {
        if (index < 0 || index >= rows.size()) {
            return;
        }
        if (extend) {
            picks.extendTo(index);
        } else if (toggle) {
            picks.toggle(index);
        } else {
            picks.only(index);
        }
        reveal(index);
        refresh();
        view.getSelectionModel().clearAndSelect(index - top);
        onSelect.accept(selected());
    }

    private void reveal(int index) {
        int visible = visibleRows();
        top = index < top ? index : index >= top + visible ? index - visible + 1 : top;
    }

    void open(R row) {
        onOpen.accept(row);
    }

    void delete() {
        List<R> gone = selected();
        if (!gone.isEmpty()) {
            onDelete.accept(gone);
        }
    }

    void type(String letter) {
        onType.accept(letter);
    }

    /// A press on a row with the mouse.
    void pressed(int index, MouseEvent event) {
        view.requestFocus();
        if (event.getButton() == MouseButton.PRIMARY) {
            pick(index, event.isShiftDown(), event.isShortcutDown());
        } else if (!picks.isPicked(rows.get(index))) {
            pick(index, false, false);
        }
    }

    /// A double click on a cell.
    void doubleClicked(R row, String columnId) {
        if (!editing.start(row, columnId)) {
            open(row);
        }
    }

    void showMenu(double screenX, double screenY) {
        if (menu == null || picks.leadIndex() < 0) {
            return;
        }
        contextMenu.getItems().setAll(menu.itemsFor(selected()));
        contextMenu.show(view, screenX, screenY);
    }

    /// The menu key: at the selected row.
    void showMenuAtLead() {
        double y = HEADER_HEIGHT + (picks.leadHint() - top + 1) * ROW_HEIGHT;
        Point2D at = localToScreen(24, Math.clamp(y, 0, Math.max(1, getHeight())));
        if (at != null) {
            showMenu(at.getX(), at.getY());
        }
    }

    /// Where the cell is now, in this node's coordinates.
    Optional<javafx.geometry.Bounds> boundsOf(int index, String columnId) {
        return drawing.boundsOf(view, this, index, columnId);
    }

    private boolean tellSort() {
        onSort.accept(view.getSortOrder().stream().findFirst().map(Sort::of));
        return true;
    }

    private void keepHeaderFocus(MouseEvent event) {
        if (event.getY() < HEADER_HEIGHT) {
            view.requestFocus();
        }
    }

    private void rebuildColumns() {
        List<TableColumn<Slot<R>, ?>> made = new ArrayList<>();
        made.add(drawing.signColumn());
        columns.forEach(c -> made.add(drawing.newColumn(c)));
        view.getColumns().setAll(made);
        widths.look(rows, columns);
    }

    @Override
    protected void layoutChildren() {
        double w = getWidth() - 10;
        view.resizeRelocate(0, 0, w, getHeight());
        bar.resizeRelocate(w, HEADER_HEIGHT, 10, Math.max(0, getHeight() - HEADER_HEIGHT));
        // Anything inside may ask for a layout, the editor's caret twice a second: the rows stay.
        if (visibleRows() != shown) {
            refresh();
        } else {
            editing.follow();
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEADER_HEIGHT + 12 * ROW_HEIGHT;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 600;
    }
}
