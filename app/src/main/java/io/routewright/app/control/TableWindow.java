package io.routewright.app.control;

import javafx.collections.ObservableListBase;

import java.util.ArrayList;
import java.util.List;

/// The visible rows as a list: tells the stock table about as many rows as fit the screen, never about all of them,
/// because its virtual flow walks over every row it knows in each frame.
final class TableWindow<R> extends ObservableListBase<Slot<R>> {
    private List<Slot<R>> slots = new ArrayList<>();

    /// Shows `count` rows from `top` on.
    void show(List<R> rows, int top, int count) {
        int shown = Math.clamp(rows.size() - top, 0, count);
        List<Slot<R>> next = new ArrayList<>(shown);
        for (int i = 0; i < shown; i++) {
            next.add(new Slot<>(rows.get(top + i), top + i));
        }
        replace(next);
    }

    private void replace(List<Slot<R>> next) {
        List<Slot<R>> old = slots;
        int common = Math.min(old.size(), next.size());
        beginChange();
        slots = next;
        for (int i = 0; i < common; i++) {
            nextUpdate(i);
        }
        if (next.size() > common) {
            nextAdd(common, next.size());
        } else if (old.size() > common) {
            nextRemove(common, old.subList(common, old.size()));
        }
        endChange();
    }

    @Override
    public Slot<R> get(int index) {
        return slots.get(index);
    }

    @Override
    public int size() {
        return slots.size();
    }
}
