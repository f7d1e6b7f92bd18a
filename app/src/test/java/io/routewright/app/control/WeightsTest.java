package io.routewright.app.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;

class WeightsTest {
    @Test
    void aThirdAndTwoThirdsAreOneAndTwo() {
        assertEquals(List.of(1, 2), Weights.forShares(List.of(1 / 3.0, 2 / 3.0), 256));
    }

    @Test
    void aHalfAndAHalfAreOneAndOne() {
        assertEquals(List.of(1, 1), Weights.forShares(List.of(0.5, 0.5), 256));
    }

    @Test
    void draggingEqualPartsToAThirdGivesOneAndTwo() {
        assertEquals(List.of(1, 2), Weights.moved(List.of(1, 1), 0, 1 / 3.0, 256));
    }

    @Test
    void partsNotBesideTheDividerKeepTheirShare() {
        List<Integer> moved = Weights.moved(List.of(1, 1, 2), 0, 0.125, 256);
        assertEquals(0.5, Weights.shares(moved).get(2), 0.011);
        assertEquals(0.125, Weights.shares(moved).get(0), 0.011);
    }

    @Test
    void noWeightFallsBelowOneAtTheEdges() {
        for (double at : new double[] {-1, 0, 0.0001, 0.9999, 1, 2}) {
            List<Integer> moved = Weights.moved(List.of(3, 5), 0, at, 256);
            assertTrue(moved.stream().allMatch(w -> w >= 1 && w <= 256), at + " " + moved);
        }
    }

    @Test
    void everyShareIsMetWithinAHundredth() {
        for (int percent = 1; percent < 100; percent++) {
            double share = percent / 100.0;
            List<Integer> found = Weights.forShares(List.of(share, 1 - share), 256);
            assertEquals(share, Weights.shares(found).get(0), 0.0102);
        }
    }

    @Test
    void aStepMovesTowardsItsSide() {
        List<Integer> right = Weights.stepped(List.of(1, 1), 0, 1, 256);
        assertTrue(Weights.shares(right).get(0) > 0.5, right.toString());
        List<Integer> left = Weights.stepped(List.of(1, 1), 0, -1, 256);
        assertTrue(Weights.shares(left).get(0) < 0.5, left.toString());
    }
}
