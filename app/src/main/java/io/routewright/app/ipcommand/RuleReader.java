package io.routewright.app.ipcommand;

import io.routewright.app.text.KernelWords;
import io.routewright.netlink.Attributes;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.Family;
import io.routewright.netlink.FibRulesH;
import io.routewright.netlink.Prefix;
import io.routewright.netlink.RouteType;
import io.routewright.netlink.Rtnetlink;
import io.routewright.netlink.Rule;
import io.routewright.netlink.RuleHeader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the arguments of `ip rule add` and `del` (iproute2, ip/iprule.c, iprule_modify).
final class RuleReader {
    static final Keywords OPTIONS =
            Keywords.of(
                    "=not",
                    "=from",
                    "=to",
                    "preference",
                    "order:preference",
                    "priority:preference",
                    "=tos",
                    "dsfield:tos",
                    "=fwmark",
                    "realms",
                    "protocol",
                    "tun_id",
                    "table",
                    "=lookup:table",
                    "suppress_prefixlength",
                    "=sup_pl:suppress_prefixlength",
                    "suppress_ifgroup",
                    "=sup_group:suppress_ifgroup",
                    "=dev:iif",
                    "=iif",
                    "=oif",
                    "=l3mdev",
                    "=uidrange",
                    "=nat",
                    "map-to:nat",
                    "=ipproto",
                    "=sport",
                    "=dport",
                    "=dscp",
                    "=flowlabel",
                    "=type",
                    "goto",
                    "nop",
                    "=vrf");

    private final Words words;
    private final Scene scene;
    private Optional<Family> family;
    private Attributes attributes = Attributes.NONE;
    private int destinationLength;
    private int sourceLength;
    private int tos;
    private int flags;
    private int action;
    private Optional<Long> table = Optional.empty();
    private boolean hasTarget;

    private RuleReader(Words words, Scene scene) {
        this.words = words;
        this.scene = scene;
        this.family = scene.family();
    }

    /// A rule as `add` makes it: without an action it looks up a table, without a table table main. The priority is
    /// absent when none was said.
    static Rule forAdding(Words words, Scene scene) throws SyntaxException {
        RuleReader r = readAll(words, scene);
        if (r.table.isPresent() && r.table.get() != 0 && r.attributes.has(FibRulesH.FRA_L3MDEV)) {
            throw SyntaxException.at(words.first(), "", "vrfAndTable");
        }
        if (!r.hasTarget) {
            r.table = Optional.of((long) Rtnetlink.RT_TABLE_MAIN);
        }
        return r.rule(r.action == 0 ? FibRulesH.FR_ACT_TO_TBL : r.action);
    }

    /// What `del` was told: every field that is absent or zero matches all rules.
    static Rule forDeleting(Words words, Scene scene) throws SyntaxException {
        RuleReader r = readAll(words, scene);
        return r.rule(r.action);
    }

    private static RuleReader readAll(Words words, Scene scene) throws SyntaxException {
        if (!words.hasMore()) {
            throw SyntaxException.at(words.last(), "", "incomplete", "ip rule");
        }
        RuleReader r = new RuleReader(words, scene);
        while (words.hasMore()) {
            Word w = words.next("");
            r.option(OPTIONS.meaning(w.text()).orElse(""), w);
        }
        return r;
    }

    private Rule rule(int finalAction) {
        Family own = family.orElse(Family.INET);
        RuleHeader h =
                new RuleHeader(
                        own.number(), destinationLength, sourceLength, tos, 0, finalAction, flags);
        Rule r = new Rule(h, attributes);
        return table.filter(t -> t != 0).map(r::withTable).orElse(r);
    }

    private void option(String option, Word w) throws SyntaxException {
        switch (option) {
            case "not" -> flags |= FibRulesH.FIB_RULE_INVERT;
            case "from" -> sourceLength = prefix(FibRulesH.FRA_SRC, option);
            case "to" -> destinationLength = prefix(FibRulesH.FRA_DST, option);
            case "preference" -> put(FibRulesH.FRA_PRIORITY, Numbers.u32(words, "priority"));
            case "tos" -> tos = scene.names().tos(words);
            case "fwmark" -> mark();
            case "realms" -> put(FibRulesH.FRA_FLOW, scene.names().realms(words));
            case "protocol" -> putByte(FibRulesH.FRA_PROTOCOL, scene.names().protocol(words));
            case "tun_id" -> tunnel();
            case "table" -> target(scene.names().table(words));
            case "vrf" -> throw vrfWord(w);
            case "iif" -> link(FibRulesH.FRA_IIFNAME, option);
            case "oif" -> link(FibRulesH.FRA_OIFNAME, option);
            default -> further(option, w);
        }
    }

    private void further(String option, Word w) throws SyntaxException {
        switch (option) {
            case "suppress_prefixlength" ->
                    put(
                            FibRulesH.FRA_SUPPRESS_PREFIXLEN,
                            Numbers.upTo(words, option, Integer.MAX_VALUE));
            case "suppress_ifgroup" -> put(FibRulesH.FRA_SUPPRESS_IFGROUP, group());
            case "l3mdev" -> {
                putByte(FibRulesH.FRA_L3MDEV, 1);
                hasTarget = true;
            }
            case "uidrange" -> users();
            case "ipproto" -> putByte(FibRulesH.FRA_IP_PROTO, scene.names().ipProtocol(words));
            case "sport" -> ports(FibRulesH.FRA_SPORT_RANGE, FibRulesH.FRA_SPORT_MASK, option);
            case "dport" -> ports(FibRulesH.FRA_DPORT_RANGE, FibRulesH.FRA_DPORT_MASK, option);
            case "dscp" -> dscp();
            case "flowlabel" -> flowLabel();
            case "nat" -> throw SyntaxException.at(w, "", "unsupported", w.text());
            case "type" -> {
                Word type = words.next(option);
                action(OPTIONS.meaning(type.text()).orElse(""), type);
            }
            default -> action(option, w);
        }
    }

    private void action(String option, Word w) throws SyntaxException {
        hasTarget = true;
        switch (option) {
            case "goto" -> {
                action = FibRulesH.FR_ACT_GOTO;
                put(FibRulesH.FRA_GOTO, Numbers.u32(words, option));
            }
            case "nop" -> action = FibRulesH.FR_ACT_NOP;
            default -> action = typed(w);
        }
    }

    /// The words of route types stand for actions of the same number.
    private int typed(Word w) throws SyntaxException {
        Optional<RouteType> type = RouteType.ofWord(w.text());
        if (type.filter(t -> t.isReject() && t != RouteType.THROW).isEmpty()) {
            throw unknown(w);
        }
        return type.get().number();
    }

    private SyntaxException unknown(Word w) {
        List<String> known = new ArrayList<>(OPTIONS.words());
        known.addAll(List.of("blackhole", "unreachable", "prohibit"));
        String fix = Texts.didYouMean(Nearest.of(w.text(), known));
        return SyntaxException.at(w, fix, "unknownWord", w.text(), "ip rule");
    }

    private SyntaxException vrfWord(Word w) throws SyntaxException {
        long id = scene.names().vrf(words);
        String label = scene.snapshot().tableNames().label(id);
        return SyntaxException.at(
                w,
                Texts.didYouMean(Optional.of("table " + label)),
                "unknownWord",
                "vrf",
                "ip rule");
    }

    private void put(int kind, long value) {
        attributes = attributes.with(kind, Bytes.u32(value));
    }

    private void putByte(int kind, int value) {
        attributes = attributes.with(kind, Bytes.u8(value));
    }

    private void target(long tableId) {
        table = Optional.of(tableId);
        hasTarget = true;
    }

    private int prefix(int kind, String key) throws SyntaxException {
        Word w = words.next(key);
        Prefix found = Addresses.prefix(w, family);
        if (found.isAny()) {
            return 0;
        }
        if (family.isEmpty()) {
            family = Optional.of(found.family());
            if (found.family() == Family.INET6) {
                scene.note("inferredSix", w.text());
            }
        }
        attributes = attributes.with(kind, found.address().bytes());
        return found.length();
    }

    private void mark() throws SyntaxException {
        Numbers.Masked mark = Numbers.masked(words, "fwmark", Numbers.U32);
        put(FibRulesH.FRA_FWMARK, mark.value());
        mark.mask().ifPresent(m -> put(FibRulesH.FRA_FWMASK, m));
    }

    private void tunnel() throws SyntaxException {
        Word w = words.next("tun_id");
        long id = Numbers.parse(w, w.text(), "tun_id", Long.MAX_VALUE);
        attributes = attributes.with(FibRulesH.FRA_TUN_ID, Bytes.u64be(id));
    }

    private void link(int kind, String key) throws SyntaxException {
        Word w = words.next(key);
        if (!w.text().matches("[^\\s/]{1,15}")) {
            throw SyntaxException.at(w, "", "linkName", w.text());
        }
        if (scene.snapshot().links().byName(w.text()).isEmpty()) {
            scene.note("detached", w.text());
        }
        attributes = attributes.with(kind, Bytes.text(w.text()));
    }

    private long group() throws SyntaxException {
        return words.take("default")
                ? 0
                : Numbers.upTo(words, "suppress_ifgroup", Integer.MAX_VALUE);
    }

    private void users() throws SyntaxException {
        Word w = words.next("uidrange");
        String[] bounds = w.text().split("-", 2);
        if (bounds.length != 2) {
            throw SyntaxException.at(w, Texts.fix("uidrange"), "range", "uidrange", w.text());
        }
        long first = Numbers.parse(w, bounds[0], "uidrange", Numbers.U32 - 1);
        long last = Numbers.parse(w, bounds[1], "uidrange", Numbers.U32 - 1);
        Bytes both = Bytes.join(Bytes.u32(first), Bytes.u32(last));
        attributes = attributes.with(FibRulesH.FRA_UID_RANGE, both);
    }

    /// `N`, `N-M` or `N/MASK`.
    private void ports(int kind, int maskKind, String key) throws SyntaxException {
        Word w = words.next(key);
        String[] bounds = w.text().split("-", 2);
        if (bounds.length == 2) {
            range(w, kind, key, bounds[0], bounds[1]);
            return;
        }
        String[] masked = w.text().split("/", 2);
        range(w, kind, key, masked[0], masked[0]);
        if (masked.length == 2) {
            int mask = (int) Numbers.parse(w, masked[1], key, 0xffff);
            if (mask != 0xffff) {
                attributes = attributes.with(maskKind, Bytes.u16(mask));
            }
        }
    }

    private void range(Word w, int kind, String key, String from, String to)
            throws SyntaxException {
        int first = (int) Numbers.parse(w, from, key, 0xffff);
        int last = (int) Numbers.parse(w, to, key, 0xffff);
        attributes = attributes.with(kind, Bytes.join(Bytes.u16(first), Bytes.u16(last)));
    }

    private void dscp() throws SyntaxException {
        Word w = words.next("dscp");
        String[] parts = w.text().split("/", 2);
        Optional<Integer> value = KernelWords.dscpOf(parts[0]);
        if (value.isEmpty()) {
            String fix = Texts.didYouMean(Nearest.of(parts[0], KernelWords.dscpWords()));
            throw SyntaxException.at(w, fix, "named", "dscp", w.text());
        }
        putByte(FibRulesH.FRA_DSCP, value.get());
        if (parts.length == 2) {
            int mask = (int) Numbers.parse(w, parts[1], "dscp", 0x3f);
            if (mask != 0x3f) {
                putByte(FibRulesH.FRA_DSCP_MASK, mask);
            }
        }
    }

    private void flowLabel() throws SyntaxException {
        Numbers.Masked label = Numbers.masked(words, "flowlabel", 0xfffff);
        attributes =
                attributes
                        .with(FibRulesH.FRA_FLOWLABEL, Bytes.u32be(label.value()))
                        .with(
                                FibRulesH.FRA_FLOWLABEL_MASK,
                                Bytes.u32be(label.mask().orElse(0xfffffL)));
    }
}
