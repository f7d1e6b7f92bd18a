package io.routewright.app.control;

import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keyboard of a `WindowedTable`: takes the keys before the stock table does, which knows the visible rows only.
final class TableKeys<R> {
    private final WindowedTable<R> table;
    private final CellEditing<R> editing;

    TableKeys(WindowedTable<R> table, CellEditing<R> editing) {
        this.table = table;
        this.editing = editing;
    }

    void install(TableView<Slot<R>> view) {
        view.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        view.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    }

    private void pressed(KeyEvent event) {
        boolean isOurs =
                event.isAltDown()
                        ? alt(event)
                        : !event.isShortcutDown() && (moved(event) || acted(event));
        if (isOurs || isStock(event.getCode())) {
            event.consume();
        }
    }

    /// Keys the stock table would act on with its own selection.
    private static boolean isStock(KeyCode code) {
        return code == KeyCode.LEFT || code == KeyCode.RIGHT || code == KeyCode.SPACE;
    }

    private boolean alt(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            table.picks.leadRow().ifPresent(table::open);
            return true;
        }
        return false;
    }

    private boolean moved(KeyEvent event) {
        int page = Math.max(1, table.visibleRows() - 1);
        int last = table.rows().size() - 1;
        return switch (event.getCode()) {
            case UP -> step(-1, event);
            case DOWN -> step(1, event);
            case PAGE_UP -> step(-page, event);
            case PAGE_DOWN -> step(page, event);
            case HOME -> go(0, event);
            case END -> go(last, event);
            default -> false;
        };
    }

    private boolean step(int by, KeyEvent event) {
        int from = table.picks.leadIndex();
        int start = from < 0 ? table.picks.leadHint() - Integer.signum(by) : from;
        return go(Math.clamp((long) start + by, 0, Math.max(0, table.rows().size() - 1)), event);
    }

    private boolean go(int index, KeyEvent event) {
        table.pick(index, event.isShiftDown(), false);
        return true;
    }

    private boolean acted(KeyEvent event) {
        return switch (event.getCode()) {
            case ENTER, F2 -> editOrOpen();
            case DELETE -> {
                table.delete();
                yield true;
            }
            case CONTEXT_MENU -> menu();
            case F10 -> event.isShiftDown() && menu();
            default -> false;
        };
    }

    private boolean editOrOpen() {
        table.picks.leadRow().filter(r -> !editing.startFirst(r)).ifPresent(table::open);
        return true;
    }

    private boolean menu() {
        table.showMenuAtLead();
        return true;
    }

    private void typed(KeyEvent event) {
        String letter = event.getCharacter();
        boolean isText =
                !letter.isEmpty()
                        && letter.charAt(0) > ' '
                        && letter.charAt(0) != 127
                        && !event.isShortcutDown()
                        && !event.isAltDown();
        if (isText) {
            table.type(letter);
            event.consume();
        }
    }
}
