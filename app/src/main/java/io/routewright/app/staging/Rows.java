package io.routewright.app.staging;

import io.routewright.netlink.Canonical;
import io.routewright.netlink.RtnetlinkObject;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/// Objects of one kind, in order; copied when first written to after a view was handed out.
final class Rows<T extends RtnetlinkObject> {
    private final Class<T> kind;
    private List<T> rows;
    private boolean isShared = true;

    Rows(Class<T> kind, List<T> initial) {
        this.kind = kind;
        rows = initial;
    }

    List<T> view() {
        isShared = true;
        return Collections.unmodifiableList(rows);
    }

    private List<T> own() {
        if (isShared) {
            rows = new ArrayList<>(rows);
            isShared = false;
        }
        return rows;
    }

    void add(T row) {
        own().add(row);
    }

    /// Behind all rows that are not greater.
    void insertSorted(T row, Comparator<T> order) {
        int at = rows.size();
        while (at > 0 && order.compare(rows.get(at - 1), row) > 0) {
            at--;
        }
        own().add(at, row);
    }

    /// Before the first row of its key; as `insertAfterKey` when there is none.
    void insertBeforeKey(T row) {
        int first = indexOfKey(row);
        own().add(first < 0 ? rows.size() : first, row);
    }

    /// Behind the last row of its key, or at the end of its group.
    void insertAfterKey(T row, Comparator<T> group) {
        int last = -1;
        for (int i = indexOfKey(row); i >= 0 && i < rows.size() && hasKey(i, row); i++) {
            last = i;
        }
        if (last >= 0) {
            own().add(last + 1, row);
        } else {
            insertSorted(row, group);
        }
    }

    private boolean hasKey(int index, T row) {
        return KeyFilter.mayShareKey(rows.get(index), row)
                && Canonical.key(rows.get(index)).equals(Canonical.key(row));
    }

    private int indexOfKey(T row) {
        for (int i = 0; i < rows.size(); i++) {
            if (hasKey(i, row)) {
                return i;
            }
        }
        return -1;
    }

    /// Most objects come from these very rows; among a million, comparing references is what is quick.
    private int indexOfSelf(RtnetlinkObject object) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i) == object) {
                return i;
            }
        }
        return rows.indexOf(object);
    }

    private int indexOf(RtnetlinkObject object) {
        int exact = indexOfSelf(object);
        if (exact >= 0 || !kind.isInstance(object)) {
            return exact;
        }
        for (int i = 0; i < rows.size(); i++) {
            if (KeyFilter.mayShareKey(rows.get(i), object)
                    && Canonical.isSame(rows.get(i), object)) {
                return i;
            }
        }
        return -1;
    }

    void remove(RtnetlinkObject object) {
        int at = indexOf(object);
        if (at >= 0) {
            own().remove(at);
        }
    }

    void removeIf(Predicate<T> condition) {
        own().removeIf(condition);
    }

    void replace(RtnetlinkObject before, T after) {
        int at = indexOf(before);
        if (at >= 0) {
            own().set(at, after);
        }
    }
}
