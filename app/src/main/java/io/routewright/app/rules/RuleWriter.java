package io.routewright.app.rules;

import io.routewright.app.store.TableNames;
import io.routewright.app.text.KernelWords;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.Family;
import io.routewright.netlink.FibRulesH;
import io.routewright.netlink.Prefix;
import io.routewright.netlink.Rule;

import java.util.Optional;

/// Texts written into a rule's raw attributes; an empty text takes the attribute out.
final class RuleWriter {
    private static final long U32 = 0xffff_ffffL;

    private RuleWriter() {}

    static boolean flag(String text) {
        return text.equals(RuleField.YES);
    }

    static Rule priority(Rule rule, String text, TableNames names) throws InvalidFieldException {
        return rule.withPriority(unsigned(text, U32, "priority"));
    }

    static Prefix prefix(Rule rule, String text) throws InvalidFieldException {
        Family family = rule.family();
        if (text.isEmpty() || text.equals("all") || text.equals("default")) {
            return Prefix.any(family);
        }
        Prefix p = Prefix.parse(text).orElseThrow(() -> new InvalidFieldException("prefix", text));
        if (p.family() != family) {
            throw new InvalidFieldException(family == Family.INET ? "not-ipv4" : "not-ipv6", text);
        }
        return p;
    }

    static Rule link(Rule rule, int kind, String name) throws InvalidFieldException {
        if (name.isEmpty()) {
            return rule.without(kind);
        }
        if (name.length() > 15 || name.chars().anyMatch(c -> c <= ' ' || c == '/')) {
            throw new InvalidFieldException("link", name);
        }
        return rule.with(kind, Bytes.text(name));
    }

    static Rule mark(Rule rule, String text) throws InvalidFieldException {
        if (text.isEmpty()) {
            return rule.without(FibRulesH.FRA_FWMARK, FibRulesH.FRA_FWMASK);
        }
        String[] parts = halves(text, "0xffffffff");
        long mark = unsigned(parts[0], U32, "mark");
        long mask = unsigned(parts[1], U32, "mark");
        if ((mark & ~mask) != 0) {
            throw new InvalidFieldException("mark-mask", text);
        }
        Rule masked = rule.with(FibRulesH.FRA_FWMASK, Bytes.u32(mask));
        return mark == 0
                ? masked.without(FibRulesH.FRA_FWMARK)
                : masked.with(FibRulesH.FRA_FWMARK, Bytes.u32(mark));
    }

    /// `a/b` in two; `missing` for a `b` that is not there.
    private static String[] halves(String text, String missing) {
        int slash = text.indexOf('/');
        return slash < 0
                ? new String[] {text, missing}
                : new String[] {text.substring(0, slash), text.substring(slash + 1)};
    }

    private static long unsigned(String text, long largest, String key)
            throws InvalidFieldException {
        Optional<Long> number = KernelWords.unsigned(text, largest);
        if (number.isEmpty()) {
            throw new InvalidFieldException(key, text, Long.toString(largest));
        }
        return number.get();
    }

    private static Rule.Range range(String text, long smallest, long largest, String key)
            throws InvalidFieldException {
        int dash = text.indexOf('-');
        long first = unsigned(dash < 0 ? text : text.substring(0, dash), largest, key);
        long last = dash < 0 ? first : unsigned(text.substring(dash + 1), largest, key);
        if (first > last || first < smallest) {
            throw new InvalidFieldException(key, text, Long.toString(largest));
        }
        return new Rule.Range(first, last);
    }

    static Rule users(Rule rule, String text) throws InvalidFieldException {
        if (text.isEmpty()) {
            return rule.without(FibRulesH.FRA_UID_RANGE);
        }
        Rule.Range users = range(text, 0, U32 - 1, "users");
        return rule.with(
                FibRulesH.FRA_UID_RANGE,
                Bytes.join(Bytes.u32(users.first()), Bytes.u32(users.last())));
    }

    static Rule ipProtocol(Rule rule, String text) throws InvalidFieldException {
        if (text.isEmpty()) {
            return rule.without(FibRulesH.FRA_IP_PROTO);
        }
        int number =
                KernelWords.ipProtocolOf(text)
                        .orElseThrow(() -> new InvalidFieldException("ipproto", text));
        return rule.with(FibRulesH.FRA_IP_PROTO, Bytes.u8(number));
    }

    /// A port, a range `a-b`, or `port/mask`. A mask that the kernel reported stays, as it reports one for each port.
    static Rule ports(Rule rule, String text, int kind, int maskKind) throws InvalidFieldException {
        if (text.isEmpty()) {
            return rule.without(kind, maskKind);
        }
        String[] parts = halves(text, "");
        Rule.Range range = range(parts[0], 1, 65534, "ports");
        Bytes raw = Bytes.join(Bytes.u16((int) range.first()), Bytes.u16((int) range.last()));
        Rule next = rule.with(kind, raw);
        if (!parts[1].isEmpty()) {
            return next.with(maskKind, Bytes.u16((int) unsigned(parts[1], 0xffff, "ports")));
        }
        boolean hadMask = rule.attributes().has(maskKind);
        return hadMask && range.first() == range.last()
                ? next.with(maskKind, Bytes.u16(0xffff))
                : next.without(maskKind);
    }

    static Rule tos(Rule rule, String text) throws InvalidFieldException {
        int tos =
                text.isEmpty()
                        ? 0
                        : KernelWords.tosOf(text)
                                .orElseThrow(() -> new InvalidFieldException("tos", text));
        boolean isLegacy = rule.family() == Family.INET6 || (tos & ~0x1c) == 0;
        if ((tos & 3) != 0 || !isLegacy) {
            throw new InvalidFieldException("tos-bits", text);
        }
        return rule.withTos(tos);
    }

    static Rule dscp(Rule rule, String text) throws InvalidFieldException {
        if (text.isEmpty()) {
            return rule.without(FibRulesH.FRA_DSCP, FibRulesH.FRA_DSCP_MASK);
        }
        String[] parts = halves(text, "");
        int value =
                KernelWords.dscpOf(parts[0])
                        .orElseThrow(() -> new InvalidFieldException("dscp", text));
        Rule next = rule.with(FibRulesH.FRA_DSCP, Bytes.u8(value));
        if (parts[1].isEmpty()) {
            return rule.attributes().has(FibRulesH.FRA_DSCP_MASK)
                    ? next.with(FibRulesH.FRA_DSCP_MASK, Bytes.u8(0x3f))
                    : next;
        }
        int mask = (int) unsigned(parts[1], 0x3f, "dscp");
        return next.with(FibRulesH.FRA_DSCP_MASK, Bytes.u8(mask));
    }

    static Rule flowLabel(Rule rule, String text) throws InvalidFieldException {
        if (text.isEmpty()) {
            return rule.without(FibRulesH.FRA_FLOWLABEL, FibRulesH.FRA_FLOWLABEL_MASK);
        }
        if (rule.family() == Family.INET) {
            throw new InvalidFieldException("only-ipv6", text);
        }
        String[] parts = halves(text, "0xfffff");
        long label = unsigned(parts[0], 0xfffff, "flowlabel");
        long mask = unsigned(parts[1], 0xfffff, "flowlabel");
        return rule.with(FibRulesH.FRA_FLOWLABEL, Bytes.u32be(label))
                .with(FibRulesH.FRA_FLOWLABEL_MASK, Bytes.u32be(mask));
    }

    static Rule tunnel(Rule rule, String text) throws InvalidFieldException {
        return text.isEmpty()
                ? rule.without(FibRulesH.FRA_TUN_ID)
                : rule.with(
                        FibRulesH.FRA_TUN_ID,
                        Bytes.u64be(unsigned(text, Long.MAX_VALUE, "number")));
    }

    /// The kernel takes the table from the VRF, so table and `l3mdev` exclude each other.
    static Rule l3mdev(Rule rule, String text) {
        if (!flag(text)) {
            return rule.without(FibRulesH.FRA_L3MDEV);
        }
        return new Rule(rule.header().withTable(0), rule.attributes())
                .with(FibRulesH.FRA_L3MDEV, Bytes.u8(1))
                .without(FibRulesH.FRA_TABLE);
    }

    static Rule action(Rule rule, String text) throws InvalidFieldException {
        int action =
                KernelWords.actionOf(text)
                        .orElseThrow(() -> new InvalidFieldException("action", text));
        Rule next = rule.withAction(action);
        return action == FibRulesH.FR_ACT_GOTO ? next : next.without(FibRulesH.FRA_GOTO);
    }

    static Rule table(Rule rule, String text, TableNames names) throws InvalidFieldException {
        if (text.isEmpty()) {
            Rule bare = new Rule(rule.header().withTable(0), rule.attributes());
            return bare.without(FibRulesH.FRA_TABLE);
        }
        // iproute2 looks names up before it reads a number.
        Optional<Long> id = names.idOf(text).or(() -> KernelWords.unsigned(text, U32));
        if (id.isEmpty()) {
            throw new InvalidFieldException("table", text);
        }
        return rule.withTable(id.get());
    }

    /// A plain 32-bit attribute.
    static Rule number(Rule rule, int kind, String text) throws InvalidFieldException {
        return text.isEmpty()
                ? rule.without(kind)
                : rule.with(kind, Bytes.u32(unsigned(text, U32, "number")));
    }

    /// The kernel always reports this attribute, with all bits set for "unset": it stays in its place.
    static Rule suppressLength(Rule rule, String text) throws InvalidFieldException {
        int kind = FibRulesH.FRA_SUPPRESS_PREFIXLEN;
        if (!text.isEmpty()) {
            return rule.with(kind, Bytes.u32(unsigned(text, 128, "length")));
        }
        return rule.attributes().has(kind) ? rule.with(kind, Bytes.u32(U32)) : rule;
    }

    static Rule realms(Rule rule, String text) throws InvalidFieldException {
        if (text.isEmpty()) {
            return rule.without(FibRulesH.FRA_FLOW);
        }
        int slash = text.indexOf('/');
        long from = slash < 0 ? 0 : unsigned(text.substring(0, slash), 0xffff, "realms");
        long to = unsigned(text.substring(slash + 1), 0xffff, "realms");
        return rule.with(FibRulesH.FRA_FLOW, Bytes.u32(from << 16 | to));
    }

    static Rule protocol(Rule rule, String text) throws InvalidFieldException {
        int number =
                KernelWords.protocolOf(text)
                        .orElseThrow(() -> new InvalidFieldException("protocol", text));
        return rule.with(FibRulesH.FRA_PROTOCOL, Bytes.u8(number));
    }
}
