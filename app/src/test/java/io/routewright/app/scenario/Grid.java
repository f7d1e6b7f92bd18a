package io.routewright.app.scenario;

import io.routewright.app.lab.Until;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// The rows of the table in front, as an admin reads them: per row the texts of its cells by column id.
final class Grid {
    /// A visible row.
    ///
    /// @param node the row's node
    /// @param texts column id to what the cell says
    record Line(TableRow<?> node, Map<String, String> texts) {
        String get(String column) {
            return texts.getOrDefault(column, "");
        }

        /// Everything it says, for messages.
        @Override
        public String toString() {
            return texts.toString();
        }
    }

    private final Hands hands;

    Grid(Hands hands) {
        this.hands = hands;
    }

    /// The rows on screen from top to bottom.
    List<Line> lines() {
        List<Node> rows = hands.all(n -> n instanceof TableRow<?> r && !r.isEmpty());
        return hands.onScreen(() -> rows.stream().map(r -> line((TableRow<?>) r)).toList());
    }

    private static Line line(TableRow<?> row) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Node child : row.getChildrenUnmodifiable()) {
            if (child instanceof TableCell<?, ?> cell && cell.isVisible()) {
                texts.put(cell.getTableColumn().getId(), says(cell));
            }
        }
        return new Line(row, texts);
    }

    /// A cell's accessible text is its column's title and then what it says.
    private static String says(TableCell<?, ?> cell) {
        String all = Optional.ofNullable(cell.getAccessibleText()).orElse("");
        String title = Optional.ofNullable(cell.getTableColumn().getText()).orElse("");
        return all.startsWith(title) ? all.substring(title.length()).strip() : all.strip();
    }

    /// The first row as wanted, once there is one.
    Line line(String what, Predicate<Line> wanted) {
        return Until.value(
                        "a row " + what,
                        () -> new Seen(lines(), wanted),
                        seen -> seen.first().isPresent())
                .first()
                .orElseThrow();
    }

    /// The rows seen, printed when the wanted one does not come.
    private record Seen(List<Line> lines, Predicate<Line> wanted) {
        Optional<Line> first() {
            return lines.stream().filter(wanted).findFirst();
        }

        @Override
        public String toString() {
            List<String> all = new ArrayList<>();
            lines.forEach(line -> all.add(line.toString()));
            return String.join("\n", all);
        }
    }

    /// Clicks into that column of a row; the row is then the selected one.
    void click(Line line, String column) {
        hands.click("column " + column + " of " + line, cell(line, column));
    }

    /// Double-clicks into that column of a row.
    void doubleClick(Line line, String column) {
        hands.doubleClick("column " + column + " of " + line, cell(line, column));
    }

    private static Predicate<Node> cell(Line line, String column) {
        return n ->
                n instanceof TableCell<?, ?> c
                        && c.getTableRow() == line.node()
                        && column.equals(c.getTableColumn().getId());
    }

    /// Drags a row to the gap above another one, or below it.
    void drag(Line from, Line to, boolean isAbove) {
        hands.drag(grip(from), gap(to, isAbove));
    }

    /// Where a row is taken hold of.
    Point2D grip(Line line) {
        return hands.middle(line.toString(), n -> n == line.node());
    }

    /// The gap above a row, or below it.
    Point2D gap(Line line, boolean isAbove) {
        Bounds box = hands.place(line.toString(), n -> n == line.node());
        return new Point2D(box.getCenterX(), isAbove ? box.getMinY() + 2 : box.getMaxY() - 2);
    }
}
