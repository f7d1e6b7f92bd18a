package io.routewright.app.control;

import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/// Edits a cell in a field laid over it. The field belongs to the row's key, so a live update neither moves the edit to
/// another object nor ends it; it ends when the object goes. Enter commits, Tab commits and goes on to the next cell,
/// Escape leaves all as it was; losing the focus commits when the text is valid.
final class CellEditing<R> {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    /// What is being edited.
    private record Edit<R>(
            R row, Object key, Column<R> column, Column.Editor<R> editor, String start) {}

    private final WindowedTable<R> table;
    private final TableView<Slot<R>> view;
    private final TextField field = new TextField();
    private final Label hint = new Label();
    private final Completion completion = new Completion(field);
    private @Nullable Edit<R> edit;

    CellEditing(WindowedTable<R> table, TableView<Slot<R>> view) {
        this.table = table;
        this.view = view;
        field.getStyleClass().addAll("cell-editor", "mono");
        hint.getStyleClass().addAll("cell-hint", "danger");
        field.setManaged(false);
        hint.setManaged(false);
        field.setVisible(false);
        hint.setVisible(false);
        field.textProperty().subscribe(t -> judge());
        field.focusedProperty().subscribe(this::focusChanged);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    TextField field() {
        return field;
    }

    Label hint() {
        return hint;
    }

    /// Says whether that cell can be edited; if so it is being edited now.
    boolean start(R row, String columnId) {
        Optional<Column<R>> column =
                table.columns().stream().filter(c -> c.id().equals(columnId)).findFirst();
        Optional<Column.Editor<R>> editor = column.flatMap(Column::editor);
        Optional<String> text = editor.flatMap(e -> e.start(row));
        if (column.isEmpty() || editor.isEmpty() || text.isEmpty()) {
            return false;
        }
        edit = new Edit<>(row, table.picks.keyOf(row), column.get(), editor.get(), text.get());
        field.setAccessibleText(column.get().title());
        field.setText(text.get());
        completion.setWords(editor.get().choices(row));
        field.setVisible(true);
        follow();
        judge();
        field.requestFocus();
        field.selectAll();
        return true;
    }

    boolean startFirst(R row) {
        return visibleColumns().stream().anyMatch(c -> start(row, c));
    }

    private List<String> visibleColumns() {
        return view.getVisibleLeafColumns().stream().map(TableColumn::getId).toList();
    }

    /// Puts the field over its cell again, after rows moved; ends the edit when the row has gone.
    void follow() {
        Edit<R> now = edit;
        if (now == null) {
            return;
        }
        int at = table.picks.near(now.key(), table.picks.leadHint());
        if (at < 0) {
            stop(false);
            return;
        }
        Optional<Bounds> cell = table.boundsOf(at, now.column().id());
        field.setVisible(cell.isPresent());
        cell.ifPresent(this::place);
    }

    private void place(Bounds cell) {
        double wide = Math.max(cell.getWidth(), 120);
        double x = Math.clamp(cell.getMinX(), 0, Math.max(0, table.getWidth() - wide));
        field.resizeRelocate(x, cell.getMinY(), wide, cell.getHeight());
        hint.autosize();
        boolean isBelow = cell.getMaxY() + hint.getHeight() + 2 < table.getHeight();
        hint.relocate(x, isBelow ? cell.getMaxY() + 2 : cell.getMinY() - hint.getHeight() - 2);
    }

    private Optional<String> problem() {
        Edit<R> now = edit;
        return now == null || field.getText().equals(now.start())
                ? Optional.empty()
                : now.editor().problem(now.row(), field.getText().strip());
    }

    private void judge() {
        Optional<String> problem = problem();
        field.pseudoClassStateChanged(INVALID, problem.isPresent());
        hint.setText(problem.orElse(""));
        hint.setVisible(edit != null && problem.isPresent());
        field.setAccessibleHelp(problem.orElse(""));
        follow();
    }

    private void focusChanged(boolean isFocused) {
        if (!isFocused && edit != null && !completion.isShowing()) {
            stop(problem().isEmpty());
        }
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> finish(event);
            case TAB -> next(event);
            case ESCAPE -> {
                stop(false);
                view.requestFocus();
                event.consume();
            }
            default -> {
                /* typed into the field */
            }
        }
    }

    private void finish(KeyEvent event) {
        event.consume();
        if (completion.take()) {
            return;
        }
        if (problem().isEmpty()) {
            stop(true);
            view.requestFocus();
        }
    }

    private void next(KeyEvent event) {
        event.consume();
        Edit<R> now = edit;
        if (now == null || problem().isPresent()) {
            return;
        }
        List<String> order = visibleColumns();
        int from = order.indexOf(now.column().id());
        stop(true);
        view.requestFocus();
        int step = event.isShiftDown() ? -1 : 1;
        for (int i = from + step; i >= 0 && i < order.size(); i += step) {
            String column = order.get(i);
            if (table.picks.leadRow().filter(r -> start(r, column)).isPresent()) {
                return;
            }
        }
    }

    private void stop(boolean isCommitted) {
        Edit<R> now = edit;
        edit = null;
        field.setVisible(false);
        hint.setVisible(false);
        completion.hide();
        if (now != null && isCommitted && !field.getText().equals(now.start())) {
            now.editor().commit(now.row(), field.getText().strip());
        }
    }
}
