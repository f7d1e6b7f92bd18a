package io.routewright.app.rules;

import io.routewright.app.store.TableNames;
import io.routewright.app.text.KernelWords;
import io.routewright.netlink.FibRulesH;
import io.routewright.netlink.Prefix;
import io.routewright.netlink.Rule;

/// Every part of a rule as a text that can be edited. An empty text means "not said"; flags read `yes`.
/// Writing patches the raw attributes: what belongs to other fields stays byte for byte.
enum RuleField {
    PRIORITY((r, n) -> Long.toString(r.priority()), RuleWriter::priority),
    NOT((r, n) -> flag(r.isInverted()), (r, t, n) -> r.withInverted(RuleWriter.flag(t))),
    FROM((r, n) -> prefix(r.from()), (r, t, n) -> r.withFrom(RuleWriter.prefix(r, t))),
    TO((r, n) -> prefix(r.to()), (r, t, n) -> r.withTo(RuleWriter.prefix(r, t))),
    IIF((r, n) -> r.iif(), (r, t, n) -> RuleWriter.link(r, FibRulesH.FRA_IIFNAME, t)),
    OIF((r, n) -> r.oif(), (r, t, n) -> RuleWriter.link(r, FibRulesH.FRA_OIFNAME, t)),
    FWMARK((r, n) -> RuleReader.mark(r), (r, t, n) -> RuleWriter.mark(r, t)),
    UIDRANGE(
            (r, n) -> r.uidRange().map(Rule.Range::toString).orElse(""),
            (r, t, n) -> RuleWriter.users(r, t)),
    IPPROTO((r, n) -> RuleReader.ipProtocol(r), (r, t, n) -> RuleWriter.ipProtocol(r, t)),
    SPORT(
            (r, n) -> RuleReader.ports(r, r.sourcePorts(), FibRulesH.FRA_SPORT_MASK),
            (r, t, n) ->
                    RuleWriter.ports(r, t, FibRulesH.FRA_SPORT_RANGE, FibRulesH.FRA_SPORT_MASK)),
    DPORT(
            (r, n) -> RuleReader.ports(r, r.destinationPorts(), FibRulesH.FRA_DPORT_MASK),
            (r, t, n) ->
                    RuleWriter.ports(r, t, FibRulesH.FRA_DPORT_RANGE, FibRulesH.FRA_DPORT_MASK)),
    TOS((r, n) -> RuleReader.tos(r), (r, t, n) -> RuleWriter.tos(r, t)),
    DSCP((r, n) -> RuleReader.dscp(r), (r, t, n) -> RuleWriter.dscp(r, t)),
    FLOWLABEL((r, n) -> RuleReader.flowLabel(r), (r, t, n) -> RuleWriter.flowLabel(r, t)),
    TUN_ID((r, n) -> RuleReader.tunnel(r), (r, t, n) -> RuleWriter.tunnel(r, t)),
    L3MDEV((r, n) -> flag(r.isL3mdev()), (r, t, n) -> RuleWriter.l3mdev(r, t)),
    ACTION((r, n) -> KernelWords.action(r.action()), (r, t, n) -> RuleWriter.action(r, t)),
    TABLE((r, n) -> r.tableId() == 0 ? "" : n.label(r.tableId()), RuleWriter::table),
    GOTO(
            (r, n) -> r.gotoTarget() == 0 ? "" : Long.toString(r.gotoTarget()),
            (r, t, n) -> RuleWriter.number(r, FibRulesH.FRA_GOTO, t)),
    SUPPRESS_PREFIXLENGTH(
            (r, n) -> r.suppressPrefixLength().map(String::valueOf).orElse(""),
            (r, t, n) -> RuleWriter.suppressLength(r, t)),
    SUPPRESS_IFGROUP(
            (r, n) -> r.suppressInterfaceGroup().map(String::valueOf).orElse(""),
            (r, t, n) -> RuleWriter.number(r, FibRulesH.FRA_SUPPRESS_IFGROUP, t)),
    REALMS((r, n) -> RuleReader.realms(r), (r, t, n) -> RuleWriter.realms(r, t)),
    PROTOCOL((r, n) -> KernelWords.protocol(r.protocol()), (r, t, n) -> RuleWriter.protocol(r, t));

    /// Reads the field.
    @FunctionalInterface
    private interface Reader {
        String read(Rule rule, TableNames names);
    }

    /// Writes the field.
    @FunctionalInterface
    private interface Writer {
        Rule write(Rule rule, String text, TableNames names) throws InvalidFieldException;
    }

    static final String YES = "yes";

    private final Reader reader;
    private final Writer writer;

    RuleField(Reader reader, Writer writer) {
        this.reader = reader;
        this.writer = writer;
    }

    /// The field's text; empty when the rule does not say.
    String read(Rule rule, TableNames names) {
        return reader.read(rule, names);
    }

    /// The rule with this field saying `text`, and the very same rule when it says so already.
    ///
    /// @throws InvalidFieldException the text is no value for this field
    Rule write(Rule rule, String text, TableNames names) throws InvalidFieldException {
        String wanted = text.strip();
        return wanted.equals(read(rule, names)) ? rule : writer.write(rule, wanted, names);
    }

    /// Key of its label and hint in the bundle.
    String key() {
        return "field." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static String flag(boolean isSet) {
        return isSet ? YES : "";
    }

    private static String prefix(Prefix p) {
        return p.isAny() ? "" : p.shortText();
    }
}
