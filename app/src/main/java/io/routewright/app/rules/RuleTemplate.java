package io.routewright.app.rules;

import io.routewright.netlink.Bytes;
import io.routewright.netlink.Family;
import io.routewright.netlink.FibRulesH;
import io.routewright.netlink.Rtnetlink;
import io.routewright.netlink.Rule;

import java.util.List;

/// Starting points for a new rule.
enum RuleTemplate {
    PLAIN(Band.POLICIES, List.of()),
    /// All traffic of one source address or network.
    FROM_SOURCE(Band.POLICIES, List.of(RuleField.FROM)),
    /// Packets the firewall has marked.
    BY_MARK(Band.POLICIES, List.of(RuleField.FWMARK)),
    /// Programs of one user.
    BY_USER(Band.POLICIES, List.of(RuleField.UIDRANGE)),
    /// One service.
    BY_PORT(Band.POLICIES, List.of(RuleField.IPPROTO, RuleField.DPORT)),
    /// Main without its default route before all policies: own networks stay reachable.
    KEEP_LAN(Band.EXCEPTIONS, List.of());

    private final Band band;
    private final List<RuleField> required;

    RuleTemplate(Band band, List<RuleField> required) {
        this.band = band;
        this.required = required;
    }

    /// Fields that must be filled in.
    List<RuleField> required() {
        return required;
    }

    /// Key of its name in the bundle.
    String key() {
        return "template." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /// The rule the form starts with, at a free priority.
    Rule rule(Family family, List<RuleLine> lines) {
        long priority = Renumbering.freePriority(lines, band);
        Rule plain =
                Rule.lookup(family, priority, Rtnetlink.RT_TABLE_MAIN)
                        .with(FibRulesH.FRA_PROTOCOL, Bytes.u8(Rtnetlink.RTPROT_STATIC));
        return this == KEEP_LAN
                ? plain.with(FibRulesH.FRA_SUPPRESS_PREFIXLEN, Bytes.u32(0))
                : plain.withTable(0).without(FibRulesH.FRA_TABLE);
    }
}
