package io.routewright.daemon.plan;

import io.routewright.netlink.Address;
import io.routewright.netlink.Canonical;
import io.routewright.netlink.Family;
import io.routewright.netlink.RtnetlinkObject;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// From the addresses of one family on a link to those that shall be there. In IPv4 the order tells primaries from
/// secondaries, and a primary takes its secondaries with it.
final class AddressMoves {
    private static final long FOREVER = 0xffff_ffffL;

    /// Lifetimes run on between two looks; a smaller difference is no change.
    private static final long CLOCK_SECONDS = 5;

    private AddressMoves() {}

    static List<Move> of(List<RtnetlinkObject> now, List<RtnetlinkObject> goal) {
        List<Move> moves = new ArrayList<>();
        if (now.isEmpty() || ((Address) now.getFirst()).family() == Family.INET6) {
            unordered(now, goal, moves);
        } else if (isSubset(now, goal) || isOrdered(now, goal)) {
            unordered(now, goal, moves);
        } else {
            int keep = Lists.commonStart(now, goal);
            now.subList(keep, now.size())
                    .reversed()
                    .forEach(o -> moves.add(new Move(Move.Act.DELETE, o)));
            goal.subList(keep, goal.size()).forEach(o -> moves.add(new Move(Move.Act.ADD, o)));
        }
        return moves;
    }

    private static boolean isSubset(List<RtnetlinkObject> now, List<RtnetlinkObject> goal) {
        return Lists.missing(now, goal).isPresent();
    }

    /// Whether those of `goal` that stand already come first and in order: then the others can be added behind.
    private static boolean isOrdered(List<RtnetlinkObject> now, List<RtnetlinkObject> goal) {
        List<Canonical.Key> standing =
                now.stream().map(Canonical::key).filter(keys(goal)::contains).toList();
        List<Canonical.Key> wished = keys(goal);
        return wished.size() >= standing.size()
                && wished.subList(0, standing.size()).equals(standing);
    }

    private static List<Canonical.Key> keys(List<RtnetlinkObject> all) {
        return all.stream().map(Canonical::key).toList();
    }

    /// New IPv6 addresses are put before the older ones, so they are added from the end.
    private static void unordered(
            List<RtnetlinkObject> now, List<RtnetlinkObject> goal, List<Move> moves) {
        for (RtnetlinkObject o : now) {
            if (ofKey(goal, o).filter(next -> becomes(o, next)).isEmpty()) {
                moves.add(new Move(Move.Act.DELETE, o));
            }
        }
        boolean isSix = !goal.isEmpty() && ((Address) goal.getFirst()).family() == Family.INET6;
        for (RtnetlinkObject o : isSix ? goal.reversed() : goal) {
            Optional<RtnetlinkObject> old = ofKey(now, o).filter(standing -> becomes(standing, o));
            if (old.isEmpty()) {
                moves.add(new Move(Move.Act.ADD, o));
            } else if (!Lists.isSame(old.get(), o) || livesOtherwise(old.get(), o)) {
                moves.add(new Move(Move.Act.REPLACE, o));
            }
        }
    }

    /// Whether it is the wished one, or a replace makes it that.
    private static boolean becomes(RtnetlinkObject standing, RtnetlinkObject wished) {
        return Lists.isSame(standing, wished) || isReplaceable(standing, wished);
    }

    private static Optional<RtnetlinkObject> ofKey(
            List<RtnetlinkObject> list, RtnetlinkObject object) {
        return list.stream()
                .filter(o -> Canonical.key(o).equals(Canonical.key(object)))
                .findFirst();
    }

    /// A replace changes lifetimes, flags, metric and origin, and silently keeps scope, label and broadcast.
    private static boolean isReplaceable(RtnetlinkObject old, RtnetlinkObject next) {
        Address a = (Address) old;
        Address b = (Address) next;
        return a.scope() == b.scope()
                && a.label().equals(b.label())
                && a.attributes()
                        .find(io.routewright.netlink.IfLinkH.IFA_BROADCAST)
                        .equals(b.attributes().find(io.routewright.netlink.IfLinkH.IFA_BROADCAST));
    }

    private static boolean livesOtherwise(RtnetlinkObject old, RtnetlinkObject next) {
        Address a = (Address) old;
        Address b = (Address) next;
        return differs(a.validLifetime(), b.validLifetime())
                || differs(a.preferredLifetime(), b.preferredLifetime());
    }

    private static boolean differs(long a, long b) {
        return (a == FOREVER) != (b == FOREVER)
                || (a != FOREVER && Math.abs(a - b) > CLOCK_SECONDS);
    }
}
