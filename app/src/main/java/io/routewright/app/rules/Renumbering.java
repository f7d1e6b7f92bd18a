package io.routewright.app.rules;

import io.routewright.netlink.Rule;
import io.routewright.protocol.Operation;

import java.util.ArrayList;
import java.util.List;

/// Moving one rule to another place in the order, by giving it a priority of our band; others of ours are renumbered
/// only when there is no free number in between.
final class Renumbering {
    /// What a move comes to.
    sealed interface Result {
        /// The priorities to be staged, as one act; empty when the rule stays where it is.
        record Moves(List<Operation> operations) implements Result {}

        /// Why not; a key of the bundle with its values.
        record Refused(String key, Object value) implements Result {}
    }

    private final List<RuleLine> others = new ArrayList<>();
    private final RuleLine moved;
    private final int place;

    private Renumbering(List<RuleLine> lines, int from, int gap) {
        moved = lines.get(from);
        int before = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (i != from && !lines.get(i).isRemoved()) {
                before += i < gap ? 1 : 0;
                others.add(lines.get(i));
            }
        }
        place = before;
    }

    /// Moves the rule at `from` into the gap before row `gap` (0 to the number of rows) of the same list.
    static Result move(List<RuleLine> lines, int from, int gap) {
        RuleLine moved = lines.get(from);
        if (gap == from || gap == from + 1) {
            return new Result.Moves(List.of());
        }
        return whyNotMovable(moved) instanceof Result.Refused r
                ? r
                : new Renumbering(lines, from, gap).result();
    }

    /// Moves the rule one place up (`step` -1) or down (1), past rows that are kept.
    static Result step(List<RuleLine> lines, int from, int step) {
        int to = from + step;
        while (to >= 0 && to < lines.size() && lines.get(to).isRemoved()) {
            to += step;
        }
        if (to < 0 || to >= lines.size()) {
            return new Result.Moves(List.of());
        }
        return move(lines, from, step < 0 ? to : to + 1);
    }

    /// Says whether the row may be dragged at all: `Refused`, or `Moves` without any.
    static Result whyNotMovable(RuleLine line) {
        if (line.isRemoved()) {
            return new Result.Refused("move.removed", line.priority());
        }
        if (Band.isKernels(line.shown())) {
            return new Result.Refused("move.kernel", line.priority());
        }
        if (!Band.isByHand(line.shown())) {
            return new Result.Refused("move.other", line.shown().protocol());
        }
        return new Result.Moves(List.of());
    }

    private Result result() {
        long below = place == 0 ? -1 : others.get(place - 1).priority();
        long above = place == others.size() ? Long.MAX_VALUE : others.get(place).priority();
        if (below > Band.POLICIES.last()) {
            return new Result.Refused("move.outside", Band.of(below));
        }
        if (above < Band.POLICIES.first()) {
            return new Result.Refused("move.outside", Band.of(above));
        }
        long low = Math.max(below, Band.POLICIES.first() - 1);
        long high = Math.min(above, Band.POLICIES.last() + 1);
        return high - low > 1
                ? new Result.Moves(List.of(renumber(moved.shown(), between(low, high))))
                : spread();
    }

    /// A free number with room on both sides where there is: `low` and `high` are taken.
    static long between(long low, long high) {
        long next = (low + 1 + Band.GAP) / Band.GAP * Band.GAP;
        long last = (high - 1) / Band.GAP * Band.GAP;
        if (next < high && next > low) {
            return next;
        }
        return last > low && last < high ? last : low + (high - low) / 2;
    }

    /// Renumbers our rules between the nearest ones of others.
    private Result spread() {
        int first = place;
        while (first > 0 && isOurs(others.get(first - 1))) {
            first--;
        }
        int end = place;
        while (end < others.size() && isOurs(others.get(end))) {
            end++;
        }
        List<Rule> ours = new ArrayList<>();
        for (RuleLine line : others.subList(first, end)) {
            ours.add(line.shown());
        }
        ours.add(place - first, moved.shown());
        return spread(ours, floor(first), ceiling(end));
    }

    private static Result spread(List<Rule> ours, long low, long high) {
        long gap = Math.min(Band.GAP, (high - low - 1) / ours.size());
        if (gap < 1) {
            return new Result.Refused("move.full", ours.size());
        }
        long start = gap == Band.GAP ? low / Band.GAP * Band.GAP + gap : low + 1;
        if (start + gap * (ours.size() - 1) >= high) {
            start = low + 1;
        }
        List<Operation> all = new ArrayList<>();
        for (int i = 0; i < ours.size(); i++) {
            long priority = start + gap * i;
            if (ours.get(i).priority() != priority) {
                all.add(renumber(ours.get(i), priority));
            }
        }
        return new Result.Moves(all);
    }

    private long floor(int first) {
        return Math.max(Band.POLICIES.first(), first == 0 ? 0 : others.get(first - 1).priority());
    }

    private long ceiling(int end) {
        return Math.min(
                Band.POLICIES.last() + 1,
                end == others.size() ? Long.MAX_VALUE : others.get(end).priority());
    }

    private static boolean isOurs(RuleLine line) {
        return line.band() == Band.POLICIES && Band.isByHand(line.shown());
    }

    private static Operation renumber(Rule rule, long priority) {
        return new Operation.Change(rule, rule.withPriority(priority));
    }

    /// A free priority for a new rule in that band: behind the last one there, or the first gap.
    static long freePriority(List<RuleLine> lines, Band band) {
        long last = band.first() == 10_000 ? 10_000 : (band.first() - 1) / 10 * 10;
        for (RuleLine line : lines) {
            if (line.band() == band) {
                last = Math.max(last, line.priority());
            }
        }
        long next = last / Band.GAP * Band.GAP + Band.GAP;
        return next <= band.last() ? next : firstGap(lines, band);
    }

    private static long firstGap(List<RuleLine> lines, Band band) {
        for (long p = band.first(); p <= band.last(); p++) {
            long candidate = p;
            if (lines.stream().noneMatch(l -> l.priority() == candidate)) {
                return p;
            }
        }
        return band.last();
    }
}
