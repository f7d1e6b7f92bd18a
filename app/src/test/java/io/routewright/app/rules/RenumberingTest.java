package io.routewright.app.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.routewright.app.rules.RuleLine.State;
import io.routewright.netlink.Rule;
import io.routewright.protocol.Operation;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Stream;

class RenumberingTest {
    private static final Rule FIRST = Rules.from("10.0.0.1", 10010, 100);
    private static final Rule SECOND = Rules.from("10.0.0.2", 10020, 100);
    private static final Rule THIRD = Rules.from("10.0.0.3", 10030, 100);

    private static List<RuleLine> lines(Rule... middle) {
        List<Rule> kernels = Rules.kernels();
        return Stream.of(
                        Stream.of(kernels.getFirst()),
                        Stream.of(middle),
                        kernels.subList(1, 3).stream())
                .flatMap(s -> s)
                .map(RuleLine::kept)
                .toList();
    }

    private static List<Operation> moves(Renumbering.Result result) {
        return assertInstanceOf(Renumbering.Result.Moves.class, result).operations();
    }

    private static String refusal(Renumbering.Result result) {
        return assertInstanceOf(Renumbering.Result.Refused.class, result).key();
    }

    private static Operation renumbered(Rule rule, long priority) {
        return new Operation.Change(rule, rule.withPriority(priority));
    }

    @Test
    void movingBetweenTwoWithRoomChangesOnlyTheMovedRule() {
        List<RuleLine> lines = lines(FIRST, THIRD, Rules.from("10.0.0.9", 10050, 100));
        assertEquals(
                List.of(renumbered(lines.get(3).shown(), 10020)),
                moves(Renumbering.move(lines, 3, 2)));
    }

    @Test
    void movingToTheTopTakesANumberBelowTheFirst() {
        assertEquals(
                List.of(renumbered(THIRD, 10000)),
                moves(Renumbering.move(lines(FIRST, SECOND, THIRD), 3, 1)));
    }

    @Test
    void movingBehindTheLastKeepsAGapOfTen() {
        assertEquals(
                List.of(renumbered(FIRST, 10040)),
                moves(Renumbering.move(lines(FIRST, SECOND, THIRD), 1, 4)));
    }

    @Test
    void withoutAFreeNumberTheWholeBandIsRenumberedInGapsOfTen() {
        Rule a = Rules.from("10.0.0.1", 10010, 100);
        Rule b = Rules.from("10.0.0.2", 10011, 100);
        Rule c = Rules.from("10.0.0.3", 10012, 100);
        assertEquals(
                List.of(renumbered(c, 10020), renumbered(b, 10030)),
                moves(Renumbering.move(lines(a, b, c), 3, 2)));
    }

    @Test
    void equalPrioritiesGetNumbersOfTheirOwn() {
        Rule a = Rules.from("10.0.0.1", 10010, 100);
        Rule b = Rules.from("10.0.0.2", 10010, 100);
        Rule c = Rules.from("10.0.0.3", 10010, 100);
        List<Operation> moves = moves(Renumbering.move(lines(a, b, c), 3, 2));
        assertEquals(List.of(renumbered(c, 10020), renumbered(b, 10030)), moves);
    }

    @Test
    void rulesOfOthersInTheBandKeepTheirNumbers() {
        Rule foreign = Rules.by(Rules.from("10.9.0.0/16", 10011, 7), 186);
        Rule a = Rules.from("10.0.0.1", 10010, 100);
        Rule b = Rules.from("10.0.0.2", 10012, 100);
        Rule c = Rules.from("10.0.0.3", 10013, 100);
        List<Operation> moves = moves(Renumbering.move(lines(a, foreign, b, c), 4, 3));
        assertEquals(List.of(renumbered(c, 10020), renumbered(b, 10030)), moves);
    }

    @Test
    void aDropAmongOthersIsRefused() {
        List<RuleLine> lines =
                lines(Rules.from("10.0.0.8", 5210, 52), FIRST, Rules.all(25000, 254));
        assertEquals("move.outside", refusal(Renumbering.move(lines, 2, 1)));
        assertEquals("move.outside", refusal(Renumbering.move(lines, 2, 4)));
        assertEquals("move.outside", refusal(Renumbering.move(lines, 2, 6)));
    }

    @Test
    void theKernelsRulesAndThoseOfDaemonsStay() {
        Rule foreign = Rules.by(Rules.from("10.9.0.0/16", 10015, 7), 186);
        List<RuleLine> lines = lines(FIRST, foreign, SECOND);
        assertEquals("move.kernel", refusal(Renumbering.move(lines, 0, 2)));
        assertEquals("move.kernel", refusal(Renumbering.move(lines, 4, 1)));
        assertEquals("move.other", refusal(Renumbering.move(lines, 2, 1)));
    }

    @Test
    void aRuleWithoutAPlannedNumberCanBeTakenIntoOurBand() {
        Rule automatic = Rules.from("10.0.0.7", 32765, 100);
        List<RuleLine> lines = lines(FIRST, automatic);
        assertEquals(List.of(renumbered(automatic, 10000)), moves(Renumbering.move(lines, 2, 1)));
    }

    @Test
    void stepsPassRemovedRowsAndStopAtTheEdge() {
        List<RuleLine> lines =
                List.of(
                        RuleLine.kept(FIRST),
                        new RuleLine(SECOND, SECOND, State.REMOVED),
                        RuleLine.kept(THIRD));
        assertEquals(List.of(renumbered(THIRD, 10000)), moves(Renumbering.step(lines, 2, -1)));
        assertEquals(List.of(), moves(Renumbering.step(lines, 0, -1)));
    }

    @Test
    void newRulesGetANumberBehindTheLastOfTheirBand() {
        List<RuleLine> lines = lines(Rules.from("10.0.0.8", 5215, 52), FIRST, SECOND);
        assertEquals(10030, Renumbering.freePriority(lines, Band.POLICIES));
        assertEquals(5220, Renumbering.freePriority(lines, Band.EXCEPTIONS));
        assertEquals(10010, Renumbering.freePriority(lines(), Band.POLICIES));
        assertEquals(
                10000,
                Renumbering.freePriority(lines(Rules.from("10.0.0.8", 19995, 100)), Band.POLICIES));
    }
}
