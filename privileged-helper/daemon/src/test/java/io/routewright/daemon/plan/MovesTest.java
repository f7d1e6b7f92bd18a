package io.routewright.daemon.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.routewright.netlink.Bytes;
import io.routewright.netlink.Family;
import io.routewright.netlink.FibRulesH;
import io.routewright.netlink.IpAddress;
import io.routewright.netlink.Nexthop;
import io.routewright.netlink.Prefix;
import io.routewright.netlink.Route;
import io.routewright.netlink.RtnetlinkObject;
import io.routewright.netlink.Rule;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/// Moves are played by a model of the kernel, whose loose matching is the point.
final class MovesTest {
    private static final Rule ALL = Rule.lookup(Family.INET, 100, 100);

    private static Rule from(String prefix) {
        return ALL.withFrom(Prefix.parse(prefix).orElseThrow());
    }

    private static Rule tcp() {
        return ALL.with(FibRulesH.FRA_IP_PROTO, Bytes.u8(6));
    }

    private static Route via(String gateway, int protocol) {
        return Route.to(Prefix.parse("10.1.0.0/16").orElseThrow(), 300)
                .withNexthops(List.of(Nexthop.via(IpAddress.parse(gateway).orElseThrow(), 2)))
                .withProtocol(protocol);
    }

    private static String acts(List<Move> moves) {
        return moves.stream().map(m -> m.act().name()).collect(Collectors.joining(" "));
    }

    @Test
    void unsetSelectorsOfARequestMatchAnything() {
        assertTrue(RuleMatch.hits(ALL, from("10.1.0.0/16")));
        assertFalse(RuleMatch.hits(from("10.1.0.0/16"), ALL));
        assertTrue(RuleMatch.hits(ALL, ALL.withInverted(true)));
        assertFalse(RuleMatch.hits(ALL, ALL.withTable(101)));
        assertFalse(RuleMatch.hits(tcp(), ALL));
    }

    @Test
    void exactDeleteTakesOneRequest() {
        assertEquals(
                "DELETE",
                acts(
                        RuleMoves.of(
                                List.of(from("10.1.0.0/16"), tcp()),
                                List.of(from("10.1.0.0/16")))));
    }

    @Test
    void looserRuleBehindStricterOnesTakesThemAlong() {
        List<RtnetlinkObject> now = List.of(from("10.1.0.0/16"), tcp(), ALL);
        List<RtnetlinkObject> goal = List.of(from("10.1.0.0/16"), tcp());
        assertEquals(goal, played(now, RuleMoves.of(now, goal)));
    }

    @Test
    void newRuleIsThereBeforeTheOldOneGoes() {
        List<Move> moves = RuleMoves.of(List.of(tcp()), List.of(tcp().withTable(200)));
        assertEquals("APPEND DELETE", acts(moves));
    }

    @Test
    void anyListOfRulesBecomesAnyOther() {
        List<Rule> pool =
                List.of(
                        ALL,
                        tcp(),
                        from("10.1.0.0/16"),
                        from("10.2.0.0/16"),
                        tcp().withTable(7),
                        ALL.withInverted(true),
                        ALL.withTable(7),
                        from("10.1.0.0/16").with(FibRulesH.FRA_IP_PROTO, Bytes.u8(6)));
        Random random = new Random(3);
        for (int i = 0; i < 5_000; i++) {
            List<RtnetlinkObject> now = picked(pool, random);
            List<RtnetlinkObject> goal = picked(pool, random);
            assertEquals(goal, played(now, RuleMoves.of(now, goal)));
        }
    }

    private static List<RtnetlinkObject> picked(List<Rule> pool, Random random) {
        List<RtnetlinkObject> found = new ArrayList<>();
        for (int n = random.nextInt(6); n > 0; n--) {
            found.add(pool.get(random.nextInt(pool.size())));
        }
        return found;
    }

    /// What the kernel makes of it: additions go last, a delete takes the first that matches.
    private static List<RtnetlinkObject> played(List<RtnetlinkObject> now, List<Move> moves) {
        List<RtnetlinkObject> list = new ArrayList<>(now);
        for (Move m : moves) {
            if (m.act() == Move.Act.APPEND) {
                list.add(m.object());
            } else {
                int at = 0;
                while (!RuleMatch.hits((Rule) m.object(), (Rule) list.get(at))) {
                    at++;
                }
                list.remove(at);
            }
        }
        return list;
    }

    @Test
    void onlyTheFirstOfAKeyIsReplaced() {
        List<RtnetlinkObject> now = List.of(via("10.0.0.1", 3), via("10.0.1.1", 3));
        assertEquals(
                "REPLACE",
                acts(RouteMoves.of(now, List.of(via("10.0.0.1", 4), via("10.0.1.1", 3)))));
        assertEquals(
                "DELETE APPEND",
                acts(RouteMoves.of(now, List.of(via("10.0.0.1", 3), via("10.0.1.1", 4)))));
    }

    @Test
    void placementBecomesTheRequestsFlags() {
        List<RtnetlinkObject> now = List.of(via("10.0.0.1", 3));
        assertEquals("ADD", acts(RouteMoves.of(List.of(), now)));
        assertEquals(
                "APPEND",
                acts(RouteMoves.of(now, List.of(via("10.0.0.1", 3), via("10.0.1.1", 3)))));
        assertEquals(
                "PREPEND",
                acts(RouteMoves.of(now, List.of(via("10.0.1.1", 3), via("10.0.0.1", 3)))));
    }

    @Test
    void changedMetricIsAddedBeforeTheOldRowGoes() {
        List<RtnetlinkObject> now = List.of(via("10.0.0.1", 3));
        assertEquals(
                "ADD DELETE", acts(RouteMoves.of(now, List.of(via("10.0.0.1", 3).withMetric(5)))));
    }

    @Test
    void rowThatALooserRequestWouldMissIsTakenWithTheOnesBefore() {
        Route strict =
                via("10.0.0.1", 3).withPreferredSource(IpAddress.parse("10.0.0.2").orElseThrow());
        List<RtnetlinkObject> now = List.of(strict, via("10.0.0.1", 3));
        assertEquals("DELETE DELETE ADD", acts(RouteMoves.of(now, List.of(strict))));
    }

    @Test
    void zeroMetricOfARequestMatchesAnyMetric() {
        assertTrue(RouteMatch.hits(via("10.0.0.1", 3), via("10.0.0.1", 3).withMetric(9)));
        assertFalse(RouteMatch.hits(via("10.0.0.1", 3).withMetric(9), via("10.0.0.1", 3)));
    }
}
