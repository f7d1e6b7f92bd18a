package io.routewright.app.control;

import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Columns as wide as their content, and columns that are empty for all rows hidden until they have some. Looks at
/// a sample of the rows; a width the admin set by hand stays.
final class ColumnWidths<R> {
    private static final int SAMPLE = 400;
    private static final double PADDING = 20;
    private static final double SORT_ARROW = 16;

    private final TableView<Slot<R>> view;
    private final Text ruler = new Text();
    private final Map<String, Double> given = new HashMap<>();
    private final Set<String> hidden = new HashSet<>();
    private boolean isFirst = true;

    ColumnWidths(TableView<Slot<R>> view) {
        this.view = view;
    }

    /// After new rows came: first time hide and fit, later only show what is no longer empty and widen.
    void look(List<R> rows, List<Column<R>> columns) {
        if (rows.isEmpty() || columns.isEmpty()) {
            return;
        }
        if (isFirst) {
            isFirst = false;
            columns.forEach(c -> hideIfEmpty(c, rows));
            fit(rows, columns);
        } else {
            columns.forEach(c -> showIfFilled(c, rows));
            columns.forEach(c -> widen(c, rows));
        }
    }

    void fit(List<R> rows, List<Column<R>> columns) {
        for (Column<R> c : columns) {
            set(c, wanted(c, rows));
        }
    }

    private void widen(Column<R> column, List<R> rows) {
        double now = tableColumn(column).getPrefWidth();
        boolean isByHand = now != given.getOrDefault(column.id(), now);
        double wanted = isByHand ? 0 : wanted(column, rows);
        if (wanted > now) {
            set(column, wanted);
        }
    }

    private void set(Column<R> column, double width) {
        given.put(column.id(), width);
        tableColumn(column).setPrefWidth(width);
    }

    private void hideIfEmpty(Column<R> column, List<R> rows) {
        if (!column.isKept() && isEmpty(column, rows)) {
            hidden.add(column.id());
            tableColumn(column).setVisible(false);
        }
    }

    private void showIfFilled(Column<R> column, List<R> rows) {
        if (hidden.contains(column.id()) && !isEmpty(column, rows)) {
            hidden.remove(column.id());
            tableColumn(column).setVisible(true);
        }
    }

    private boolean isEmpty(Column<R> column, List<R> rows) {
        int step = Math.max(1, rows.size() / SAMPLE);
        for (int i = 0; i < rows.size(); i += step) {
            if (!column.text(rows.get(i)).isEmpty() || column.before(rows.get(i)).isPresent()) {
                return false;
            }
        }
        return true;
    }

    private double wanted(Column<R> column, List<R> rows) {
        String longest = "";
        int step = Math.max(1, rows.size() / SAMPLE);
        for (int i = 0; i < rows.size(); i += step) {
            R row = rows.get(i);
            String text = column.before(row).map(b -> b + " \u2192 ").orElse("") + column.text(row);
            longest = text.length() > longest.length() ? text : longest;
        }
        double content =
                measure(longest, column.isMono(), 12.5)
                        + (longest.isEmpty() ? 0 : column.extraWidth());
        double title = measure(column.title(), false, 12) + (column.isSortable() ? SORT_ARROW : 0);
        return column.clamp(Math.ceil(Math.max(content, title) + PADDING));
    }

    private double measure(String text, boolean isMono, double size) {
        ruler.setFont(
                Font.font(isMono ? "Routewright Mono" : "Routewright Sans", isMono ? size : 13));
        ruler.setText(text);
        return ruler.getLayoutBounds().getWidth();
    }

    private TableColumn<Slot<R>, ?> tableColumn(Column<R> column) {
        return view.getColumns().stream()
                .filter(c -> column.id().equals(c.getId()))
                .findFirst()
                .orElseThrow();
    }
}
