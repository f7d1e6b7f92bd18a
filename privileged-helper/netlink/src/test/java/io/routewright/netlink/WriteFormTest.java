package io.routewright.netlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;

final class WriteFormTest {
    private static final IpAddress GATEWAY = IpAddress.parse("10.0.0.1").orElseThrow();

    private static Route route(String prefix) {
        return Route.to(Prefix.parse(prefix).orElseThrow(), 1000);
    }

    @Test
    void derivedFlagsAreNotWritten() {
        Nexthop dead =
                Nexthop.via(GATEWAY, 2).withFlags(Rtnetlink.RTNH_F_DEAD | Rtnetlink.RTNH_F_ONLINK);
        Route r =
                route("10.1.0.0/16")
                        .withNexthops(List.of(dead, Nexthop.via(GATEWAY, 3).withFlags(16)));
        Route shown =
                new Route(r.header().withFlags(0x4000 | Rtnetlink.RTNH_F_LINKDOWN), r.attributes());
        Route written = (Route) WriteForm.of(shown);
        assertEquals(0, written.header().flags());
        assertEquals(Rtnetlink.RTNH_F_ONLINK, written.nexthops().getFirst().flags());
        assertEquals(0, written.nexthops().get(1).flags());
    }

    @Test
    void routeOnAnObjectIsWrittenWithoutCopiesOfItsLegs() {
        Route r =
                route("10.1.0.0/16")
                        .withNexthopId(7)
                        .with(Rtnetlink.RTA_OIF, Bytes.u32(2))
                        .withType(RouteType.BLACKHOLE);
        Route written = (Route) WriteForm.of(r);
        assertFalse(written.attributes().has(Rtnetlink.RTA_OIF));
        assertEquals(RouteType.UNICAST, written.type());
        assertEquals(RouteType.UNSPEC, ((Route) WriteForm.forDelete(r)).type());
    }

    @Test
    void expiryIsWrittenInSeconds() {
        Bytes info = Bytes.join(Bytes.u64(0), Bytes.u32(6000), Bytes.u32(0));
        Route six = route("fd00::/64").with(Rtnetlink.RTA_CACHEINFO, info);
        Route written = (Route) WriteForm.of(six);
        assertEquals(60, written.attributes().u32(Rtnetlink.RTA_EXPIRES, 0));
        assertFalse(written.attributes().has(Rtnetlink.RTA_CACHEINFO));
        assertEquals(1024, written.metric());
    }

    @Test
    void rulePriorityIsAlwaysSaid() {
        Rule zero = Rule.lookup(Family.INET, 0, 255).without(FibRulesH.FRA_PRIORITY);
        assertTrue(((Rule) WriteForm.forDelete(zero)).attributes().has(FibRulesH.FRA_PRIORITY));
    }

    @Test
    void nexthopCountersAreNotWrittenAndNestsAreMarked() {
        Attributes res =
                Attributes.of(
                        new Attribute(NexthopH.NHA_RES_GROUP_BUCKETS, Bytes.u16(8)),
                        new Attribute(NexthopH.NHA_RES_GROUP_UNBALANCED_TIME, Bytes.u64(5)));
        NexthopObject shown =
                NexthopObject.group(3, List.of(new NexthopObject.Member(1, 1)))
                        .with(NexthopH.NHA_OP_FLAGS, Bytes.u32(1L << 31))
                        .with(NexthopH.NHA_RES_GROUP, res.encode());
        NexthopObject written = (NexthopObject) WriteForm.of(shown);
        assertFalse(written.attributes().has(NexthopH.NHA_OP_FLAGS));
        Attribute nest = written.attributes().list().getLast();
        assertEquals(NexthopH.NHA_RES_GROUP | Attribute.NESTED, nest.type());
        assertFalse(
                written.attributes()
                        .nested(NexthopH.NHA_RES_GROUP)
                        .has(NexthopH.NHA_RES_GROUP_UNBALANCED_TIME));
    }

    @Test
    void addressKeepsWhatAnAdminSetAndItsLifetimes() {
        Address a =
                Address.on(2, Prefix.parse("fd00::2/64").orElseThrow())
                        .with(
                                IfLinkH.IFA_FLAGS,
                                Bytes.u32(IfLinkH.IFA_F_TENTATIVE | IfLinkH.IFA_F_NODAD))
                        .with(
                                IfLinkH.IFA_CACHEINFO,
                                Bytes.join(Bytes.u32(10), Bytes.u32(20), Bytes.u64(77)));
        Address written = (Address) WriteForm.of(a);
        assertEquals(IfLinkH.IFA_F_NODAD, written.flags());
        assertEquals(20, written.validLifetime());
    }
}
