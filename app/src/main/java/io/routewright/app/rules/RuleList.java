package io.routewright.app.rules;

import io.routewright.app.rules.RuleLine.State;
import io.routewright.app.staging.StagedView;
import io.routewright.netlink.Family;
import io.routewright.netlink.Rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The rows of one family in the order in which the kernel will walk them once the staged changes are applied.
final class RuleList {
    private RuleList() {}

    /// Removed rules stand where they are now, changed ones where they will be.
    static List<RuleLine> of(StagedView view, Family family) {
        List<RuleLine> lines = new ArrayList<>();
        for (Rule rule : view.truth().rules(family)) {
            lines.add(line(view, rule));
        }
        for (Rule rule : view.created(Rule.class)) {
            if (rule.family() == family) {
                lines.add(new RuleLine(rule, rule, State.ADDED));
            }
        }
        // Stable: of equal priorities the kernel walks the older first, and additions go behind.
        lines.sort(Comparator.comparingLong(RuleLine::priority));
        return lines;
    }

    private static RuleLine line(StagedView view, Rule rule) {
        return switch (view.markOf(rule)) {
            case NONE -> RuleLine.kept(rule);
            case REMOVED -> new RuleLine(rule, rule, State.REMOVED);
            case CHANGED ->
                    new RuleLine(rule, view.intended(rule, Rule.class).orElse(rule), State.CHANGED);
        };
    }

    /// The rules as they will be, without the removed ones.
    static List<Rule> projected(List<RuleLine> lines) {
        return lines.stream().filter(l -> !l.isRemoved()).map(RuleLine::shown).toList();
    }
}
