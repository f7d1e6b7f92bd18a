package io.routewright.app.describe;

import io.routewright.app.describe.FieldList.Shape;
import io.routewright.app.text.KernelWords;
import io.routewright.netlink.Attribute;
import io.routewright.netlink.Attributes;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.Family;
import io.routewright.netlink.FibRulesH;
import io.routewright.netlink.Rule;
import io.routewright.netlink.RuleHeader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The fields of a policy rule.
final class RuleFields {
    private static final Map<Integer, Shape> SHAPES = new HashMap<>();

    static {
        SHAPES.put(FibRulesH.FRA_IIFNAME, Show.text("iif"));
        SHAPES.put(FibRulesH.FRA_OIFNAME, Show.text("oif"));
        SHAPES.put(FibRulesH.FRA_GOTO, Show.u32("goto"));
        SHAPES.put(FibRulesH.FRA_FWMARK, Show.hex32("fwmark"));
        SHAPES.put(FibRulesH.FRA_FWMASK, Show.hex32("fwmask"));
        SHAPES.put(FibRulesH.FRA_FLOW, Show.realms("realms"));
        SHAPES.put(
                FibRulesH.FRA_TUN_ID,
                new Shape("tunnelId", 8, (v, s) -> Long.toUnsignedString(v.u64beAt(0))));
        SHAPES.put(FibRulesH.FRA_SUPPRESS_IFGROUP, unset("suppressGroup"));
        SHAPES.put(FibRulesH.FRA_SUPPRESS_PREFIXLEN, unset("suppressLength"));
        SHAPES.put(FibRulesH.FRA_L3MDEV, Show.flag("l3mdev"));
        SHAPES.put(
                FibRulesH.FRA_UID_RANGE,
                new Shape("users", 8, (v, s) -> v.u32At(0) + "-" + v.u32At(4)));
        SHAPES.put(
                FibRulesH.FRA_PROTOCOL,
                new Shape(
                        "origin",
                        1,
                        (v, s) -> Show.named(KernelWords.protocol(v.u8At(0)), v.u8At(0))));
        SHAPES.put(
                FibRulesH.FRA_IP_PROTO,
                new Shape(
                        "ipProtocol",
                        1,
                        (v, s) -> Show.named(KernelWords.ipProtocol(v.u8At(0)), v.u8At(0))));
        SHAPES.put(FibRulesH.FRA_SPORT_RANGE, new Shape("sourcePorts", 4, (v, s) -> ports(v)));
        SHAPES.put(FibRulesH.FRA_DPORT_RANGE, new Shape("destinationPorts", 4, (v, s) -> ports(v)));
        SHAPES.put(FibRulesH.FRA_SPORT_MASK, mask16("sourcePortMask"));
        SHAPES.put(FibRulesH.FRA_DPORT_MASK, mask16("destinationPortMask"));
        SHAPES.put(
                FibRulesH.FRA_DSCP,
                new Shape("dscp", 1, (v, s) -> Show.named(KernelWords.dscp(v.u8At(0)), v.u8At(0))));
        SHAPES.put(
                FibRulesH.FRA_DSCP_MASK,
                new Shape("dscpMask", 1, (v, s) -> "0x" + Integer.toHexString(v.u8At(0))));
        SHAPES.put(FibRulesH.FRA_FLOWLABEL, Show.hex32be("flowLabel"));
        SHAPES.put(FibRulesH.FRA_FLOWLABEL_MASK, Show.hex32be("flowLabelMask"));
    }

    private RuleFields() {}

    private static Shape unset(String key) {
        return new Shape(
                key,
                4,
                (v, s) -> v.s32At(0) == -1 ? FieldList.label("unset") : Long.toString(v.u32At(0)));
    }

    private static Shape mask16(String key) {
        return new Shape(key, 2, (v, s) -> "0x" + Integer.toHexString(v.u16At(0)));
    }

    private static String ports(Bytes v) {
        return new Rule.Range(v.u16At(0), v.u16At(2)).toString();
    }

    static void fill(Rule r, FieldList out) {
        RuleHeader h = r.header();
        out.add("family", r.family() == Family.INET ? "IPv4" : "IPv6", h.family());
        out.add("priority", Long.toString(r.priority()), r.priority());
        if (r.isInverted()) {
            out.add("inverted", FieldList.label("yes"), h.flags());
        }
        out.add("from", r.from().isAny() ? "all" : r.from().shortText(), raw(r, FibRulesH.FRA_SRC));
        if (!r.to().isAny()) {
            out.add("to", r.to().shortText(), raw(r, FibRulesH.FRA_DST));
        }
        out.add("action", KernelWords.action(r.action()), r.action());
        if (r.tableId() != 0) {
            out.add("table", Show.table(r.tableId(), out.snapshot()), r.tableId());
        }
        if (h.tos() != 0) {
            out.add("tos", KernelWords.tos(h.tos()), h.tos());
        }
        List<String> flags = flags(h.flags());
        if (!flags.isEmpty()) {
            out.add("flags", String.join(" ", flags), h.flags());
        }
        attributes(r, out);
    }

    private static String raw(Rule r, int kind) {
        return r.attributes().find(kind).map(Bytes::toString).orElse("");
    }

    private static void attributes(Rule r, FieldList out) {
        for (Attribute a : r.attributes()) {
            switch (a.kind()) {
                case FibRulesH.FRA_SRC,
                        FibRulesH.FRA_DST,
                        FibRulesH.FRA_TABLE,
                        FibRulesH.FRA_PRIORITY -> {
                    /* shown with the header */
                }
                default -> out.addAll(Attributes.of(a), SHAPES);
            }
        }
    }

    private static List<String> flags(int flags) {
        List<String> words = new ArrayList<>();
        addIf(words, flags, FibRulesH.FIB_RULE_PERMANENT, "permanent");
        addIf(words, flags, FibRulesH.FIB_RULE_UNRESOLVED, "unresolved");
        addIf(words, flags, FibRulesH.FIB_RULE_IIF_DETACHED, "iif-detached");
        addIf(words, flags, FibRulesH.FIB_RULE_OIF_DETACHED, "oif-detached");
        addIf(words, flags, FibRulesH.FIB_RULE_FIND_SADDR, "find-saddr");
        return words;
    }

    private static void addIf(List<String> words, int flags, int bit, String word) {
        if ((flags & bit) != 0) {
            words.add(word);
        }
    }
}
