package io.routewright.app.rules;

import io.routewright.app.text.KernelWords;
import io.routewright.netlink.Attributes;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.FibRulesH;
import io.routewright.netlink.Rule;

import java.util.Optional;

/// The less simple fields of a rule as texts.
final class RuleReader {
    private static final int WHOLE_PORT = 0xffff;
    private static final int WHOLE_DSCP = 0x3f;
    private static final long WHOLE_LABEL = 0xfffff;

    private RuleReader() {}

    static String mark(Rule rule) {
        if (rule.fwmask() == 0) {
            return "";
        }
        String mark = hex(rule.fwmark());
        return rule.fwmask() == 0xffff_ffffL ? mark : mark + "/" + hex(rule.fwmask());
    }

    static String hex(long value) {
        return "0x" + Long.toHexString(value);
    }

    static String ipProtocol(Rule rule) {
        return rule.ipProtocol() == 0 ? "" : KernelWords.ipProtocol(rule.ipProtocol());
    }

    static String ports(Rule rule, Optional<Rule.Range> range, int maskKind) {
        int mask = rule.attributes().u16(maskKind, WHOLE_PORT);
        String suffix = mask == WHOLE_PORT || mask == 0 ? "" : "/" + hex(mask);
        return range.map(r -> r + suffix).orElse("");
    }

    static String tos(Rule rule) {
        return rule.tos() == 0 ? "" : KernelWords.tos(rule.tos());
    }

    static String dscp(Rule rule) {
        int mask = rule.attributes().u8(FibRulesH.FRA_DSCP_MASK, WHOLE_DSCP);
        String suffix = mask == WHOLE_DSCP ? "" : "/" + hex(mask);
        return rule.dscp().map(d -> KernelWords.dscp(d) + suffix).orElse("");
    }

    static String flowLabel(Rule rule) {
        Attributes all = rule.attributes();
        Optional<Bytes> label = all.find(FibRulesH.FRA_FLOWLABEL).filter(v -> v.length() >= 4);
        long mask =
                all.find(FibRulesH.FRA_FLOWLABEL_MASK)
                        .filter(v -> v.length() >= 4)
                        .map(v -> v.u32beAt(0))
                        .orElse(WHOLE_LABEL);
        String suffix = mask == WHOLE_LABEL ? "" : "/" + hex(mask);
        return label.map(v -> hex(v.u32beAt(0)) + suffix).orElse("");
    }

    static String tunnel(Rule rule) {
        return rule.attributes()
                .find(FibRulesH.FRA_TUN_ID)
                .filter(v -> v.length() >= 8)
                .map(v -> Long.toUnsignedString(v.u64beAt(0)))
                .orElse("");
    }

    static String realms(Rule rule) {
        long flow = rule.attributes().u32(FibRulesH.FRA_FLOW, 0);
        long from = flow >>> 16;
        return flow == 0 ? "" : from == 0 ? "" + flow : from + "/" + (flow & 0xffff);
    }
}
