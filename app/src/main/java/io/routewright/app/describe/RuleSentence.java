package io.routewright.app.describe;

import io.routewright.app.store.Snapshot;
import io.routewright.app.text.KernelWords;
import io.routewright.app.text.Strings;
import io.routewright.netlink.Attributes;
import io.routewright.netlink.FibRulesH;
import io.routewright.netlink.Rule;

import java.util.ArrayList;
import java.util.List;

/// A policy rule as a sentence: what it matches, an arrow, what it does.
public final class RuleSentence {
    private static final Strings STRINGS = new Strings(RuleSentence.class);

    private RuleSentence() {}

    /// Such as `from 192.168.1.100 → table isp2`.
    public static String of(Rule r, Snapshot snapshot) {
        return Describe.words(selectors(r)) + " \u2192 " + action(r, snapshot);
    }

    /// What the rule matches, one part per selector in the words of `ip rule`; `from all` when it matches everything.
    public static List<String> selectors(Rule r) {
        List<String> parts = new ArrayList<>();
        if (r.isInverted()) {
            parts.add("not");
        }
        if (!r.from().isAny()) {
            parts.add("from " + r.from().shortText());
        }
        if (!r.to().isAny()) {
            parts.add("to " + r.to().shortText());
        }
        if (r.tos() != 0) {
            parts.add("tos " + KernelWords.tos(r.tos()));
        }
        addMark(parts, r);
        addName(parts, "iif", r.iif());
        addName(parts, "oif", r.oif());
        addFlow(parts, r);
        if (parts.isEmpty() || parts.equals(List.of("not"))) {
            parts.add("from all");
        }
        return parts;
    }

    private static void addName(List<String> parts, String word, String name) {
        if (!name.isEmpty()) {
            parts.add(word + " " + name);
        }
    }

    private static void addMark(List<String> parts, Rule r) {
        if (r.fwmark() != 0 || r.fwmask() != 0) {
            String mask = r.fwmask() == 0xffff_ffffL ? "" : "/0x" + Long.toHexString(r.fwmask());
            parts.add("fwmark 0x" + Long.toHexString(r.fwmark()) + mask);
        }
    }

    private static void addFlow(List<String> parts, Rule r) {
        r.uidRange().ifPresent(u -> parts.add("uidrange " + u.first() + "-" + u.last()));
        if (r.ipProtocol() != 0) {
            parts.add("ipproto " + KernelWords.ipProtocol(r.ipProtocol()));
        }
        Attributes all = r.attributes();
        r.sourcePorts()
                .ifPresent(p -> parts.add("sport " + ports(p, all, FibRulesH.FRA_SPORT_MASK)));
        r.destinationPorts()
                .ifPresent(p -> parts.add("dport " + ports(p, all, FibRulesH.FRA_DPORT_MASK)));
        if (all.has(FibRulesH.FRA_DSCP)) {
            parts.add("dscp " + dscp(all));
        }
        if (all.has(FibRulesH.FRA_FLOWLABEL)) {
            parts.add("flowlabel " + flowLabel(all));
        }
        all.find(FibRulesH.FRA_TUN_ID)
                .filter(v -> v.length() >= 8)
                .ifPresent(v -> parts.add("tun_id " + Long.toUnsignedString(v.u64beAt(0))));
        if (all.has(FibRulesH.FRA_L3MDEV)) {
            parts.add("l3mdev");
        }
    }

    private static String ports(Rule.Range range, Attributes all, int maskKind) {
        int mask = all.u16(maskKind, 0xffff);
        return mask == 0xffff
                ? range.toString()
                : "0x" + Long.toHexString(range.first()) + "/0x" + Integer.toHexString(mask);
    }

    private static String dscp(Attributes all) {
        int value = all.u8(FibRulesH.FRA_DSCP, 0);
        int mask = all.u8(FibRulesH.FRA_DSCP_MASK, 0x3f);
        return mask == 0x3f
                ? KernelWords.dscp(value)
                : "0x" + Integer.toHexString(value) + "/0x" + Integer.toHexString(mask);
    }

    private static String flowLabel(Attributes all) {
        long value = all.find(FibRulesH.FRA_FLOWLABEL).map(v -> v.u32beAt(0)).orElse(0L);
        long mask = all.find(FibRulesH.FRA_FLOWLABEL_MASK).map(v -> v.u32beAt(0)).orElse(0xfffffL);
        String text = "0x" + Long.toHexString(value);
        return mask == 0xfffff ? text : text + "/0x" + Long.toHexString(mask);
    }

    /// What the rule does with a packet it matches, suppressors included.
    public static String action(Rule r, Snapshot snapshot) {
        List<String> parts = new ArrayList<>();
        switch (r.action()) {
            case FibRulesH.FR_ACT_TO_TBL ->
                    parts.add(
                            r.attributes().has(FibRulesH.FRA_L3MDEV)
                                    ? STRINGS.get("rule.vrfTable")
                                    : STRINGS.get(
                                            "rule.table",
                                            snapshot.tableNames().label(r.tableId())));
            case FibRulesH.FR_ACT_GOTO ->
                    parts.add(
                            STRINGS.get(
                                    "rule.goto",
                                    Long.toString(r.attributes().u32(FibRulesH.FRA_GOTO, 0))));
            default -> parts.add(KernelWords.action(r.action()));
        }
        r.suppressPrefixLength()
                .ifPresent(n -> parts.add(STRINGS.get("rule.suppressLength", Integer.toString(n))));
        r.suppressInterfaceGroup()
                .ifPresent(n -> parts.add(STRINGS.get("rule.suppressGroup", Long.toString(n))));
        return String.join(", ", parts);
    }
}
