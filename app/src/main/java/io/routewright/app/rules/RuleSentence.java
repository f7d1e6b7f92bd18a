package io.routewright.app.rules;

import io.routewright.app.store.TableNames;
import io.routewright.app.text.KernelWords;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.FibRulesH;
import io.routewright.netlink.Rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A rule as a sentence in the words of ip-rule(8), cut into words and chips.
final class RuleSentence {
    /// What a part is, for its look and for what a double click on it edits.
    enum Kind {
        WORD,
        PREFIX,
        LINK,
        VALUE,
        TABLE,
        VERDICT
    }

    /// One word or chip.
    ///
    /// @param field the field it shows
    record Part(Kind kind, RuleField field, String text) {}

    private final Rule rule;
    private final TableNames names;
    private final List<Part> parts = new ArrayList<>();

    private RuleSentence(Rule rule, TableNames names) {
        this.rule = rule;
        this.names = names;
    }

    /// The parts in reading order, selectors first.
    static List<Part> of(Rule rule, TableNames names) {
        RuleSentence s = new RuleSentence(rule, names);
        s.selectors();
        s.verdict();
        return s.parts;
    }

    /// The sentence as plain text, such as `from 10.0.0.1 → table isp2`.
    static String text(Rule rule, TableNames names) {
        return String.join(" ", of(rule, names).stream().map(Part::text).toList());
    }

    private void selectors() {
        if (rule.isInverted()) {
            word(RuleField.NOT, "not");
        }
        if (!rule.from().isAny()) {
            chip(Kind.PREFIX, RuleField.FROM, "from", rule.from().shortText());
        }
        if (!rule.to().isAny()) {
            chip(Kind.PREFIX, RuleField.TO, "to", rule.to().shortText());
        }
        value(RuleField.TOS, "tos");
        value(RuleField.DSCP, "dscp");
        value(RuleField.FLOWLABEL, "flowlabel");
        value(RuleField.FWMARK, "mark");
        link(RuleField.IIF, "iif");
        link(RuleField.OIF, "oif");
        if (rule.isL3mdev()) {
            word(RuleField.L3MDEV, "any VRF");
        }
        value(RuleField.UIDRANGE, "user");
        value(RuleField.IPPROTO, "protocol");
        value(RuleField.SPORT, "sport");
        value(RuleField.DPORT, "dport");
        value(RuleField.TUN_ID, "tunnel");
        if (parts.isEmpty() || rule.isInverted() && parts.size() == 1) {
            word(RuleField.FROM, "all");
        }
    }

    private void verdict() {
        parts.add(new Part(Kind.WORD, RuleField.ACTION, "→"));
        switch (rule.action()) {
            case FibRulesH.FR_ACT_TO_TBL -> lookup();
            case FibRulesH.FR_ACT_GOTO ->
                    chip(Kind.VALUE, RuleField.GOTO, "goto", Long.toString(rule.gotoTarget()));
            default ->
                    parts.add(
                            new Part(
                                    Kind.VERDICT,
                                    RuleField.ACTION,
                                    KernelWords.action(rule.action())));
        }
        value(RuleField.REALMS, "realms");
    }

    private void lookup() {
        if (rule.isL3mdev()) {
            word(RuleField.L3MDEV, "the VRF's table");
        } else {
            chip(Kind.TABLE, RuleField.TABLE, "table", names.label(rule.tableId()));
        }
        rule.suppressPrefixLength().ifPresent(this::suppress);
        value(RuleField.SUPPRESS_IFGROUP, "except over interface group");
    }

    private void suppress(int length) {
        if (length == 0) {
            word(RuleField.SUPPRESS_PREFIXLENGTH, "except its default route");
        } else {
            chip(
                    Kind.VALUE,
                    RuleField.SUPPRESS_PREFIXLENGTH,
                    "except prefixes up to",
                    "/" + length);
        }
    }

    private void word(RuleField field, String text) {
        parts.add(new Part(Kind.WORD, field, text));
    }

    private void chip(Kind kind, RuleField field, String word, String text) {
        word(field, word);
        parts.add(new Part(kind, field, text));
    }

    private void value(RuleField field, String word) {
        String text = field.read(rule, names);
        if (!text.isEmpty()) {
            chip(Kind.VALUE, field, word, text);
        }
    }

    private void link(RuleField field, String word) {
        String text = field.read(rule, names);
        if (!text.isEmpty()) {
            chip(Kind.LINK, field, word, text);
        }
    }

    /// Attributes this screen has no field for, which every edit leaves alone.
    static Optional<String> unshown(Rule rule) {
        List<String> kinds = new ArrayList<>();
        rule.attributes()
                .forEach(a -> kinds.add(isKnown(a.kind()) ? "" : a.kind() + "=" + hex(a.value())));
        kinds.removeIf(String::isEmpty);
        return kinds.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", kinds));
    }

    private static String hex(Bytes value) {
        return value.toString();
    }

    private static boolean isKnown(int kind) {
        return kind <= FibRulesH.FRA_DSCP_MASK;
    }
}
