package io.routewright.app.feed;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// Which kinds want to be read again, and when. Hints are collected for a moment, because they come in bursts; a slow
/// dump is not repeated at once. Times are nanoseconds of one clock. Owned by the session's thread.
final class Agenda {
    private static final long MILLI = 1_000_000L;

    /// Shorter: a burst of events causes a dump each; the kernel may still be at work on what it announced. Longer: every
    /// change is seen later.
    private static final long QUIET = 30 * MILLI;

    /// After the first hint no burst defers the dump any longer. Shorter: more dumps under churn; longer: the store
    /// trails a burst by more.
    private static final long AT_MOST = 200 * MILLI;

    /// Neighbours change all the time and matter least.
    private static final long NEIGHBOURS_APART = 500 * MILLI;

    /// A kind is left alone for that many times the duration of its last dump, so dumps take at most a quarter of the time.
    private static final int REST_FACTOR = 3;

    /// One kind's wishes.
    private static final class Entry {
        boolean isDirty;
        long firstHint;
        long lastHint;
        long notBefore = Long.MIN_VALUE;
        boolean hasSecondLook;
        long secondLook;
    }

    private final Map<Kind, Entry> entries = new EnumMap<>(Kind.class);

    Agenda() {
        for (Kind kind : Kind.values()) {
            entries.put(kind, new Entry());
        }
    }

    private Entry of(Kind kind) {
        Entry entry = entries.get(kind);
        if (entry == null) {
            throw new IllegalStateException("no entry for " + kind);
        }
        return entry;
    }

    /// The kind may have changed.
    void hint(Kind kind, long now) {
        Entry e = of(kind);
        if (!e.isDirty) {
            e.isDirty = true;
            e.firstHint = now;
        }
        e.lastHint = now;
    }

    /// The kind shall be read at once.
    void demand(Kind kind, long now) {
        hint(kind, now);
        Entry e = of(kind);
        e.firstHint = Math.min(e.firstHint, now - AT_MOST);
        e.notBefore = Math.min(e.notBefore, now);
    }

    /// The kind shall be read once more at that time, whatever happens until then.
    void lookAgain(Kind kind, long at) {
        Entry e = of(kind);
        e.hasSecondLook = true;
        e.secondLook = at;
    }

    /// The kind is being read now: hints until here are answered by that.
    void begun(Kind kind) {
        of(kind).isDirty = false;
    }

    /// A dump of the kind took that long.
    void done(Kind kind, long took, long now) {
        long rest = REST_FACTOR * took;
        boolean isNeighbours = kind == Kind.NEIGHBOURS4 || kind == Kind.NEIGHBOURS6;
        of(kind).notBefore = now + (isNeighbours ? Math.max(rest, NEIGHBOURS_APART) : rest);
    }

    /// The kinds to be read now.
    Set<Kind> due(long now) {
        Set<Kind> due = EnumSet.noneOf(Kind.class);
        entries.forEach((kind, e) -> {
            promote(kind, e, now);
            if (e.isDirty && dueAt(e) - now <= 0) {
                due.add(kind);
            }
        });
        return due;
    }

    private void promote(Kind kind, Entry e, long now) {
        if (e.hasSecondLook && e.secondLook - now <= 0) {
            e.hasSecondLook = false;
            if (!e.isDirty) {
                hint(kind, now - QUIET);
            }
        }
    }

    private static long dueAt(Entry e) {
        return Math.max(e.notBefore, Math.min(e.lastHint + QUIET, e.firstHint + AT_MOST));
    }

    /// When `due` will next name something; `otherwise` when nothing is planned.
    long next(long otherwise) {
        long next = otherwise;
        for (Entry e : entries.values()) {
            if (e.isDirty) {
                next = Math.min(next, dueAt(e));
            }
            if (e.hasSecondLook) {
                next = Math.min(next, e.secondLook);
            }
        }
        return next;
    }

    /// Forgets everything.
    void clear() {
        entries.replaceAll((kind, e) -> new Entry());
    }
}
