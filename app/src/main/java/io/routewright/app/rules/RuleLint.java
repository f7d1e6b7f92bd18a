package io.routewright.app.rules;

import io.routewright.app.store.LinkTable;
import io.routewright.app.store.Snapshot;
import io.routewright.netlink.Family;
import io.routewright.netlink.FibRulesH;
import io.routewright.netlink.Route;
import io.routewright.netlink.RouteType;
import io.routewright.netlink.Rtnetlink;
import io.routewright.netlink.Rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Looks for rules that do not do what they seem to: over the rules of one family in order of evaluation.
final class RuleLint {
    private final Snapshot snapshot;
    private final List<Rule> rules;
    private final Set<Long> filled = new HashSet<>();
    private final Set<Long> catchAll = new HashSet<>();

    /// @param rules of one family, as they will be
    /// @param routes the routes as they will be, all families
    RuleLint(Snapshot snapshot, List<Rule> rules, Family family, List<Route> routes) {
        this.snapshot = snapshot;
        this.rules = rules;
        for (Route route : routes) {
            if (route.family() == family) {
                note(route);
            }
        }
    }

    private void note(Route route) {
        filled.add(route.tableId());
        if (route.destination().isAny()
                && route.type() != RouteType.THROW
                && route.source().isAny()
                && route.tos() == 0) {
            catchAll.add(route.tableId());
        }
    }

    /// What is odd about the rule at that place.
    List<LintFinding> findings(int index) {
        List<LintFinding> found = new ArrayList<>();
        Rule rule = rules.get(index);
        if (!Band.isKernels(rule)) {
            // With a default route in main the kernel's rule for table default is never reached:
            // that is as it should be.
            relations(index, rule, found);
        }
        String missing = detached(rule);
        if (!missing.isEmpty()) {
            found.add(LintFinding.of(LintFinding.Kind.DETACHED, missing));
        }
        if (rule.action() == FibRulesH.FR_ACT_GOTO && isUnresolved(rule)) {
            found.add(
                    LintFinding.of(
                            LintFinding.Kind.UNRESOLVED_GOTO, Long.toString(rule.gotoTarget())));
        }
        table(rule, found);
        return found;
    }

    private void relations(int index, Rule rule, List<LintFinding> found) {
        for (int i = 0; i < index; i++) {
            Rule earlier = rules.get(i);
            if (RuleMatch.sameAct(earlier, rule)) {
                found.add(LintFinding.of(LintFinding.Kind.DUPLICATE, priority(earlier)));
                return;
            }
            if (isFinal(earlier) && RuleMatch.covers(earlier, rule) && !isJumpedOver(i)) {
                found.add(LintFinding.of(LintFinding.Kind.SHADOWED, priority(earlier)));
                return;
            }
        }
    }

    private static String priority(Rule rule) {
        return Long.toString(rule.priority());
    }

    /// Nothing that matches this rule is ever handed on to the next one.
    private boolean isFinal(Rule rule) {
        return switch (rule.action()) {
            case FibRulesH.FR_ACT_BLACKHOLE,
                    FibRulesH.FR_ACT_UNREACHABLE,
                    FibRulesH.FR_ACT_PROHIBIT ->
                    true;
            case FibRulesH.FR_ACT_TO_TBL ->
                    !rule.isL3mdev()
                            && rule.suppressPrefixLength().isEmpty()
                            && rule.suppressInterfaceGroup().isEmpty()
                            && catchAll.contains(rule.tableId());
            default -> false;
        };
    }

    private boolean isJumpedOver(int index) {
        long priority = rules.get(index).priority();
        return rules.subList(0, index).stream()
                .anyMatch(r -> r.action() == FibRulesH.FR_ACT_GOTO && r.gotoTarget() > priority);
    }

    private String detached(Rule rule) {
        LinkTable links = snapshot.links();
        if (!rule.iif().isEmpty() && links.byName(rule.iif()).isEmpty()) {
            return rule.iif();
        }
        boolean isGone = !rule.oif().isEmpty() && links.byName(rule.oif()).isEmpty();
        return isGone ? rule.oif() : "";
    }

    private boolean isUnresolved(Rule rule) {
        return rules.stream().noneMatch(r -> r.priority() == rule.gotoTarget());
    }

    private void table(Rule rule, List<LintFinding> found) {
        if (rule.action() != FibRulesH.FR_ACT_TO_TBL || rule.isL3mdev()) {
            return;
        }
        long id = rule.tableId();
        String label = snapshot.tableNames().label(id);
        if (!filled.contains(id) && id != Rtnetlink.RT_TABLE_DEFAULT) {
            found.add(LintFinding.of(LintFinding.Kind.EMPTY_TABLE, label));
        }
        List<String> owners = snapshot.links().vrfsOfTable(id).stream().map(l -> l.name()).toList();
        if (!owners.isEmpty() && rule.oif().isEmpty() && rule.iif().isEmpty()) {
            found.add(
                    LintFinding.of(
                            LintFinding.Kind.SHARED_TABLE, label, String.join(", ", owners)));
        }
    }

    /// Which of the tables main and default no rule reaches any more.
    static List<Long> missing(List<Rule> rules) {
        List<Long> gone = new ArrayList<>();
        long[] wanted = {Rtnetlink.RT_TABLE_LOCAL, Rtnetlink.RT_TABLE_MAIN};
        for (long id : wanted) {
            boolean isThere =
                    rules.stream()
                            .anyMatch(r ->
                                    r.action() == FibRulesH.FR_ACT_TO_TBL
                                            && r.tableId() == id
                                            && RuleMatch.matchesAll(r)
                                            && r.suppressPrefixLength().isEmpty());
            if (!isThere) {
                gone.add(id);
            }
        }
        return gone;
    }
}
