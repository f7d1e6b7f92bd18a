package io.routewright.netlink;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;

final class CanonicalTest {
    private static final Nexthop A = Nexthop.via(IpAddress.parse("fd00:0::1").orElseThrow(), 2);
    private static final Nexthop B = Nexthop.via(IpAddress.parse("fd00:1::1").orElseThrow(), 3);

    private static Route six(Nexthop... legs) {
        return Route.to(Prefix.parse("fd99::/64").orElseThrow(), 254).withNexthops(List.of(legs));
    }

    @Test
    void orderOfSixLegsDoesNotCount() {
        assertTrue(Canonical.isSame(six(A, B), six(B, A)));
        assertFalse(Canonical.isSame(six(A, B), six(A, B.withWeight(2))));
    }

    @Test
    void orderOfFourLegsCounts() {
        Nexthop a = Nexthop.via(IpAddress.parse("10.0.0.1").orElseThrow(), 2);
        Nexthop b = Nexthop.via(IpAddress.parse("10.0.1.1").orElseThrow(), 3);
        Route r = Route.to(Prefix.parse("10.9.0.0/16").orElseThrow(), 254);
        assertFalse(Canonical.isSame(r.withNexthops(List.of(a, b)), r.withNexthops(List.of(b, a))));
    }

    @Test
    void deadLegIsTheSameLeg() {
        assertTrue(
                Canonical.isSame(
                        six(A, B),
                        six(A, B.withFlags(Rtnetlink.RTNH_F_DEAD | Rtnetlink.RTNH_F_LINKDOWN))));
    }

    @Test
    void filledInDefaultsAreTheSameRule() {
        Rule asked = Rule.lookup(Family.INET, 100, 100).with(FibRulesH.FRA_FWMARK, Bytes.u32(7));
        Rule shown =
                asked.with(FibRulesH.FRA_FWMASK, Bytes.u32(-1))
                        .with(FibRulesH.FRA_SUPPRESS_PREFIXLEN, Bytes.u32(-1));
        assertTrue(Canonical.isSame(asked, shown));
        assertFalse(Canonical.isSame(asked, shown.withInverted(true)));
    }

    @Test
    void missingSixMetricIs1024() {
        assertTrue(Canonical.isSame(six(A), six(A).withMetric(1024)));
    }
}
