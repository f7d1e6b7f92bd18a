package io.routewright.app.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.routewright.netlink.Bytes;
import io.routewright.netlink.Family;
import io.routewright.netlink.FibRulesH;
import io.routewright.netlink.Prefix;
import io.routewright.netlink.Route;
import io.routewright.netlink.Rule;

import org.junit.jupiter.api.Test;

import java.util.List;

class RuleLintTest {
    private static final Route DEFAULT_IN_100 = Route.to(Prefix.any(Family.INET), 100);

    private static List<LintFinding.Kind> lint(int index, List<Route> routes, Rule... rules) {
        List<Rule> all = List.of(rules);
        RuleLint lint = new RuleLint(Rules.snapshot(all, routes), all, Family.INET, routes);
        return lint.findings(index).stream().map(LintFinding::kind).toList();
    }

    @Test
    void aNarrowRuleBehindAWideOneThatAlwaysAnswersIsShadowed() {
        Rule wide = Rules.from("10.0.0.0/8", 10010, 100);
        Rule narrow = Rules.from("10.1.0.0/16", 10020, 100);
        assertEquals(
                List.of(LintFinding.Kind.SHADOWED), lint(1, List.of(DEFAULT_IN_100), wide, narrow));
    }

    @Test
    void aTableWithoutADefaultFallsThroughAndShadowsNothing() {
        Rule wide = Rules.from("10.0.0.0/8", 10010, 100);
        Rule narrow = Rules.from("10.1.0.0/16", 10020, 100);
        Route some = Route.to(Rules.prefix("10.5.0.0/16"), 100);
        assertEquals(List.of(), lint(1, List.of(some), wide, narrow));
    }

    @Test
    void aSuppressedDefaultShadowsNothing() {
        Rule wide = Rules.all(10010, 100).with(FibRulesH.FRA_SUPPRESS_PREFIXLEN, Bytes.u32(0));
        assertEquals(
                List.of(),
                lint(1, List.of(DEFAULT_IN_100), wide, Rules.from("10.1.0.0/16", 10020, 100)));
    }

    @Test
    void otherMarksPortsAndLinksAreNotShadowed() {
        Rule marked =
                Rules.all(10010, 100)
                        .with(FibRulesH.FRA_FWMARK, Bytes.u32(1))
                        .with(FibRulesH.FRA_FWMASK, Bytes.u32(0xff));
        Rule plain = Rules.from("10.1.0.0/16", 10020, 100);
        Rule sameMark = plain.with(FibRulesH.FRA_FWMARK, Bytes.u32(1));
        assertEquals(List.of(), lint(1, List.of(DEFAULT_IN_100), marked, plain));
        assertEquals(
                List.of(LintFinding.Kind.SHADOWED),
                lint(1, List.of(DEFAULT_IN_100), marked, sameMark));
    }

    @Test
    void aRuleThatDoesTheSameIsADuplicate() {
        assertEquals(
                List.of(LintFinding.Kind.DUPLICATE),
                lint(
                        1,
                        List.of(DEFAULT_IN_100),
                        Rules.from("10.0.0.1", 10010, 100),
                        Rules.from("10.0.0.1", 10020, 100)));
    }

    @Test
    void missingLinksTargetsAndTablesAreNamed() {
        Rule gone = Rules.all(10010, 100).with(FibRulesH.FRA_IIFNAME, Bytes.text("ppp0"));
        assertEquals(List.of(LintFinding.Kind.DETACHED), lint(0, List.of(DEFAULT_IN_100), gone));
        Rule jump =
                Rules.all(10010, 0)
                        .withAction(FibRulesH.FR_ACT_GOTO)
                        .with(FibRulesH.FRA_GOTO, Bytes.u32(12000));
        assertEquals(
                List.of(LintFinding.Kind.UNRESOLVED_GOTO), lint(0, List.of(DEFAULT_IN_100), jump));
        assertEquals(
                List.of(LintFinding.Kind.EMPTY_TABLE),
                lint(0, List.of(DEFAULT_IN_100), Rules.all(10010, 7)));
    }

    @Test
    void aMissingMainRuleIsFound() {
        assertEquals(List.of(), RuleLint.missing(Rules.kernels()));
        assertEquals(List.of(254L), RuleLint.missing(List.of(Rules.all(0, 255))));
    }
}
