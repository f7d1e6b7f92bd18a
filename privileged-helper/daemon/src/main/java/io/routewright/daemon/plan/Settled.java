package io.routewright.daemon.plan;

import io.routewright.netlink.Address;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.Canonical;
import io.routewright.netlink.Family;
import io.routewright.netlink.FibRulesH;
import io.routewright.netlink.IpAddress;
import io.routewright.netlink.Route;
import io.routewright.netlink.Rtnetlink;
import io.routewright.netlink.RtnetlinkObject;
import io.routewright.netlink.Rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// A picture to plan for, and the spots that count, after the kernel has done things by itself.
///
/// @param picture what shall stand at the spots
/// @param spots each with the operation it belongs to
public record Settled(Picture picture, Map<Spot, Integer> spots) {
    /// The goal once links have changed. What the kernel dropped is not asked for again, but for what an operation
    /// wants there and what a move between masters shall not cost.
    ///
    /// @param before with everything at risk
    public static Settled forward(Goal goal, Picture before, Picture now, Risk risk) {
        Map<Spot, List<RtnetlinkObject>> lists = goal.picture().lists();
        Map<Spot, Integer> spots = new HashMap<>(goal.touched());
        for (Spot spot : goal.touched().keySet()) {
            lists.put(spot, kept(goal, spot, now, before, risk));
        }
        risk.spots()
                .forEach((spot, operation) -> {
                    if (!spots.containsKey(spot) && risk.comesBack(spot, before)) {
                        spots.put(spot, operation);
                        lists.put(spot, ownOrStanding(before.at(spot), now.at(spot)));
                    }
                });
        if (!risk.sources().isEmpty()) {
            routesOfSources(goal, before, now, risk, lists, spots);
        }
        risk.creator().ifPresent(operation -> l3mdevRules(now, operation, lists, spots));
        return new Settled(new Picture(lists, goal.picture().texts()), spots);
    }

    private static List<RtnetlinkObject> kept(
            Goal goal, Spot spot, Picture now, Picture before, Risk risk) {
        boolean isWhole =
                risk.comesBack(spot, before)
                        || (spot instanceof Spot.OfAddresses s
                                && risk.sources().contains(s.ifindex()));
        return goal.picture().at(spot).stream()
                .filter(o ->
                        isWhole
                                ? !Risk.isOfKernel(o) || Lists.holds(now.at(spot), o)
                                : goal.authorOf(o).isPresent() || Lists.holds(now.at(spot), o))
                .toList();
    }

    private static List<RtnetlinkObject> ownOrStanding(
            List<RtnetlinkObject> wished, List<RtnetlinkObject> now) {
        return wished.stream().filter(o -> !Risk.isOfKernel(o) || Lists.holds(now, o)).toList();
    }

    /// Deleting a primary address takes its secondaries and, when nothing is left for a moment, every route over the
    /// link. The secondaries come back, and with them these routes, but for those that named the deleted address.
    private static void routesOfSources(
            Goal goal,
            Picture before,
            Picture now,
            Risk risk,
            Map<Spot, List<RtnetlinkObject>> lists,
            Map<Spot, Integer> spots) {
        for (Map.Entry<Spot, List<RtnetlinkObject>> e : before.lists().entrySet()) {
            Spot spot = e.getKey();
            if (spot instanceof Spot.OfRoutes && !spots.containsKey(spot)) {
                Predicate<RtnetlinkObject> stays =
                        o ->
                                Lists.holds(now.at(spot), o)
                                        || isRouteOfSources((Route) o, goal, risk);
                lists.put(spot, e.getValue().stream().filter(stays).toList());
                spots.put(spot, blamed(e.getValue(), risk));
            }
        }
    }

    private static int blamed(List<RtnetlinkObject> routes, Risk risk) {
        return routes.stream()
                .flatMap(o -> risk.toRoute((Route) o).stream())
                .findFirst()
                .orElse(-1);
    }

    private static boolean isRouteOfSources(Route r, Goal goal, Risk risk) {
        boolean isOver =
                r.nexthops().stream().anyMatch(leg -> risk.sources().contains(leg.ifindex()));
        return isOver
                && !Risk.isOfKernel(r)
                && r.preferredSource().map(a -> isKept(a, goal)).orElse(true);
    }

    private static boolean isKept(IpAddress address, Goal goal) {
        return goal.picture().lists().values().stream()
                .flatMap(List::stream)
                .anyMatch(o -> o instanceof Address own && own.local().address().equals(address));
    }

    /// The kernel adds the rule that makes VRFs work with the first VRF of a network namespace, and never again: where
    /// it was deleted since, it is put back as the kernel makes it.
    private static void l3mdevRules(
            Picture now,
            int operation,
            Map<Spot, List<RtnetlinkObject>> lists,
            Map<Spot, Integer> spots) {
        for (Family family : Family.values()) {
            Spot spot = new Spot.OfRules(family, Risk.L3MDEV_PRIORITY);
            List<Rule> rules = rules(now, family);
            if (!rules.isEmpty()
                    && rules.stream().noneMatch(Rule::isL3mdev)
                    && !spots.containsKey(spot)) {
                List<RtnetlinkObject> next = new ArrayList<>(now.at(spot));
                next.add(l3mdevRule(family));
                lists.put(spot, next);
                spots.put(spot, operation);
            }
        }
    }

    private static List<Rule> rules(Picture now, Family family) {
        return now.lists().values().stream()
                .flatMap(List::stream)
                .filter(Rule.class::isInstance)
                .map(Rule.class::cast)
                .filter(r -> r.family() == family)
                .toList();
    }

    private static Rule l3mdevRule(Family family) {
        return Rule.lookup(family, Risk.L3MDEV_PRIORITY, 0)
                .with(FibRulesH.FRA_L3MDEV, Bytes.u8(1))
                .with(FibRulesH.FRA_PROTOCOL, Bytes.u8(Rtnetlink.RTPROT_KERNEL));
    }

    /// What shall stand after an undo: what stood before. The kernel's own rows are left to the kernel, and what others
    /// have added meanwhile stays.
    ///
    /// @param before with everything at risk
    /// @param spots those touched and those at risk
    public static Settled back(Goal goal, Picture before, Picture now, Map<Spot, Integer> spots) {
        Map<Spot, List<RtnetlinkObject>> lists = before.lists();
        for (Spot spot : spots.keySet()) {
            boolean isOwn = goal.touched().containsKey(spot);
            List<RtnetlinkObject> next = new ArrayList<>();
            for (RtnetlinkObject o : before.at(spot)) {
                if (goal.authorOf(o).isPresent()
                        || !Risk.isOfKernel(o)
                        || Lists.holds(now.at(spot), o)) {
                    next.add(o);
                }
            }
            foreign(spot, now, before, goal, isOwn).forEach(o -> insert(next, o));
            lists.put(spot, next);
        }
        return new Settled(new Picture(lists, before.texts()), spots);
    }

    private static List<RtnetlinkObject> foreign(
            Spot spot, Picture now, Picture before, Goal goal, boolean isOwn) {
        boolean isShared =
                spot instanceof Spot.OfRules
                        || spot instanceof Spot.OfRoutes
                        || spot instanceof Spot.OfAddresses;
        if (!isShared) {
            return List.of();
        }
        return now.at(spot).stream()
                .filter(o -> !Lists.holds(before.at(spot), o) && goal.authorOf(o).isEmpty())
                .filter(o ->
                        !isL3mdevOfKernel(o)
                                && (!isOwn || !Lists.holds(goal.picture().at(spot), o)))
                .toList();
    }

    private static boolean isL3mdevOfKernel(RtnetlinkObject o) {
        return o instanceof Rule r && r.isL3mdev() && r.priority() == Risk.L3MDEV_PRIORITY;
    }

    /// Routes by metric, all else behind.
    private static void insert(List<RtnetlinkObject> list, RtnetlinkObject object) {
        int at = list.size();
        if (object instanceof Route) {
            at = 0;
            while (at < list.size() && metric(list.get(at)) <= metric(object)) {
                at++;
            }
        }
        list.add(at, object);
    }

    private static long metric(RtnetlinkObject route) {
        return ((Route) Canonical.of(route)).metric();
    }
}
