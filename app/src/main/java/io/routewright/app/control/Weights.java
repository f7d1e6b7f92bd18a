package io.routewright.app.control;

import java.util.ArrayList;
import java.util.List;

/// Whole-number weights for wished shares. Pure.
public final class Weights {
    private static final double TOLERANCE = 0.0101;

    private Weights() {}

    /// The smallest weights, each from 1 to `largest`, whose shares come within a hundredth of the wished ones: a third and
    /// two thirds become 1 and 2, not 33 and 67.
    ///
    /// @param shares sum to 1
    public static List<Integer> forShares(List<Double> shares, int largest) {
        List<Integer> best = List.of();
        double bestError = Double.MAX_VALUE;
        int most = Math.min(largest, 256) * shares.size();
        for (int total = shares.size(); total <= most; total++) {
            List<Integer> weights = rounded(shares, total, largest);
            double error = error(weights, shares);
            if (error < TOLERANCE) {
                return weights;
            }
            if (error < bestError) {
                best = weights;
                bestError = error;
            }
        }
        return best;
    }

    private static List<Integer> rounded(List<Double> shares, int total, int largest) {
        List<Integer> weights = new ArrayList<>(shares.size());
        for (double s : shares) {
            weights.add(Math.clamp(Math.round(s * total), 1, largest));
        }
        return weights;
    }

    private static double error(List<Integer> weights, List<Double> shares) {
        List<Double> got = shares(weights);
        double worst = 0;
        for (int i = 0; i < got.size(); i++) {
            worst = Math.max(worst, Math.abs(got.get(i) - shares.get(i)));
        }
        return worst;
    }

    /// What part of the whole each weight is; sums to 1.
    public static List<Double> shares(List<Integer> weights) {
        double sum = weights.stream().mapToInt(Integer::intValue).sum();
        return weights.stream().map(w -> w / sum).toList();
    }

    /// The weights after the divider behind segment `index` moved to `position` (0 to 1 of the whole bar); the segments not
    /// beside it keep their shares.
    public static List<Integer> moved(
            List<Integer> weights, int index, double position, int largest) {
        List<Double> shares = new ArrayList<>(shares(weights));
        double before = shares.subList(0, index).stream().mapToDouble(d -> d).sum();
        double pair = shares.get(index) + shares.get(index + 1);
        double first = Math.clamp(position - before, 0.002, Math.max(0.002, pair - 0.002));
        shares.set(index, first);
        shares.set(index + 1, pair - first);
        return forShares(shares, largest);
    }

    /// The next different weights when the divider goes one step to the left (-1) or right (1).
    public static List<Integer> stepped(
            List<Integer> weights, int index, int direction, int largest) {
        double at = shares(weights).subList(0, index + 1).stream().mapToDouble(d -> d).sum();
        for (int percent = 1; percent < 100; percent++) {
            List<Integer> next = moved(weights, index, at + direction * percent / 100.0, largest);
            if (!shares(next).equals(shares(weights))
                    && isTowards(weights, next, index, direction)) {
                return next;
            }
        }
        return weights;
    }

    private static boolean isTowards(
            List<Integer> from, List<Integer> to, int index, int direction) {
        return Math.signum(shares(to).get(index) - shares(from).get(index)) == direction;
    }
}
