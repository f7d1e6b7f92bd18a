package io.routewright.daemon.plan;

import io.routewright.netlink.Canonical;
import io.routewright.netlink.RtnetlinkObject;
import io.routewright.netlink.Rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// From the rules of one priority that stand to those that shall. The kernel adds behind the last and deletes the
/// first that matches loosely, so every list of moves is played through here first; the one that touches
/// least and ends right is taken.
final class RuleMoves {
    private RuleMoves() {}

    static List<Move> of(List<RtnetlinkObject> standing, List<RtnetlinkObject> wished) {
        if (Lists.same(standing, wished)) {
            return List.of();
        }
        Optional<List<Move>> found =
                Lists.missing(standing, wished).map(gone -> moves(List.of(), gone));
        if (found.filter(m -> Lists.same(played(standing, m), wished)).isPresent()) {
            return found.get();
        }
        for (int keep = Lists.commonStart(standing, wished); keep > 0; keep--) {
            List<Move> moves =
                    moves(
                            wished.subList(keep, wished.size()),
                            standing.subList(keep, standing.size()));
            if (Lists.same(played(standing, moves), wished)) {
                return moves;
            }
        }
        return moves(wished, standing);
    }

    /// Adds before it deletes, so that no packet meets a gap.
    private static List<Move> moves(List<RtnetlinkObject> added, List<RtnetlinkObject> gone) {
        List<Move> moves = new ArrayList<>();
        added.forEach(o -> moves.add(new Move(Move.Act.APPEND, o)));
        gone.forEach(o -> moves.add(new Move(Move.Act.DELETE, o)));
        return moves;
    }

    /// What the kernel would make of the list.
    private static List<RtnetlinkObject> played(List<RtnetlinkObject> standing, List<Move> moves) {
        List<RtnetlinkObject> list = new ArrayList<>();
        standing.forEach(o -> list.add(Canonical.of(o)));
        for (Move move : moves) {
            if (move.act() == Move.Act.DELETE) {
                victim((Rule) Canonical.of(move.object()), list).ifPresent(list::remove);
            } else {
                list.add(Canonical.of(move.object()));
            }
        }
        return list;
    }

    private static Optional<RtnetlinkObject> victim(Rule wanted, List<RtnetlinkObject> list) {
        return list.stream().filter(o -> RuleMatch.hits(wanted, (Rule) o)).findFirst();
    }
}
