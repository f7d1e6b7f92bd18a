package io.routewright.app.rules;

import io.routewright.app.staging.Projection;
import io.routewright.app.staging.StagedView;
import io.routewright.app.store.Snapshot;
import io.routewright.netlink.Family;
import io.routewright.netlink.Rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the screen shows of one family. Immutable; worked out on any thread.
///
/// @param projected the state as it will be
/// @param lines the rules in order
/// @param rows the lines with the headings of their bands
/// @param missing tables local and main, where no rule reaches them
/// @param counts how many rules each family has
record RulesModel(
        StagedView view,
        Family family,
        Snapshot projected,
        List<RuleLine> lines,
        List<RuleRow> rows,
        List<Long> missing,
        Map<Family, Integer> counts) {
    static RulesModel empty() {
        return of(new StagedView(Snapshot.EMPTY, List.of()), Family.INET);
    }

    static RulesModel of(StagedView view, Family family) {
        Snapshot projected = Projection.of(view.truth(), view.operations());
        List<RuleLine> lines = RuleList.of(view, family);
        List<Rule> rules = RuleList.projected(lines);
        RuleLint lint = new RuleLint(projected, rules, family, projected.routes());
        boolean isKnown = view.truth().generation() > 0;
        return new RulesModel(
                view,
                family,
                projected,
                lines,
                rows(lines, lint),
                isKnown ? RuleLint.missing(rules) : List.of(),
                counts(view));
    }

    private static Map<Family, Integer> counts(StagedView view) {
        Map<Family, Integer> counts = new HashMap<>();
        for (Family family : Family.values()) {
            counts.put(family, RuleList.projected(RuleList.of(view, family)).size());
        }
        return counts;
    }

    private static List<RuleRow> rows(List<RuleLine> lines, RuleLint lint) {
        List<RuleRow> rows = new ArrayList<>();
        Map<Rule, Integer> twins = new HashMap<>();
        int at = 0;
        int kept = 0;
        for (Band band : Band.values()) {
            boolean isListed = band == Band.POLICIES && !lines.isEmpty();
            boolean hasRules = at < lines.size() && lines.get(at).band() == band;
            if (isListed || hasRules) {
                rows.add(RuleRow.heading(band));
            }
            while (at < lines.size() && lines.get(at).band() == band) {
                RuleLine line = lines.get(at++);
                int twin = twins.merge(line.truth(), 1, Integer::sum);
                rows.add(
                        RuleRow.of(line, twin, line.isRemoved() ? List.of() : lint.findings(kept)));
                kept += line.isRemoved() ? 0 : 1;
            }
        }
        return List.copyOf(rows);
    }

    /// How many rules stand above row `index`: a gap between rows as a gap between rules.
    int lineGap(int index) {
        return (int) rows.subList(0, index).stream().filter(r -> !r.isHeading()).count();
    }

    /// The place of the row's rule among the rules; -1 for a heading.
    int lineOf(RuleRow row) {
        int at = rows.indexOf(row);
        return row.isHeading() || at < 0 ? -1 : lineGap(at);
    }
}
