package io.routewright.app.state;

import io.routewright.netlink.Attributes;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.FibRulesH;
import io.routewright.netlink.Prefix;
import io.routewright.netlink.Rule;

import java.util.Optional;

/// A rule as `ip -j -d -N rule` prints it (iproute2 7.1, ip/iprule.c, print_rule).
final class RuleJson {
    private RuleJson() {}

    static JsonObject of(Rule r) {
        JsonObject json = new JsonObject().put("priority", r.priority());
        if (r.isInverted()) {
            json.mark("not");
        }
        ends(r, json);
        if (r.tos() != 0) {
            json.put("tos", String.format("0x%02x", r.tos()));
        }
        mark(r, json);
        links(r, json);
        traffic(r, json);
        target(r, json);
        action(r, json);
        tail(r.attributes(), json);
        return json;
    }

    private static void ends(Rule r, JsonObject json) {
        if (!prefix(r.from(), r.attributes().has(FibRulesH.FRA_SRC), "src", json)) {
            json.put("src", "all");
        }
        prefix(r.to(), r.attributes().has(FibRulesH.FRA_DST), "dst", json);
    }

    private static boolean prefix(Prefix p, boolean isGiven, String key, JsonObject json) {
        if (!isGiven && p.length() == 0) {
            return false;
        }
        json.put(key, isGiven ? p.address().toString() : "0");
        if (!isGiven || !p.isHost()) {
            json.put(key + "len", p.length());
        }
        return true;
    }

    private static void mark(Rule r, JsonObject json) {
        Attributes all = r.attributes();
        if (all.has(FibRulesH.FRA_FWMARK) || all.has(FibRulesH.FRA_FWMASK)) {
            json.hex("fwmark", r.fwmark());
            long mask = all.u32(FibRulesH.FRA_FWMASK, 0xffff_ffffL);
            if (mask != 0xffff_ffffL) {
                json.hex("fwmask", mask);
            }
        }
    }

    private static void links(Rule r, JsonObject json) {
        if (r.attributes().has(FibRulesH.FRA_IIFNAME)) {
            json.put("iif", r.iif());
            flag(r, FibRulesH.FIB_RULE_IIF_DETACHED, "iif_detached", json);
        }
        if (r.attributes().has(FibRulesH.FRA_OIFNAME)) {
            json.put("oif", r.oif());
            flag(r, FibRulesH.FIB_RULE_OIF_DETACHED, "oif_detached", json);
        }
        if (r.isL3mdev()) {
            json.mark("l3mdev");
        }
    }

    private static void flag(Rule r, int bit, String key, JsonObject json) {
        if ((r.header().flags() & bit) != 0) {
            json.mark(key);
        }
    }

    private static void traffic(Rule r, JsonObject json) {
        r.uidRange().ifPresent(u -> json.put("uid_start", u.first()).put("uid_end", u.last()));
        if (r.attributes().has(FibRulesH.FRA_IP_PROTO)) {
            json.put("ipproto", "ipproto-" + r.ipProtocol());
        }
        ports(r.sourcePorts(), r.attributes().find(FibRulesH.FRA_SPORT_MASK), "sport", json);
        ports(r.destinationPorts(), r.attributes().find(FibRulesH.FRA_DPORT_MASK), "dport", json);
        r.attributes()
                .find(FibRulesH.FRA_TUN_ID)
                .filter(v -> v.length() == 8)
                .ifPresent(v -> json.put("tun_id", v.u64beAt(0)));
    }

    private static void ports(
            Optional<Rule.Range> range, Optional<Bytes> mask, String key, JsonObject json) {
        if (range.isEmpty()) {
            return;
        }
        Rule.Range ports = range.get();
        if (ports.first() != ports.last()) {
            json.put(key + "_start", ports.first()).put(key + "_end", ports.last());
            return;
        }
        json.put(key, ports.first());
        mask.filter(v -> v.length() >= 2).ifPresent(v -> json.hex(key + "_mask", v.u16At(0)));
    }

    private static void target(Rule r, JsonObject json) {
        if (r.tableId() != 0) {
            json.text("table", r.tableId());
            r.suppressPrefixLength().ifPresent(n -> json.put("suppress_prefixlen", n));
            r.suppressInterfaceGroup()
                    .ifPresent(g -> json.put("suppress_ifgroup", Integer.toString(g.intValue())));
        }
        if (r.attributes().has(FibRulesH.FRA_FLOW)) {
            long realms = r.attributes().u32(FibRulesH.FRA_FLOW, 0);
            if (realms >> 16 != 0) {
                json.text("flow_from", realms >> 16);
            }
            json.text("flow_to", realms & 0xffff);
        }
    }

    private static void action(Rule r, JsonObject json) {
        switch (r.action()) {
            case FibRulesH.FR_ACT_TO_TBL -> {
                /* the table says it */
            }
            case FibRulesH.FR_ACT_GOTO -> {
                boolean isGiven = r.attributes().has(FibRulesH.FRA_GOTO);
                json.put("goto", isGiven ? Long.valueOf(r.gotoTarget()) : "none");
                flag(r, FibRulesH.FIB_RULE_UNRESOLVED, "unresolved", json);
            }
            case FibRulesH.FR_ACT_NOP -> json.mark("nop");
            default -> json.text("action", r.action());
        }
    }

    private static void tail(Attributes all, JsonObject json) {
        if (all.has(FibRulesH.FRA_PROTOCOL)) {
            json.text("protocol", all.u8(FibRulesH.FRA_PROTOCOL, 0));
        }
        if (all.has(FibRulesH.FRA_DSCP)) {
            json.text("dscp", all.u8(FibRulesH.FRA_DSCP, 0));
            if (all.has(FibRulesH.FRA_DSCP_MASK)) {
                json.hex("dscp_mask", all.u8(FibRulesH.FRA_DSCP_MASK, 0));
            }
        }
        Optional<Bytes> label = all.find(FibRulesH.FRA_FLOWLABEL).filter(v -> v.length() == 4);
        Optional<Bytes> mask = all.find(FibRulesH.FRA_FLOWLABEL_MASK).filter(v -> v.length() == 4);
        if (label.isPresent() && mask.isPresent()) {
            json.hex("flowlabel", label.get().u32beAt(0));
            json.hex("flowlabel_mask", mask.get().u32beAt(0));
        }
    }
}
