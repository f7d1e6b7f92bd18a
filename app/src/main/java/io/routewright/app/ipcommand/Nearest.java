package io.routewright.app.ipcommand;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// What a mistyped word was likely meant to be.
final class Nearest {
    private Nearest() {}

    /// The candidate with the fewest edits from `word`; empty when even that one is far.
    static Optional<String> of(String word, Collection<String> candidates) {
        String lower = word.toLowerCase(Locale.ROOT);
        int allowed = word.length() <= 2 ? 1 : word.length() <= 5 ? 2 : 3;
        String best = "";
        int least = allowed + 1;
        for (String candidate : candidates) {
            int distance = distance(lower, candidate.toLowerCase(Locale.ROOT));
            if (distance < least && distance < Math.max(2, candidate.length())) {
                least = distance;
                best = candidate;
            }
        }
        return least <= allowed ? Optional.of(best) : Optional.empty();
    }

    /// Edits (insert, delete, replace, swap of neighbours) that turn `a` into `b`.
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 ? j : j == 0 ? i : cell(d, a, b, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int cell(int[][] d, String a, String b, int i, int j) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
        boolean isSwap =
                i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1);
        return isSwap ? Math.min(best, d[i - 2][j - 2] + 1) : best;
    }
}
