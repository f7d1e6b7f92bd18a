package io.routewright.app.rules;

import java.util.List;
import java.util.Optional;

/// A row of the list: the heading of a band, or a rule.
///
/// @param key what makes it the same row later on
/// @param band where it stands
/// @param line empty for a heading
/// @param findings what is odd about the rule
record RuleRow(Object key, Band band, Optional<RuleLine> line, List<LintFinding> findings) {
    /// The key of a rule: the kernel's rule, and which of several equal ones.
    private record Key(Object rule, int twin) {}

    static RuleRow heading(Band band) {
        return new RuleRow(band, band, Optional.empty(), List.of());
    }

    static RuleRow of(RuleLine line, int twin, List<LintFinding> findings) {
        return new RuleRow(new Key(line.truth(), twin), line.band(), Optional.of(line), findings);
    }

    boolean isHeading() {
        return line.isEmpty();
    }
}
