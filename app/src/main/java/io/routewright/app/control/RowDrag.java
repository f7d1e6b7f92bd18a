package io.routewright.app.control;

import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// Moves a row of a `WindowedTable` with the mouse: a line shows where it would go, a label why it cannot; Escape
/// leaves it where it was. Alt+Up and Alt+Down do the same.
final class RowDrag<R> {
    private static final double THRESHOLD = 5;
    private static final double HEADER = 28;

    private final WindowedTable<R> table;
    private final TableView<Slot<R>> view;
    private final Reorder<R> reorder;
    private final Region line = new Region();
    private final Label reason = new Label();
    private final Pane layer = new Pane(line, reason);
    private @Nullable R row;
    private double pressY;
    private boolean isDragging;

    RowDrag(WindowedTable<R> table, TableView<Slot<R>> view, Reorder<R> reorder) {
        this.table = table;
        this.view = view;
        this.reorder = reorder;
    }

    void install() {
        layer.setMouseTransparent(true);
        layer.setManaged(false);
        layer.setVisible(false);
        line.getStyleClass().add("drop-line");
        reason.getStyleClass().addAll("cell-hint", "danger");
        table.addOverlay(layer);
        view.addEventFilter(MouseEvent.MOUSE_PRESSED, this::press);
        view.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::drag);
        view.addEventFilter(MouseEvent.MOUSE_RELEASED, this::release);
        view.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private void press(MouseEvent event) {
        int index = rowAt(event.getY());
        boolean isRow = event.getY() > HEADER && index < table.rows().size();
        row = isRow && event.getButton() == MouseButton.PRIMARY ? table.rows().get(index) : null;
        pressY = event.getY();
    }

    private void drag(MouseEvent event) {
        R held = row;
        if (held == null || !reorder.canMove(held)) {
            return;
        }
        if (!isDragging && Math.abs(event.getY() - pressY) < THRESHOLD) {
            return;
        }
        isDragging = true;
        event.consume();
        scrollAtEdge(event.getY());
        show(held, gapAt(event.getY()));
    }

    private void scrollAtEdge(double y) {
        int most = Math.max(0, table.rows().size() - table.visibleRows());
        if (y < HEADER + 8) {
            table.scrollTo(Math.max(0, table.top() - 1), false);
        } else if (y > table.getHeight() - 8) {
            table.scrollTo(Math.min(most, table.top() + 1), false);
        }
    }

    private void show(R held, int gap) {
        Optional<String> refusal = reorder.refusal(held, gap);
        double y = HEADER + (gap - table.top()) * WindowedTable.ROW_HEIGHT;
        layer.resizeRelocate(0, 0, table.getWidth(), table.getHeight());
        line.resizeRelocate(0, y - 1, table.getWidth() - 10, 2);
        line.getStyleClass().setAll("drop-line", refusal.isPresent() ? "refused" : "accepted");
        reason.setText(refusal.orElse(""));
        reason.setVisible(refusal.isPresent());
        reason.autosize();
        reason.relocate(48, y + 4);
        layer.setVisible(true);
        layer.toFront();
    }

    private void release(MouseEvent event) {
        R held = row;
        if (isDragging && held != null) {
            int gap = gapAt(event.getY());
            stop();
            moveIfAllowed(held, gap);
            event.consume();
        }
        stop();
    }

    private void moveIfAllowed(R held, int gap) {
        if (reorder.refusal(held, gap).isEmpty()) {
            reorder.move(held, gap);
        }
    }

    private void stop() {
        row = null;
        isDragging = false;
        layer.setVisible(false);
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && isDragging) {
            stop();
            event.consume();
        } else if (event.isAltDown() && event.getCode() == KeyCode.UP) {
            step(-1);
            event.consume();
        } else if (event.isAltDown() && event.getCode() == KeyCode.DOWN) {
            step(2);
            event.consume();
        }
    }

    private void step(int by) {
        int at = table.picks.leadIndex();
        int gap = at + by;
        if (at >= 0 && gap >= 0 && gap <= table.rows().size()) {
            R held = table.rows().get(at);
            if (reorder.canMove(held)) {
                moveIfAllowed(held, gap);
            }
        }
    }

    private int rowAt(double y) {
        return table.top() + (int) ((y - HEADER) / WindowedTable.ROW_HEIGHT);
    }

    private int gapAt(double y) {
        int gap = table.top() + (int) Math.round((y - HEADER) / WindowedTable.ROW_HEIGHT);
        return Math.clamp(gap, 0, table.rows().size());
    }
}
