package io.routewright.app.rules;

import io.routewright.app.store.TableNames;
import io.routewright.app.text.KernelWords;
import io.routewright.app.text.Strings;

/// The texts of this room.
final class RulesText {
    static final Strings TEXT = new Strings(RulesText.class);

    private RulesText() {}

    static String get(String key) {
        return TEXT.get(key);
    }

    static String of(InvalidFieldException problem) {
        return TEXT.get(problem.key(), problem.values());
    }

    static String of(LintFinding finding) {
        return TEXT.get(finding.key(), finding.values().toArray());
    }

    static String badge(LintFinding finding) {
        return TEXT.get(finding.key() + ".badge");
    }

    static String of(Renumbering.Result.Refused refused) {
        Object value =
                switch (refused.value()) {
                    case Band band -> TEXT.get(band.key());
                    case Integer protocol when refused.key().equals("move.other") ->
                            KernelWords.protocol(protocol);
                    default -> refused.value();
                };
        return TEXT.get(refused.key(), value);
    }

    /// `10010: from 10.0.0.1 → table isp2`.
    static String named(RuleLine line, TableNames names) {
        return line.priority() + ": " + RuleSentence.text(line.shown(), names);
    }
}
