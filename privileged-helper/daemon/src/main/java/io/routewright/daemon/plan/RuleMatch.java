package io.routewright.daemon.plan;

import io.routewright.netlink.Attributes;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.FibRulesH;
import io.routewright.netlink.Rule;

/// Which rule a delete request hits, as the kernel finds it (net/core/fib_rules.c, rule_find): the first for which
/// everything the request says holds. What it leaves out or sets to 0 matches anything; `not` is never looked at.
final class RuleMatch {
    private static final long UNSET = 0xffff_ffffL;

    /// Attributes that are compared as they stand when the request has them. 0 in any of them means unset.
    private static final int[] PLAIN = {
        FibRulesH.FRA_FWMARK,
        FibRulesH.FRA_TUN_ID,
        FibRulesH.FRA_L3MDEV,
        FibRulesH.FRA_IP_PROTO,
        FibRulesH.FRA_PROTOCOL,
        FibRulesH.FRA_SPORT_RANGE,
        FibRulesH.FRA_DPORT_RANGE,
        FibRulesH.FRA_UID_RANGE,
        FibRulesH.FRA_DSCP,
        FibRulesH.FRA_FLOW,
        FibRulesH.FRA_FLOWLABEL,
        FibRulesH.FRA_FLOWLABEL_MASK,
        FibRulesH.FRA_SPORT_MASK,
        FibRulesH.FRA_DPORT_MASK,
        FibRulesH.FRA_DSCP_MASK
    };

    private RuleMatch() {}

    /// Whether a request that names `wanted` in full would take `standing`, both of one family and priority.
    static boolean hits(Rule wanted, Rule standing) {
        return agrees(wanted.action(), standing.action())
                && agrees(wanted.tableId(), standing.tableId())
                && agrees(wanted.fwmask(), standing.fwmask())
                && agrees(wanted.tos(), standing.tos())
                && hitsNames(wanted, standing)
                && hitsPrefixes(wanted, standing)
                && hitsSuppressors(wanted.attributes(), standing.attributes())
                && hitsPlain(wanted.attributes(), standing.attributes());
    }

    private static boolean agrees(long wanted, long standing) {
        return wanted == 0 || wanted == standing;
    }

    private static boolean hitsNames(Rule wanted, Rule standing) {
        return (wanted.iif().isEmpty() || wanted.iif().equals(standing.iif()))
                && (wanted.oif().isEmpty() || wanted.oif().equals(standing.oif()));
    }

    private static boolean hitsPrefixes(Rule wanted, Rule standing) {
        return (wanted.from().isAny() || wanted.from().equals(standing.from()))
                && (wanted.to().isAny() || wanted.to().equals(standing.to()));
    }

    private static boolean hitsSuppressors(Attributes wanted, Attributes standing) {
        for (int kind :
                new int[] {FibRulesH.FRA_SUPPRESS_IFGROUP, FibRulesH.FRA_SUPPRESS_PREFIXLEN}) {
            long asked = wanted.u32(kind, UNSET);
            if (asked != UNSET && asked != standing.u32(kind, UNSET)) {
                return false;
            }
        }
        return true;
    }

    private static boolean hitsPlain(Attributes wanted, Attributes standing) {
        for (int kind : PLAIN) {
            Bytes asked = wanted.find(kind).orElse(Bytes.EMPTY);
            if (!isUnset(kind, asked) && !asked.equals(standing.find(kind).orElse(Bytes.EMPTY))) {
                return false;
            }
        }
        return true;
    }

    /// A DSCP of 0 and a user id range from 0 are values of their own.
    private static boolean isUnset(int kind, Bytes value) {
        boolean isZeroUnset = kind != FibRulesH.FRA_DSCP && kind != FibRulesH.FRA_UID_RANGE;
        return value.length() == 0
                || (isZeroUnset && value.equals(Bytes.of(new byte[value.length()])));
    }
}
