package io.routewright.daemon.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.routewright.netlink.Address;
import io.routewright.netlink.Family;
import io.routewright.netlink.IpAddress;
import io.routewright.netlink.Link;
import io.routewright.netlink.Nexthop;
import io.routewright.netlink.NexthopObject;
import io.routewright.netlink.Prefix;
import io.routewright.netlink.Route;
import io.routewright.netlink.Rtnetlink;
import io.routewright.netlink.RtnetlinkObject;
import io.routewright.netlink.Rule;
import io.routewright.protocol.Message;
import io.routewright.protocol.Operation;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

final class PlannerTest {
    private static final Route ROUTE =
            Route.to(Prefix.parse("0.0.0.0/0").orElseThrow(), 100)
                    .withNexthops(
                            List.of(Nexthop.via(IpAddress.parse("10.0.1.1").orElseThrow(), 3)));
    private static final Route LINK_ROUTE =
            Route.to(Prefix.parse("10.0.1.1/32").orElseThrow(), 100)
                    .withNexthops(List.of(Nexthop.onLink(3)))
                    .withScope(Rtnetlink.RT_SCOPE_LINK);
    private static final Rule RULE = Rule.lookup(Family.INET, 100, 100);
    private static final NexthopObject SINGLE = NexthopObject.withId(Family.INET, 1).withIfindex(3);
    private static final NexthopObject GROUP =
            NexthopObject.group(2, List.of(new NexthopObject.Member(1, 1)));
    private static final Address ADDRESS = Address.on(3, Prefix.parse("10.0.1.2/24").orElseThrow());
    private static final Link VRF = Link.newVrf(9, "blue", 100);

    private static Picture picture(RtnetlinkObject... objects) {
        Map<Spot, List<RtnetlinkObject>> lists = new HashMap<>();
        for (RtnetlinkObject o : objects) {
            lists.computeIfAbsent(Spot.of(o), s -> new ArrayList<>()).add(o);
        }
        return new Picture(lists, Map.of());
    }

    private static List<Integer> order(Picture now, Operation... operations) throws Refused {
        Goal goal = Goal.of(now, List.of(operations));
        return Planner.plan(now, goal.picture(), goal, goal.touched()).stream()
                .filter(Step.Ask.class::isInstance)
                .map(Step::operation)
                .toList();
    }

    @Test
    void whatOthersLeanOnComesFirst() throws Refused {
        assertEquals(
                List.of(6, 5, 4, 3, 2, 1, 0),
                order(
                        picture(),
                        new Operation.Create(RULE),
                        new Operation.Create(ROUTE),
                        new Operation.Create(LINK_ROUTE),
                        new Operation.Create(GROUP),
                        new Operation.Create(SINGLE),
                        new Operation.Create(ADDRESS),
                        new Operation.Create(VRF)));
    }

    @Test
    void whatLeansOnOthersGoesFirst() throws Refused {
        assertEquals(
                List.of(6, 5, 4, 1, 0, 3, 2),
                order(
                        picture(RULE, ROUTE, LINK_ROUTE, GROUP, SINGLE, ADDRESS, VRF),
                        new Operation.Delete(VRF),
                        new Operation.Delete(ADDRESS),
                        new Operation.Delete(SINGLE),
                        new Operation.Delete(GROUP),
                        new Operation.Delete(LINK_ROUTE),
                        new Operation.Delete(ROUTE),
                        new Operation.Delete(RULE)));
    }

    @Test
    void movedRuleStandsAtItsNewPlaceBeforeItLeavesTheOld() throws Refused {
        Goal goal =
                Goal.of(picture(RULE), List.of(new Operation.Change(RULE, RULE.withPriority(50))));
        List<Step> steps = Planner.plan(picture(RULE), goal.picture(), goal, goal.touched());
        assertEquals(
                List.of(Phase.RULES_IN, Phase.MOVED_OUT), steps.stream().map(Step::phase).toList());
    }

    @Test
    void setMayTakeAPlaceItVacates() throws Refused {
        Route other = ROUTE.withProtocol(42);
        assertEquals(
                1,
                order(picture(ROUTE), new Operation.Delete(ROUTE), new Operation.Create(other))
                        .size());
    }

    @Test
    void undoIsThePlanBack() throws Refused {
        Picture before = picture(RULE, ROUTE);
        Goal goal =
                Goal.of(before, List.of(new Operation.Delete(RULE), new Operation.Create(SINGLE)));
        Picture after = picture(ROUTE, SINGLE);
        Settled back = Settled.back(goal, before, after, goal.touched());
        List<Step> steps = Planner.plan(after, back.picture(), goal, back.spots());
        assertEquals(
                List.of(Phase.RULES_IN, Phase.NEXTHOPS_OUT),
                steps.stream().map(Step::phase).toList());
    }

    @Test
    void foreignRuleOfTheSamePriorityStaysInAnUndo() throws Refused {
        Picture before = picture(RULE);
        Goal goal = Goal.of(before, List.of(new Operation.Delete(RULE)));
        Rule foreign = RULE.withTable(7);
        Settled back = Settled.back(goal, before, picture(foreign), goal.touched());
        assertEquals(List.of(RULE, foreign), back.picture().at(Spot.of(RULE)));
    }

    @Test
    void takenPlaceAndStaleBeforeAreConflicts() {
        Refused taken =
                assertThrows(
                        Refused.class,
                        () ->
                                Goal.of(
                                        picture(ROUTE),
                                        List.of(new Operation.Create(ROUTE.withProtocol(9)))));
        Message.Conflict conflict = assertInstanceOf(Message.Conflict.class, taken.outcome());
        assertEquals(ROUTE.payload(), conflict.present().from(16));
        Refused gone =
                assertThrows(
                        Refused.class,
                        () -> Goal.of(picture(), List.of(new Operation.Delete(RULE))));
        assertEquals(
                0, assertInstanceOf(Message.Conflict.class, gone.outcome()).present().length());
    }

    @Test
    void linkDownPutsItsNexthopsAndTheirGroupsAtRisk() throws Refused {
        Link eth =
                new Link(
                        new io.routewright.netlink.LinkHeader(0, 1, 3, 1, 0),
                        VRF.attributes().only(3));
        Picture now = picture(eth, SINGLE, GROUP);
        Goal goal = Goal.of(now, List.of(new Operation.Change(eth, eth.withUp(false))));
        Risk risk = Risk.of(now, goal.picture(), goal.touched());
        assertEquals(java.util.Set.of(1L, 2L), risk.nexthops().keySet());
        assertEquals(java.util.Optional.of(0), risk.toRoute(ROUTE));
        assertEquals(java.util.Optional.of(0), risk.toRoute(LINK_ROUTE.withNexthopId(2)));
    }
}
