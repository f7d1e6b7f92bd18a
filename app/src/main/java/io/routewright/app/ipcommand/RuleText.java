package io.routewright.app.ipcommand;

import io.routewright.app.describe.RuleSentence;
import io.routewright.app.text.KernelWords;
import io.routewright.netlink.Attribute;
import io.routewright.netlink.Attributes;
import io.routewright.netlink.Family;
import io.routewright.netlink.FibRulesH;
import io.routewright.netlink.Rule;

import java.util.List;
import java.util.stream.Collectors;

/// Rules as `ip rule` commands.
final class RuleText {
    private RuleText() {}

    /// `ip [-6] rule VERB …` with everything the rule has; the priority always.
    static String command(String verb, Rule r, Naming names) {
        Line out = Line.of(r.family() == Family.INET6 ? "ip -6 rule" : "ip rule").add(verb);
        out.add("priority", Long.toString(r.priority()));
        RuleSentence.selectors(r).forEach(out::add);
        boolean hasTable = r.tableId() != 0;
        out.addIf(hasTable, "lookup", names.table(r.tableId()));
        action(out, r);
        r.suppressPrefixLength()
                .ifPresent(n -> out.add("suppress_prefixlength", Integer.toString(n)));
        r.suppressInterfaceGroup().ifPresent(n -> out.add("suppress_ifgroup", Long.toString(n)));
        Attributes all = r.attributes();
        if (all.has(FibRulesH.FRA_FLOW)) {
            out.add("realms", RouteText.realms(all.u32(FibRulesH.FRA_FLOW, 0)));
        }
        out.addIf(r.protocol() != 0, "protocol", names.protocol(r.protocol()));
        return out + comment(r);
    }

    private static void action(Line out, Rule r) {
        switch (r.action()) {
            case FibRulesH.FR_ACT_TO_TBL -> {
                /* said by the table */
            }
            case FibRulesH.FR_ACT_GOTO ->
                    out.add("goto", Long.toString(r.attributes().u32(FibRulesH.FRA_GOTO, 0)));
            default -> out.add(KernelWords.action(r.action()));
        }
    }

    private static String comment(Rule r) {
        List<Attribute> unknown =
                r.attributes().list().stream()
                        .filter(a -> a.kind() > FibRulesH.FRA_DSCP_MASK)
                        .toList();
        return unknown.isEmpty()
                ? ""
                : unknown.stream()
                        .map(a -> "attribute " + a.kind() + " " + a.value())
                        .collect(Collectors.joining(", ", " # ", ""));
    }
}
