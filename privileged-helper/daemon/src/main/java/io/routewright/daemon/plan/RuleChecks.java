package io.routewright.daemon.plan;

import io.routewright.netlink.Attributes;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.Family;
import io.routewright.netlink.FibRulesH;
import io.routewright.netlink.Rule;

import java.util.Optional;
import java.util.Set;

/// What a rule may hold (linux/fib_rules.h; ranges as in net/core/fib_rules.c).
final class RuleChecks {
    private static final int PADDING = 18;
    private static final int ECN = 0x03;
    private static final Set<Integer> ACTIONS =
            Set.of(
                    FibRulesH.FR_ACT_TO_TBL,
                    FibRulesH.FR_ACT_GOTO,
                    FibRulesH.FR_ACT_NOP,
                    FibRulesH.FR_ACT_BLACKHOLE,
                    FibRulesH.FR_ACT_UNREACHABLE,
                    FibRulesH.FR_ACT_PROHIBIT);

    private RuleChecks() {}

    static Fields fields(Family family) {
        return more(
                new Fields()
                        .add(FibRulesH.FRA_DST, "to", Check.address(family))
                        .add(FibRulesH.FRA_SRC, "from", Check.address(family))
                        .add(FibRulesH.FRA_IIFNAME, "iif", Check.linkName())
                        .add(FibRulesH.FRA_OIFNAME, "oif", Check.linkName())
                        .add(FibRulesH.FRA_GOTO, "goto", Check.u32())
                        .add(FibRulesH.FRA_PRIORITY, "priority", Check.u32())
                        .add(FibRulesH.FRA_FWMARK, "fwmark", Check.u32())
                        .add(FibRulesH.FRA_FWMASK, "fwmask", Check.u32())
                        .add(FibRulesH.FRA_FLOW, "realms", Check.u32())
                        .add(FibRulesH.FRA_TUN_ID, "tun_id", Check.size(8))
                        .add(FibRulesH.FRA_SUPPRESS_IFGROUP, "suppress_ifgroup", Check.u32())
                        .add(
                                FibRulesH.FRA_SUPPRESS_PREFIXLEN,
                                "suppress_prefixlength",
                                RuleChecks::suppressor)
                        .add(FibRulesH.FRA_TABLE, "table", Check.u32()));
    }

    private static Fields more(Fields all) {
        return all.add(FibRulesH.FRA_L3MDEV, "l3mdev", Check.u8(0, 1))
                .add(FibRulesH.FRA_UID_RANGE, "uidrange", Check.size(8).then(RuleChecks::users))
                .add(FibRulesH.FRA_PROTOCOL, "protocol", Check.size(1))
                .add(FibRulesH.FRA_IP_PROTO, "ipproto", Check.size(1))
                .add(FibRulesH.FRA_SPORT_RANGE, "sport", Check.size(4).then(RuleChecks::ports))
                .add(FibRulesH.FRA_DPORT_RANGE, "dport", Check.size(4).then(RuleChecks::ports))
                .add(FibRulesH.FRA_DSCP, "dscp", Check.u8(0, 63))
                .add(FibRulesH.FRA_DSCP_MASK, "dscp mask", Check.u8(0, 63))
                .add(FibRulesH.FRA_FLOWLABEL, "flowlabel", Check.size(4))
                .add(FibRulesH.FRA_FLOWLABEL_MASK, "flowlabel mask", Check.size(4))
                .add(FibRulesH.FRA_SPORT_MASK, "sport mask", Check.size(2))
                .add(FibRulesH.FRA_DPORT_MASK, "dport mask", Check.size(2))
                .add(PADDING, "padding", v -> Optional.empty());
    }

    private static Optional<String> suppressor(Bytes value) {
        return Check.size(4)
                .then(v ->
                        v.s32At(0) >= -1 && v.s32At(0) <= 128
                                ? Optional.empty()
                                : Optional.of("is out of range"))
                .objection(value);
    }

    private static Optional<String> users(Bytes value) {
        boolean isGood = value.u32At(0) <= value.u32At(4) && value.u32At(4) != 0xffff_ffffL;
        return isGood
                ? Optional.empty()
                : Optional.of("must go from a user id to one not below it");
    }

    private static Optional<String> ports(Bytes value) {
        int first = value.u16At(0);
        int last = value.u16At(2);
        boolean isGood = first > 0 && first <= last && last < 0xffff;
        return isGood
                ? Optional.empty()
                : Optional.of("must be within 1 to 65534, the first not above the last");
    }

    static Optional<String> objection(Rule r) {
        return fields(r.family()).objection(r.attributes()).or(() -> header(r)).or(() -> action(r));
    }

    private static Optional<String> header(Rule r) {
        Attributes all = r.attributes();
        if (r.header().sourceLength() > 0 && !all.has(FibRulesH.FRA_SRC)) {
            return Optional.of("a prefix length without a source");
        }
        if (r.header().destinationLength() > 0 && !all.has(FibRulesH.FRA_DST)) {
            return Optional.of("a prefix length without a destination");
        }
        if ((r.tos() & ECN) != 0) {
            return Optional.of(
                    "TOS " + r.tos() + " has one of the two ECN bits, which are not TOS");
        }
        return r.tos() != 0 && all.has(FibRulesH.FRA_DSCP)
                ? Optional.of("TOS and DSCP exclude each other")
                : Optional.empty();
    }

    private static Optional<String> action(Rule r) {
        if (!ACTIONS.contains(r.action())) {
            return Optional.of("rule action " + r.action());
        }
        boolean isLookup = r.action() == FibRulesH.FR_ACT_TO_TBL;
        if (isLookup && r.tableId() == 0 && !r.isL3mdev()) {
            return Optional.of(
                    "a lookup needs a table; for table 0 the kernel would take any empty one");
        }
        if (r.isL3mdev() && r.tableId() != 0) {
            return Optional.of("l3mdev and a table exclude each other");
        }
        boolean isBackward = r.action() == FibRulesH.FR_ACT_GOTO && r.gotoTarget() <= r.priority();
        return isBackward
                ? Optional.of("goto leads to a higher priority number only")
                : Optional.empty();
    }
}
