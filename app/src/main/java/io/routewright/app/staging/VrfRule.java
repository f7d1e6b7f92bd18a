package io.routewright.app.staging;

import io.routewright.netlink.Bytes;
import io.routewright.netlink.Family;
import io.routewright.netlink.FibRulesH;
import io.routewright.netlink.Rtnetlink;
import io.routewright.netlink.Rule;

/// The rule that makes VRFs work: `1000: from all lookup [l3mdev-table]`. The kernel adds it, for IPv4 and IPv6,
/// with the first VRF, and never removes it (drivers/net/vrf.c, vrf_add_fib_rules).
public final class VrfRule {
    /// Its priority.
    public static final long PRIORITY = 1000;

    private VrfRule() {}

    /// Whether a rule looks up the table of the packet's VRF.
    public static boolean isVrfRule(Rule rule) {
        return rule.attributes().has(FibRulesH.FRA_L3MDEV);
    }

    /// The rule as the kernel adds it.
    public static Rule of(Family family) {
        return Rule.lookup(family, PRIORITY, 0)
                .without(FibRulesH.FRA_TABLE)
                .with(FibRulesH.FRA_L3MDEV, Bytes.u8(1))
                .with(FibRulesH.FRA_PROTOCOL, Bytes.u8(Rtnetlink.RTPROT_KERNEL));
    }
}
