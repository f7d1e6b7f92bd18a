package io.routewright.daemon.plan;

import io.routewright.netlink.Family;
import io.routewright.netlink.IpAddress;
import io.routewright.netlink.Link;
import io.routewright.netlink.NexthopObject;
import io.routewright.netlink.Route;
import io.routewright.netlink.Rtnetlink;
import io.routewright.netlink.RtnetlinkObject;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The ordered steps from one picture to another. It plans the way there and the way back alike: an undo is the
/// plan from what stands after a failure to what stood before.
public final class Planner {
    private static final Comparator<Step> ORDER =
            Comparator.comparing(Step::phase).thenComparingInt(Step::rank);

    private final Picture now;
    private final Picture goal;
    private final Goal source;
    private final List<Step> steps = new ArrayList<>();

    private Planner(Picture now, Picture goal, Goal source) {
        this.now = now;
        this.goal = goal;
        this.source = source;
    }

    /// @param source whose operations the steps are attributed to
    /// @param spots each with the operation it is touched by; other spots stay as they are
    public static List<Step> plan(
            Picture now, Picture goal, Goal source, Map<Spot, Integer> spots) {
        Planner planner = new Planner(now, goal, source);
        spots.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(e -> planner.turn(e.getKey(), e.getValue()));
        planner.steps.sort(ORDER);
        return planner.steps;
    }

    private void turn(Spot spot, int operation) {
        List<RtnetlinkObject> from = now.at(spot);
        List<RtnetlinkObject> to = goal.at(spot);
        switch (spot) {
            case Spot.OfLink s -> link(operation, now.link(s.ifindex()), goal.link(s.ifindex()));
            case Spot.OfAddresses s ->
                    AddressMoves.of(from, to).forEach(m -> address(operation, m));
            case Spot.OfNexthop s -> nexthop(operation, from, to);
            case Spot.OfRules s -> rules(operation, s, RuleMoves.of(from, to));
            case Spot.OfRoutes s -> routes(operation, s, RouteMoves.of(from, to));
            case Spot.OfName s -> name(operation, s);
            case Spot.OfSysctl s -> sysctl(operation, s);
        }
    }

    private void name(int operation, Spot.OfName s) {
        if (!now.textAt(s).equals(goal.textAt(s))) {
            steps.add(new Step.WriteName(operation, Phase.NAMES, 0, s.tableId(), goal.textAt(s)));
        }
    }

    private void sysctl(int operation, Spot.OfSysctl s) {
        if (!now.textAt(s).equals(goal.textAt(s))) {
            steps.add(new Step.WriteSysctl(operation, Phase.SYSCTLS, 0, s.key(), goal.textAt(s)));
        }
    }

    private void link(int operation, Optional<Link> from, Optional<Link> to) {
        boolean isMasterGoing =
                from.filter(l -> l.master() != 0)
                        .filter(l -> goal.link(l.master()).isEmpty())
                        .isPresent();
        steps.addAll(LinkSteps.of(operation, from, to, isMasterGoing));
    }

    private void address(int operation, Move m) {
        boolean isGoing = m.act() == Move.Act.DELETE;
        add(operation, isGoing ? Phase.ADDRESSES_OUT : Phase.ADDRESSES_IN, 0, m);
    }

    private void nexthop(int operation, List<RtnetlinkObject> from, List<RtnetlinkObject> to) {
        if (Lists.same(from, to)) {
            return;
        }
        if (to.isEmpty()) {
            boolean isGroup = ((NexthopObject) from.getFirst()).isGroup();
            Phase phase = isGroup ? Phase.GROUPS_OUT : Phase.NEXTHOPS_OUT;
            add(operation, phase, 0, new Move(Move.Act.DELETE, from.getFirst()));
            return;
        }
        NexthopObject wished = (NexthopObject) to.getFirst();
        Phase phase = wished.isGroup() ? Phase.GROUPS_IN : Phase.NEXTHOPS_IN;
        if (wished.ifindex() != 0) {
            steps.add(new Step.AwaitCarrier(operation, phase, -1, wished.ifindex()));
        }
        add(
                operation,
                phase,
                0,
                new Move(from.isEmpty() ? Move.Act.ADD : Move.Act.REPLACE, wished));
    }

    /// A spot that only loses rules loses them first; one that also gains keeps its moves together.
    private void rules(int operation, Spot spot, List<Move> moves) {
        Phase going = onlyDeletes(moves) ? goingPhase(spot, Phase.RULES_OUT) : Phase.RULES_IN;
        for (Move m : moves) {
            add(
                    operation,
                    going == Phase.MOVED_OUT ? going : onlyDeletes(moves) ? going : Phase.RULES_IN,
                    0,
                    m);
        }
    }

    private Phase goingPhase(Spot spot, Phase early) {
        return source.moved().contains(spot) ? Phase.MOVED_OUT : early;
    }

    private static boolean onlyDeletes(Collection<Move> moves) {
        return moves.stream().allMatch(m -> m.act() == Move.Act.DELETE);
    }

    private void routes(int operation, Spot spot, List<Move> moves) {
        Phase phase = onlyDeletes(moves) ? goingPhase(spot, Phase.ROUTES_OUT) : Phase.ROUTES_IN;
        for (Move m : moves) {
            int rank = rank((Route) m.object());
            add(operation, phase, phase == Phase.ROUTES_IN ? rank(moves) : -rank, m);
            awaitSource(operation, phase, m);
        }
    }

    /// The moves of one spot keep together and go as late as the latest of them must.
    private static int rank(List<Move> moves) {
        return moves.stream().mapToInt(m -> rank((Route) m.object())).max().orElse(0);
    }

    /// What others lean on first: in IPv4 the narrower scope, in IPv6 routes without a gateway.
    private static int rank(Route r) {
        if (r.family() == Family.INET) {
            return Rtnetlink.RT_SCOPE_NOWHERE - r.scope();
        }
        boolean hasGateway = r.nexthops().stream().anyMatch(leg -> leg.gateway().isPresent());
        return hasGateway || r.nexthopId() != 0 ? 1 : 0;
    }

    private void awaitSource(int operation, Phase phase, Move m) {
        Optional<IpAddress> preferred = ((Route) m.object()).preferredSource();
        boolean isAdded = m.act() != Move.Act.DELETE;
        if (isAdded && preferred.filter(a -> a.family() == Family.INET6).isPresent()) {
            steps.add(new Step.AwaitAddress(operation, phase, -1, preferred.get()));
        }
    }

    private void add(int spotOperation, Phase phase, int rank, Move m) {
        int operation = source.authorOf(m.object()).orElse(spotOperation);
        steps.add(new Step.Ask(operation, phase, rank, m.request()));
    }
}
