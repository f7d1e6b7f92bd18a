package io.routewright.app.control;

import io.routewright.app.text.Strings;
import io.routewright.app.theme.Icons;

import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Draws the rows and cells of a `WindowedTable`.
final class Rows<R> {
    private static final PseudoClass PICKED = PseudoClass.getPseudoClass("picked");
    private static final PseudoClass FLASH = PseudoClass.getPseudoClass("flash");
    private static final Strings TEXT = new Strings(Rows.class);
    private static final Duration FLASH_TIME = Duration.millis(600);

    private final WindowedTable<R> table;
    private final Picks<R> picks;
    private final Set<Object> flashing = new HashSet<>();
    private Function<R, RowState> state = r -> RowState.NONE;
    private Function<R, String> tooltip = r -> "";

    Rows(WindowedTable<R> table, Picks<R> picks) {
        this.table = table;
        this.picks = picks;
    }

    void setState(Function<R, RowState> newState) {
        state = newState;
    }

    void setTooltip(Function<R, String> newTooltip) {
        tooltip = newTooltip;
    }

    void flash(Collection<?> keys) {
        if (keys.isEmpty()) {
            return;
        }
        flashing.addAll(keys);
        table.refresh();
        PauseTransition pause = new PauseTransition(FLASH_TIME);
        pause.setOnFinished(e -> {
            flashing.removeAll(Set.copyOf(keys));
            table.refresh();
        });
        pause.play();
    }

    TableRow<Slot<R>> newRow() {
        return new Row();
    }

    TableColumn<Slot<R>, Slot<R>> newColumn(Column<R> column) {
        TableColumn<Slot<R>, Slot<R>> made = new TableColumn<>(column.title());
        made.setId(column.id());
        made.setSortable(column.isSortable());
        made.getStyleClass().addAll(column.styleClasses());
        made.setCellValueFactory(f -> new Constant<>(f.getValue()));
        made.setCellFactory(c -> new Cell(column));
        made.setPrefWidth(column.clamp(80));
        return made;
    }

    Optional<Bounds> boundsOf(TableView<Slot<R>> view, Node target, int index, String columnId) {
        for (Node n : view.lookupAll(".table-cell")) {
            if (n instanceof Rows<?>.Cell c && c.isAt(index, columnId)) {
                return Optional.of(target.sceneToLocal(c.localToScene(c.getLayoutBounds())));
            }
        }
        return Optional.empty();
    }

    private final class Row extends TableRow<Slot<R>> {
        private final Tooltip hover = new Tooltip();

        Row() {
            addEventFilter(MouseEvent.MOUSE_PRESSED, this::press);
            setOnContextMenuRequested(e -> {
                table.showMenu(e.getScreenX(), e.getScreenY());
                e.consume();
            });
        }

        private void press(MouseEvent event) {
            if (!isEmpty()) {
                table.pressed(getItem().index(), event);
            }
        }

        @Override
        protected void updateItem(Slot<R> item, boolean empty) {
            super.updateItem(item, empty);
            boolean isShown = !empty && item != null;
            RowState now = isShown ? state.apply(item.row()) : RowState.NONE;
            for (RowState s : RowState.values()) {
                if (s != RowState.NONE) {
                    pseudoClassStateChanged(PseudoClass.getPseudoClass(s.word()), s == now);
                }
            }
            pseudoClassStateChanged(PICKED, isShown && picks.isPicked(item.row()));
            pseudoClassStateChanged(
                    FLASH,
                    isShown && !flashing.isEmpty() && flashing.contains(picks.keyOf(item.row())));
            setHover(isShown ? tooltip.apply(item.row()) : "");
        }

        private void setHover(String text) {
            hover.setText(text);
            setTooltip(text.isEmpty() ? null : hover);
        }
    }

    private final class Cell extends TableCell<Slot<R>, Slot<R>> {
        private final Column<R> column;

        Cell(Column<R> column) {
            this.column = column;
            setOnMouseClicked(this::click);
        }

        boolean isAt(int index, String columnId) {
            Slot<R> slot = getItem();
            return !isEmpty() && slot.index() == index && column.id().equals(columnId);
        }

        private void click(MouseEvent event) {
            boolean isDouble =
                    event.getClickCount() == 2 && event.getButton() == MouseButton.PRIMARY;
            if (isDouble && !isEmpty() && event.isStillSincePress()) {
                table.doubleClicked(getItem().row(), column.id());
            }
        }

        @Override
        protected void updateItem(Slot<R> item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setText(null);
                setGraphic(null);
                setTooltip(null);
                return;
            }
            R row = item.row();
            Optional<Node> drawn = drawn(row);
            setGraphic(drawn.orElse(null));
            setText(drawn.isPresent() ? null : column.text(row));
            setTooltip(column.tooltip(row).map(Tooltip::new).orElse(null));
            setAccessibleText(column.title() + " " + column.text(row));
        }

        private Optional<Node> drawn(R row) {
            Optional<String> before = column.before(row);
            if (before.isPresent()) {
                return Optional.of(OldNew.node(before.get(), column.text(row)));
            }
            return column.node(row);
        }
    }

    /// The narrow first column: a sign for the row's state.
    TableColumn<Slot<R>, Slot<R>> signColumn() {
        TableColumn<Slot<R>, Slot<R>> made = new TableColumn<>("");
        made.setId("sign");
        made.setSortable(false);
        made.setResizable(false);
        made.setReorderable(false);
        made.setPrefWidth(24);
        made.getStyleClass().add("edge");
        made.setCellValueFactory(f -> new Constant<>(f.getValue()));
        made.setCellFactory(c -> new SignCell());
        return made;
    }

    private final class SignCell extends TableCell<Slot<R>, Slot<R>> {
        @Override
        protected void updateItem(Slot<R> item, boolean empty) {
            super.updateItem(item, empty);
            RowState now = empty || item == null ? RowState.NONE : state.apply(item.row());
            boolean isSigned = !now.icon().isEmpty();
            setGraphic(
                    isSigned
                            ? Icons.of(now.icon(), now == RowState.FAILED ? "danger" : now.word())
                            : null);
            setTooltip(isSigned ? new Tooltip(TEXT.get("table.state." + now.word())) : null);
        }
    }
}
