package io.routewright.app.staging;

import io.routewright.app.describe.Describe;
import io.routewright.app.store.Snapshot;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.Canonical;
import io.routewright.netlink.Family;
import io.routewright.netlink.FibRulesH;
import io.routewright.netlink.Rtnetlink;
import io.routewright.netlink.Rule;
import io.routewright.protocol.Operation;

import java.util.List;
import java.util.Optional;

/// What may be wrong with a policy rule.
final class RuleChecks {
    private RuleChecks() {}

    static void check(Rule r, Check check) {
        selectors(r, check);
        ports(r, r.sourcePorts(), "sourcePorts", check);
        ports(r, r.destinationPorts(), "destinationPorts", check);
        tos(r, check);
        interfaces(r, check);
        action(r, check);
        duplicates(r, check);
        if (r.priority() == 0) {
            check.warning("priority", r, "priorityZero");
        }
    }

    private static void selectors(Rule r, Check check) {
        selector(r, FibRulesH.FRA_SRC, "from", check);
        selector(r, FibRulesH.FRA_DST, "to", check);
        if (r.from().hasHostBits()) {
            check.note("from", r, "ruleHostBits", r.from().toString());
        }
        if (r.to().hasHostBits()) {
            check.note("to", r, "ruleHostBits", r.to().toString());
        }
    }

    private static void selector(Rule r, int kind, String field, Check check) {
        Optional<Bytes> raw = r.attributes().find(kind);
        if (raw.isPresent() && raw.get().length() != r.family().bytes()) {
            check.error(field, r, "ruleFamily", Validation.familyWord(r.family()));
        }
    }

    private static void ports(Rule r, Optional<Rule.Range> range, String field, Check check) {
        if (range.isPresent()) {
            Rule.Range p = range.get();
            if (p.first() < 1 || p.last() < p.first() || p.last() > 65534) {
                check.error(field, r, "ports", p.toString());
            }
        }
    }

    private static void tos(Rule r, Check check) {
        boolean isBad = r.family() == Family.INET ? (r.tos() & ~0x1c) != 0 : (r.tos() & 3) != 0;
        if (isBad) {
            check.error("tos", r, "tos", "0x" + Integer.toHexString(r.tos()));
        }
        if (r.tos() != 0 && r.attributes().has(FibRulesH.FRA_DSCP)) {
            check.error("dscp", r, "tosAndDscp");
        }
    }

    private static void interfaces(Rule r, Check check) {
        detached(r, r.iif(), "iif", check);
        detached(r, r.oif(), "oif", check);
    }

    private static void detached(Rule r, String name, String field, Check check) {
        if (!name.isEmpty() && check.projected().links().byName(name).isEmpty()) {
            check.warning(field, r, "detached", name);
        }
    }

    private static void action(Rule r, Check check) {
        Snapshot after = check.projected();
        if (r.action() == FibRulesH.FR_ACT_GOTO) {
            target(r, r.attributes().u32(FibRulesH.FRA_GOTO, 0), check);
        } else if (r.action() == FibRulesH.FR_ACT_TO_TBL) {
            boolean isVrf = VrfRule.isVrfRule(r);
            if (isVrf && r.tableId() != 0) {
                check.error("table", r, "vrfAndTable");
            } else if (!isVrf && r.tableId() == 0) {
                check.error("table", r, "noTable");
            } else if (!isVrf && isEmpty(r, after)) {
                check.warning("table", r, "emptyTable", after.tableNames().label(r.tableId()));
            }
        }
    }

    private static boolean isEmpty(Rule r, Snapshot after) {
        return r.tableId() != Rtnetlink.RT_TABLE_DEFAULT
                && after.routes().stream()
                        .noneMatch(o ->
                                o.header().family() == r.header().family()
                                        && KeyFilter.isIn(o, r.tableId()));
    }

    private static void target(Rule r, long target, Check check) {
        if (target <= r.priority()) {
            check.error("goto", r, "gotoBackward", Long.toString(target));
        } else if (check.projected().rules(r.family()).stream()
                .noneMatch(o -> o.priority() == target)) {
            check.warning("goto", r, "gotoNowhere", Long.toString(target));
        }
    }

    private static void duplicates(Rule r, Check check) {
        Object same = comparable(r, true);
        Object anywhere = comparable(r, false);
        for (Rule o : check.projected().rules(r.family())) {
            if (o == r || isOwnBefore(o, check)) {
                continue;
            }
            String other = o.priority() + ": " + Describe.object(o, check.projected());
            if (comparable(o, true).equals(same)) {
                check.error("priority", r, "sameRule", other);
                return;
            }
            if (comparable(o, false).equals(anywhere) && o.isInverted() == r.isInverted()) {
                check.warning("priority", r, "twinRule", other);
                return;
            }
        }
    }

    /// What the kernel compares (rule_exists): everything but the inversion; and never the origin for twins.
    private static Object comparable(Rule r, boolean withPriority) {
        Rule bare = r.withInverted(false);
        return Canonical.of(
                withPriority ? bare : bare.without(FibRulesH.FRA_PRIORITY, FibRulesH.FRA_PROTOCOL));
    }

    private static boolean isOwnBefore(Rule other, Check check) {
        return check.operation() instanceof Operation.Change c
                && (Canonical.isSame(c.before(), other) || Canonical.isSame(c.after(), other));
    }

    static void checkDeletion(Rule r, Check check) {
        List<Rule> rest = check.projected().rules(r.family());
        boolean isMain = r.tableId() == Rtnetlink.RT_TABLE_MAIN && r.from().isAny();
        if (isMain && rest.stream().noneMatch(o -> o.tableId() == Rtnetlink.RT_TABLE_MAIN)) {
            check.warning("table", r, "mainRuleGone", Validation.familyWord(r.family()));
        }
        if (r.tableId() == Rtnetlink.RT_TABLE_LOCAL
                && rest.stream().noneMatch(o -> o.tableId() == Rtnetlink.RT_TABLE_LOCAL)) {
            check.warning("table", r, "localRuleGone", Validation.familyWord(r.family()));
        }
    }
}
