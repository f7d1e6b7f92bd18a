package io.routewright.app.rules;

import io.routewright.netlink.Attribute;
import io.routewright.netlink.Attributes;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.FibRulesH;
import io.routewright.netlink.Rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Compares what two rules match.
final class RuleMatch {

    private RuleMatch() {}

    /// The rule has no selector at all.
    static boolean matchesAll(Rule rule) {
        return !rule.isInverted()
                && rule.from().isAny()
                && rule.to().isAny()
                && rule.tos() == 0
                && !rule.isL3mdev()
                && selectors(rule).isEmpty();
    }

    private static List<Attribute> selectors(Rule rule) {
        List<Attribute> found = new ArrayList<>();
        for (Attribute a : rule.attributes()) {
            if (isSelector(a)) {
                found.add(new Attribute(a.kind(), a.value()));
            }
        }
        return found;
    }

    private static boolean isSelector(Attribute a) {
        return switch (a.kind()) {
            case FibRulesH.FRA_DST,
                    FibRulesH.FRA_SRC,
                    FibRulesH.FRA_GOTO,
                    FibRulesH.FRA_PRIORITY,
                    FibRulesH.FRA_TABLE,
                    FibRulesH.FRA_PROTOCOL,
                    FibRulesH.FRA_FLOW,
                    FibRulesH.FRA_SUPPRESS_PREFIXLEN,
                    FibRulesH.FRA_SUPPRESS_IFGROUP ->
                    false;
            default -> true;
        };
    }

    /// Both match the same packets and do the same with them; number and maker do not count.
    static boolean sameAct(Rule a, Rule b) {
        return a.action() == b.action()
                && a.isInverted() == b.isInverted()
                && a.tableId() == b.tableId()
                && a.gotoTarget() == b.gotoTarget()
                && a.from().equals(b.from())
                && a.to().equals(b.to())
                && a.tos() == b.tos()
                && a.suppressPrefixLength().equals(b.suppressPrefixLength())
                && a.suppressInterfaceGroup().equals(b.suppressInterfaceGroup())
                && List.copyOf(selectors(a)).equals(selectors(b));
    }

    /// Every packet that `inner` matches is matched by `outer` too. False when in doubt.
    static boolean covers(Rule outer, Rule inner) {
        if (outer.isInverted() || inner.isInverted()) {
            return matchesAll(outer);
        }
        return outer.from().contains(inner.from())
                && outer.to().contains(inner.to())
                && (outer.tos() == 0 || outer.tos() == inner.tos())
                && coversMark(outer, inner)
                && coversRange(outer.uidRange(), inner.uidRange())
                && coversPorts(outer, inner)
                && coversRest(outer, inner);
    }

    private static boolean coversMark(Rule outer, Rule inner) {
        return (outer.fwmask() & ~inner.fwmask()) == 0
                && ((outer.fwmark() ^ inner.fwmark()) & outer.fwmask()) == 0;
    }

    private static boolean coversPorts(Rule outer, Rule inner) {
        return coversRange(outer.sourcePorts(), inner.sourcePorts())
                && coversRange(outer.destinationPorts(), inner.destinationPorts());
    }

    private static boolean coversRange(Optional<Rule.Range> outer, Optional<Rule.Range> inner) {
        return outer.isEmpty()
                || inner.isPresent()
                        && outer.get().first() <= inner.get().first()
                        && outer.get().last() >= inner.get().last();
    }

    private static boolean coversRest(Rule outer, Rule inner) {
        Attributes have = inner.attributes();
        for (Attribute a : selectors(outer)) {
            boolean isRange =
                    switch (a.kind()) {
                        case FibRulesH.FRA_FWMARK,
                                FibRulesH.FRA_FWMASK,
                                FibRulesH.FRA_UID_RANGE,
                                FibRulesH.FRA_SPORT_RANGE,
                                FibRulesH.FRA_DPORT_RANGE ->
                                true;
                        default -> false;
                    };
            Optional<Bytes> value = have.find(a.kind());
            if (!isRange && !value.equals(Optional.of(a.value()))) {
                return false;
            }
        }
        return true;
    }
}
