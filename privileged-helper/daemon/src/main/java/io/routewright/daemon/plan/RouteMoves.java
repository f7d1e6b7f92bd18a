package io.routewright.daemon.plan;

import io.routewright.netlink.Canonical;
import io.routewright.netlink.Family;
import io.routewright.netlink.Route;
import io.routewright.netlink.RtnetlinkObject;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// From the routes of one destination that stand to those that shall.
final class RouteMoves {
    private final List<RtnetlinkObject> list;
    private final List<Move> moves = new ArrayList<>();
    private final List<Move> last = new ArrayList<>();

    private RouteMoves(List<RtnetlinkObject> standing) {
        this.list = new ArrayList<>(standing);
    }

    /// Additions come before deletions of another metric, so that a changed metric leaves no gap.
    static List<Move> of(List<RtnetlinkObject> standing, List<RtnetlinkObject> wished) {
        RouteMoves all = new RouteMoves(standing);
        for (long metric : metrics(standing, wished)) {
            List<RtnetlinkObject> now = ofMetric(standing, metric);
            List<RtnetlinkObject> goal = ofMetric(wished, metric);
            if (!Lists.same(now, goal)) {
                all.turn(now, goal);
            }
        }
        all.moves.addAll(all.last);
        return all.moves;
    }

    private static SortedSet<Long> metrics(List<RtnetlinkObject> a, List<RtnetlinkObject> b) {
        SortedSet<Long> found = new TreeSet<>();
        a.forEach(o -> found.add(metric(o)));
        b.forEach(o -> found.add(metric(o)));
        return found;
    }

    private static List<RtnetlinkObject> ofMetric(List<RtnetlinkObject> routes, long metric) {
        return routes.stream().filter(o -> metric(o) == metric).toList();
    }

    private static long metric(RtnetlinkObject route) {
        return ((Route) Canonical.of(route)).metric();
    }

    private void turn(List<RtnetlinkObject> now, List<RtnetlinkObject> goal) {
        if (now.isEmpty()) {
            append(goal, true);
        } else if (goal.isEmpty()) {
            now.forEach(o -> last.add(new Move(Move.Act.DELETE, o)));
        } else if (isReplaced(now, goal)) {
            moves.add(new Move(Move.Act.REPLACE, goal.getFirst()));
        } else if (((Route) now.getFirst()).family() == Family.INET6) {
            turnSix(now, goal);
        } else {
            turnFour(now, goal);
        }
    }

    private void append(List<RtnetlinkObject> routes, boolean isFirst) {
        for (int i = 0; i < routes.size(); i++) {
            Move.Act act = isFirst && i == 0 ? Move.Act.ADD : Move.Act.APPEND;
            moves.add(new Move(act, routes.get(i)));
        }
    }

    /// The kernel replaces the first of a key only.
    private static boolean isReplaced(List<RtnetlinkObject> now, List<RtnetlinkObject> goal) {
        return now.size() == goal.size()
                && Lists.same(now.subList(1, now.size()), goal.subList(1, goal.size()))
                && !Lists.holds(now.subList(1, now.size()), goal.getFirst());
    }

    /// Keys with several IPv6 rows are made outside; their order is the kernel's.
    private void turnSix(List<RtnetlinkObject> now, List<RtnetlinkObject> goal) {
        now.stream()
                .filter(o -> !Lists.holds(goal, o))
                .forEach(o -> moves.add(new Move(Move.Act.DELETE, o)));
        goal.stream()
                .filter(o -> !Lists.holds(now, o))
                .forEach(o -> moves.add(new Move(Move.Act.APPEND, o)));
    }

    private void turnFour(List<RtnetlinkObject> now, List<RtnetlinkObject> goal) {
        Optional<List<RtnetlinkObject>> gone = Lists.missing(now, goal);
        Optional<List<RtnetlinkObject>> added = Lists.missing(goal, now);
        if (gone.isPresent() && isExact(gone.get())) {
            gone.get().forEach(o -> moves.add(new Move(Move.Act.DELETE, o)));
        } else if (added.isPresent() && Lists.commonStart(now, goal) == now.size()) {
            append(added.get(), false);
        } else if (added.isPresent()
                && Lists.commonStart(now.reversed(), goal.reversed()) == now.size()) {
            added.get().reversed().forEach(o -> moves.add(new Move(Move.Act.PREPEND, o)));
        } else {
            rebuild(now, goal);
        }
    }

    /// Keeps as much of the start as the kernel's matching allows, takes the rest away and appends it anew.
    private void rebuild(List<RtnetlinkObject> now, List<RtnetlinkObject> goal) {
        int keep = Lists.commonStart(now, goal);
        while (keep > 0 && !isExact(now.subList(keep, now.size()))) {
            keep--;
        }
        now.subList(keep, now.size()).forEach(o -> moves.add(new Move(Move.Act.DELETE, o)));
        append(goal.subList(keep, goal.size()), keep == 0);
    }

    /// Whether deleting these, in this order, takes these and no others.
    private boolean isExact(List<RtnetlinkObject> gone) {
        List<RtnetlinkObject> rest = new ArrayList<>(list);
        for (RtnetlinkObject o : gone) {
            Optional<RtnetlinkObject> victim =
                    rest.stream().filter(r -> RouteMatch.hits((Route) o, (Route) r)).findFirst();
            if (victim.isEmpty() || !Lists.isSame(victim.get(), o)) {
                return false;
            }
            rest.remove(victim.get());
        }
        return true;
    }
}
