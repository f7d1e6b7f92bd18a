package io.routewright.app.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.routewright.app.ui.UiTest;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.stream.IntStream;

class WindowedTableUiTest extends UiTest {
    private record Item(int id, String name, String note) {}

    private static final class Million extends AbstractList<Item> implements RandomAccess {
        @Override
        public Item get(int index) {
            return new Item(index, "row" + index, "");
        }

        @Override
        public int size() {
            return 1_000_000;
        }
    }

    private final List<String> log = new ArrayList<>();

    private WindowedTable<Item> table() {
        WindowedTable<Item> table = new WindowedTable<>(Item::id);
        table.columns()
                .addAll(
                        List.of(
                                Column.<Item>of("id", "Id", i -> "" + i.id()).number().sortable(),
                                Column.<Item>of("name", "Name", Item::name)
                                        .mono()
                                        .editable(new NameEditor()),
                                Column.<Item>of("note", "Note", Item::note)));
        table.setOnOpen(i -> log.add("open " + i.id()));
        table.setOnSort(s -> log.add("sort " + s.map(Object::toString).orElse("none")));
        table.setOnDelete(l -> log.add("delete " + l.size()));
        table.setOnType(t -> log.add("type " + t));
        return table;
    }

    private final class NameEditor implements Column.Editor<Item> {
        @Override
        public Optional<String> start(Item row) {
            return Optional.of(row.name());
        }

        @Override
        public Optional<String> problem(Item row, String text) {
            return text.contains(" ") ? Optional.of("No spaces.") : Optional.empty();
        }

        @Override
        public void commit(Item row, String text) {
            log.add("commit " + row.id() + " " + text);
        }
    }

    private static List<Item> some(int count) {
        return IntStream.range(0, count).mapToObj(i -> new Item(i, "row" + i, "")).toList();
    }

    private static List<Integer> ids(WindowedTable<Item> table) {
        return onFx(() -> table.selected().stream().map(Item::id).toList());
    }

    @Test
    void aMillionRowsAreWalkedByKeyboard() {
        WindowedTable<Item> table = open(this::table);
        onFx(() -> table.setRows(new Million()));
        onFx(table::focusRows);
        robot.push(KeyCode.END);
        assertEquals(List.of(999_999), ids(table));
        robot.push(KeyCode.UP);
        robot.push(KeyCode.UP);
        assertEquals(List.of(999_997), ids(table));
        robot.push(KeyCode.HOME);
        robot.push(KeyCode.SHIFT, KeyCode.DOWN);
        assertEquals(List.of(0, 1), ids(table));
    }

    @Test
    void theStockTableHoldsNoMoreThanTheVisibleRows() {
        WindowedTable<Item> table = open(this::table);
        onFx(() -> table.setRows(new Million()));
        javafx.scene.control.TableView<?> stock = find(".table-view");
        assertTrue(onFx(() -> stock.getItems().size()) < 40);
    }

    @Test
    void theSelectionSticksToTheObject() {
        WindowedTable<Item> table = open(this::table);
        onFx(() -> table.setRows(some(100)));
        onFx(() -> table.select(5));
        onFx(() -> table.setRows(some(100).reversed()));
        assertEquals(List.of(5), ids(table));
    }

    @Test
    void aScrolledViewHoldsStillWhenRowsComeAbove() {
        WindowedTable<Item> table = open(this::table);
        onFx(() -> table.setRows(some(1000)));
        onFx(() -> table.scrollTo(500, false));
        List<Item> more = new ArrayList<>();
        more.add(new Item(-1, "first", ""));
        more.addAll(some(1000));
        onFx(() -> table.setRows(more));
        assertEquals(501, onFx(table::top));
    }

    @Test
    void aCellIsEditedByF2AndCommittedByEnter() {
        WindowedTable<Item> table = open(this::table);
        onFx(() -> table.setRows(some(10)));
        onFx(() -> table.select(2));
        onFx(table::focusRows);
        robot.push(KeyCode.F2);
        robot.write("blue").push(KeyCode.ENTER);
        assertEquals(List.of("commit 2 blue"), log);
    }

    @Test
    void escapeLeavesTheCellAsItWas() {
        WindowedTable<Item> table = open(this::table);
        onFx(() -> table.setRows(some(10)));
        onFx(table::focusRows);
        robot.push(KeyCode.F2);
        robot.write("blue").push(KeyCode.ESCAPE);
        assertEquals(List.of(), log);
    }

    @Test
    void aTextWithAProblemIsNotCommitted() {
        WindowedTable<Item> table = open(this::table);
        onFx(() -> table.setRows(some(10)));
        onFx(table::focusRows);
        robot.push(KeyCode.F2);
        robot.write("a b").push(KeyCode.ENTER);
        assertEquals(List.of(), log);
        javafx.scene.control.Label hint = find(".cell-hint");
        assertEquals("No spaces.", hint.getText());
    }

    @Test
    void doubleClickEditsTheCellUnderTheMouse() {
        WindowedTable<Item> table = open(this::table);
        onFx(() -> table.setRows(some(10)));
        picture("table");
        robot.doubleClickOn("row3");
        robot.write("x").push(KeyCode.ENTER);
        assertEquals(List.of("commit 3 x"), log);
    }

    @Test
    void aClickSelectsAndShiftExtends() {
        WindowedTable<Item> table = open(this::table);
        onFx(() -> table.setRows(some(10)));
        robot.clickOn("row2");
        robot.push(KeyCode.SHIFT, KeyCode.DOWN).push(KeyCode.SHIFT, KeyCode.DOWN);
        assertEquals(List.of(2, 3, 4), ids(table));
        onFx(() -> table.pick(3, false, true));
        assertEquals(List.of(2, 4), ids(table));
        robot.push(KeyCode.DELETE);
        assertEquals(List.of("delete 2"), log);
    }

    @Test
    void aClickOnTheHeaderAsksForSorting() {
        WindowedTable<Item> table = open(this::table);
        onFx(() -> table.setRows(some(10)));
        robot.clickOn("Id");
        assertEquals(List.of("sort Sort[columnId=id, isAscending=true]"), log);
    }

    @Test
    void lettersGoToTheFilter() {
        WindowedTable<Item> table = open(this::table);
        onFx(() -> table.setRows(some(10)));
        onFx(table::focusRows);
        robot.write("q");
        assertEquals(List.of("type q"), log);
    }

    @Test
    void aColumnEmptyForAllRowsStartsHiddenAndComesWithContent() {
        WindowedTable<Item> table = open(this::table);
        onFx(() -> table.setRows(some(10)));
        javafx.scene.control.TableView<?> stock = find(".table-view");
        assertEquals(3, stock.getVisibleLeafColumns().size());
        onFx(() -> table.setRows(List.of(new Item(1, "a", "noted"))));
        assertEquals(4, stock.getVisibleLeafColumns().size());
    }
}
