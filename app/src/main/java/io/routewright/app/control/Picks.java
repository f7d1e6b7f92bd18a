package io.routewright.app.control;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Which rows are selected, by their keys: the selection sticks to the objects when rows come, go or are re-sorted.
/// Holds no nodes.
final class Picks<R> {
    private static final int NEAR = 4096;

    private final Function<R, Object> key;
    private final Set<Object> picked = new LinkedHashSet<>();
    private List<R> rows = List.of();
    private @Nullable Object lead;
    private int leadHint;
    private int pivot;

    Picks(Function<R, Object> key) {
        this.key = key;
    }

    void setRows(List<R> next) {
        rows = next;
    }

    Object keyOf(R row) {
        return key.apply(row);
    }

    Set<Object> picked() {
        return Collections.unmodifiableSet(picked);
    }

    boolean isPicked(R row) {
        return !picked.isEmpty() && picked.contains(key.apply(row));
    }

    /// Where the lead row is now; -1 when there is none or it is gone.
    int leadIndex() {
        Object wanted = lead;
        if (wanted == null) {
            return -1;
        }
        int at = indexOf(wanted, leadHint);
        leadHint = at < 0 ? leadHint : at;
        return at;
    }

    Optional<R> leadRow() {
        int at = leadIndex();
        return at < 0 ? Optional.empty() : Optional.of(rows.get(at));
    }

    /// Where keyboard steps start from when the lead row has gone: where it was.
    int leadHint() {
        return Math.clamp(leadHint, 0, Math.max(0, rows.size() - 1));
    }

    /// Only this row.
    void only(int index) {
        picked.clear();
        pivot = index;
        add(index);
    }

    /// This row in, or out when it was in.
    void toggle(int index) {
        Object k = key.apply(rows.get(index));
        pivot = index;
        lead = k;
        leadHint = index;
        if (!picked.remove(k)) {
            picked.add(k);
        }
    }

    /// Every row from the last one clicked to this one.
    void extendTo(int index) {
        picked.clear();
        int from = Math.clamp(pivot, 0, rows.size() - 1);
        int step = index >= from ? 1 : -1;
        for (int i = from; i != index; i += step) {
            picked.add(key.apply(rows.get(i)));
        }
        add(index);
    }

    void none() {
        picked.clear();
        lead = null;
    }

    private void add(int index) {
        lead = key.apply(rows.get(index));
        leadHint = index;
        picked.add(lead);
    }

    /// The row of that key, looked for around `hint` first; -1 when there is none.
    int indexOf(Object wanted, int hint) {
        int near = near(wanted, hint);
        if (near >= 0 || rows.size() <= NEAR) {
            return near;
        }
        for (int i = 0; i < rows.size(); i++) {
            if (key.apply(rows.get(i)).equals(wanted)) {
                return i;
            }
        }
        return -1;
    }

    /// Looks at no more than some thousand rows around `hint`.
    int near(Object wanted, int hint) {
        for (int d = 0; d <= NEAR; d++) {
            if (isAt(wanted, hint - d)) {
                return hint - d;
            }
            if (isAt(wanted, hint + d)) {
                return hint + d;
            }
        }
        return -1;
    }

    private boolean isAt(Object wanted, int index) {
        return index >= 0 && index < rows.size() && key.apply(rows.get(index)).equals(wanted);
    }
}
