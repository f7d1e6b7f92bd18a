package io.routewright.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.routewright.daemon.lab.Lab;
import io.routewright.daemon.lab.Wire;
import io.routewright.netlink.Attribute;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.Family;
import io.routewright.netlink.FibRulesH;
import io.routewright.netlink.IpAddress;
import io.routewright.netlink.Link;
import io.routewright.netlink.Nexthop;
import io.routewright.netlink.NexthopObject;
import io.routewright.netlink.Route;
import io.routewright.netlink.RouteType;
import io.routewright.netlink.Rtnetlink;
import io.routewright.netlink.RtnetlinkObject;
import io.routewright.netlink.Rule;
import io.routewright.protocol.Message;
import io.routewright.protocol.Operation;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Edits of single objects among others that look much alike. Each test uses a table or priority of its own.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EditKernelTest {
    private Lab lab;
    private Wire wire;

    @BeforeAll
    void open() {
        lab = Lab.open();
        wire = Wire.open(lab.socket());
    }

    @AfterAll
    void close() {
        wire.close();
        lab.close();
    }

    private void assertApplied(Operation... operations) {
        Message.Outcome outcome = wire.apply(operations);
        assertInstanceOf(Message.Applied.class, outcome, outcome::toString);
    }

    private List<Rule> rules(int family, long priority) {
        return wire.dump(Rtnetlink.RTM_GETRULE, family).stream()
                .map(Rule.class::cast)
                .filter(r -> r.priority() == priority)
                .toList();
    }

    private List<Route> routes(int family, long table) {
        return wire.dump(new Message.Dump(Rtnetlink.RTM_GETROUTE, family, table, 0)).stream()
                .map(Route.class::cast)
                .toList();
    }

    private String ruleText(long priority) {
        return lab.ip("-4 rule")
                .lines()
                .filter(l -> l.startsWith(priority + ":"))
                .collect(Collectors.joining("|"))
                .replace(priority + ":\t", "");
    }

    private String routeText(String options) {
        return lab.ip(options).lines().map(String::strip).collect(Collectors.joining("|"));
    }

    @Test
    void deletedRuleIsTheOneMeantAmongLooserMatches() {
        lab.ip("rule add pref 100 lookup 100 from 10.1.0.0/16");
        lab.ip("rule add pref 100 lookup 100 ipproto tcp");
        Rule plain = Rule.lookup(Family.INET, 100, 100);
        assertApplied(new Operation.Create(plain));
        lab.ip("rule add pref 100 lookup 101");
        assertApplied(new Operation.Delete(plain));
        assertEquals(
                "from 10.1.0.0/16 lookup 100|from all ipproto tcp lookup 100|from all lookup 101",
                ruleText(100));
    }

    @Test
    void invertedRuleIsToldFromItsPlainTwin() {
        lab.ip("rule add pref 110 not from 10.1.0.0/16 lookup 100");
        Rule plain = rules(2, 110).getFirst().withInverted(false);
        assertApplied(new Operation.Create(plain));
        assertEquals("not from 10.1.0.0/16 lookup 100|from 10.1.0.0/16 lookup 100", ruleText(110));
        assertApplied(new Operation.Delete(plain));
        assertEquals("not from 10.1.0.0/16 lookup 100", ruleText(110));
    }

    @Test
    void changedRuleKeepsItsPlaceAmongEqualPriorities() {
        for (int i = 1; i <= 3; i++) {
            lab.ip("rule add pref 120 from 10." + i + ".0.0/16 lookup 100");
        }
        Rule second = rules(2, 120).get(1);
        assertApplied(new Operation.Change(second, second.withTable(200)));
        assertEquals(
                "from 10.1.0.0/16 lookup 100|from 10.2.0.0/16 lookup 200|from 10.3.0.0/16 lookup"
                        + " 100",
                ruleText(120));
        Rule moved = rules(2, 120).get(1);
        assertApplied(new Operation.Change(moved, moved.withPriority(121)));
        assertEquals("from 10.1.0.0/16 lookup 100|from 10.3.0.0/16 lookup 100", ruleText(120));
        assertEquals("from 10.2.0.0/16 lookup 200", ruleText(121));
    }

    @Test
    void oneOfTwoTwinsIsDeleted() {
        Rule twin = Rule.lookup(Family.INET, 130, 100);
        lab.ip("rule add pref 130 lookup 100");
        String saved = lab.ip("rule");
        Message.Outcome outcome = wire.apply(new Operation.Create(twin));
        assertInstanceOf(Message.Conflict.class, outcome, outcome::toString);
        assertEquals(saved, lab.ip("rule"));
        assertApplied(new Operation.Delete(twin));
        assertEquals("", ruleText(130));
    }

    @Test
    void editOfOneAttributeLeavesAllOthersByteForByte() {
        lab.ip(
                "rule add priority 10010 not from 10.7.0.0/16 to 10.9.0.0/16 tos 0x10 fwmark"
                    + " 0x1/0xff iif eth0 oif eth1 uidrange 1000-2000 ipproto tcp sport 1024-65534"
                    + " dport 443 tun_id 7 realms 3/4 suppress_prefixlength 0 suppress_ifgroup 5"
                    + " protocol 200 lookup 100");
        lab.ip(
                "route add 10.50.0.0/16 via 10.0.1.1 dev eth1 onlink table 1000 src 10.0.1.2 metric"
                    + " 77 proto static tos 0x10 realm 5 mtu lock 1400 advmss 1360 hoplimit 60"
                    + " window 60000 rtt 100ms rttvar 50ms rto_min 300ms cwnd lock 10 ssthresh lock"
                    + " 20 initcwnd 20 initrwnd 20 reordering 5 quickack 1 features ecn congctl"
                    + " cubic fastopen_no_cookie 1");
        Rule rule = rules(2, 10010).getFirst();
        Route route = routes(2, 1000).getFirst();
        Bytes port = Bytes.join(Bytes.u16(8443), Bytes.u16(8443));
        assertApplied(
                new Operation.Change(rule, rule.with(FibRulesH.FRA_DPORT_RANGE, port)),
                new Operation.Change(route, route.withMetricValue(Rtnetlink.RTAX_MTU, 1300)));
        assertEquals(1, rules(2, 10010).size());
        assertEquals(1, routes(2, 1000).size());
        assertEquals(
                List.of(FibRulesH.FRA_DPORT_RANGE), differing(rule, rules(2, 10010).getFirst()));
        assertEquals(List.of(Rtnetlink.RTA_METRICS), differing(route, routes(2, 1000).getFirst()));
        assertEquals(
                route.withMetricValue(Rtnetlink.RTAX_MTU, 1300).metrics(),
                routes(2, 1000).getFirst().metrics());
    }

    private static List<Integer> differing(RtnetlinkObject a, RtnetlinkObject b) {
        assertEquals(a.payload().slice(0, 12), b.payload().slice(0, 12));
        assertEquals(a.attributes().list().size(), b.attributes().list().size());
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < a.attributes().list().size(); i++) {
            Attribute x = a.attributes().list().get(i);
            if (!x.equals(b.attributes().list().get(i))) {
                found.add(x.kind());
            }
        }
        return found;
    }

    @Test
    void changedRouteKeepsItsPlaceAmongEqualKeys() {
        for (String more :
                new String[] {"via 10.0.0.1", "via 10.0.1.1", "via 10.0.0.1 proto bird"}) {
            lab.ip("route append 172.16.0.0/16 table 300 " + more);
        }
        Route second = routes(2, 300).get(1);
        assertApplied(new Operation.Change(second, second.withProtocol(42)));
        assertEquals(
                "172.16.0.0/16 via 10.0.0.1 dev eth0|172.16.0.0/16 via 10.0.1.1 dev eth1 proto"
                        + " babel|172.16.0.0/16 via 10.0.0.1 dev eth0 proto bird",
                routeText("route show table 300"));
        Route first = routes(2, 300).getFirst();
        assertApplied(
                new Operation.Change(
                        first,
                        first.withType(RouteType.BLACKHOLE).withNexthops(List.of()).withMetric(9)));
        assertEquals(
                "172.16.0.0/16 via 10.0.1.1 dev eth1 proto babel|172.16.0.0/16 via 10.0.0.1 dev"
                        + " eth0 proto bird|blackhole 172.16.0.0/16 metric 9",
                routeText("route show table 300"));
    }

    @Test
    void deletedRouteIsTheOneMeantAmongLooserMatches() {
        lab.ip("route append 172.16.0.0/16 table 310 via 10.0.0.1 src 10.0.0.2 mtu 1400");
        lab.ip("route append 172.16.0.0/16 table 310 via 10.0.0.1");
        lab.ip("route append 172.16.0.0/16 table 310 via 10.0.0.1 metric 5");
        assertApplied(new Operation.Delete(routes(2, 310).get(1)));
        assertEquals(
                "172.16.0.0/16 via 10.0.0.1 dev eth0 src 10.0.0.2 mtu 1400|"
                        + "172.16.0.0/16 via 10.0.0.1 dev eth0 metric 5",
                routeText("route show table 310"));
    }

    @Test
    void weightsChangeInBothFamilies() {
        lab.ip("route add default table 320 nexthop via 10.0.0.1 nexthop via 10.0.1.1");
        lab.ip("-6 route add default table 320 nexthop via fd00:0::1 nexthop via fd00:1::1");
        for (int family : new int[] {2, 10}) {
            Route r = routes(family, 320).getFirst();
            List<Nexthop> legs = new ArrayList<>(r.nexthops());
            legs.set(1, legs.get(1).withWeight(2));
            assertApplied(new Operation.Change(r, r.withNexthops(legs)));
        }
        assertTrue(
                routeText("route show table 320")
                        .endsWith("nexthop via 10.0.1.1 dev eth1 weight 2"));
        assertTrue(
                routeText("-6 route show table 320")
                        .contains("nexthop via fd00:1::1 dev eth1 weight 2"));
    }

    @Test
    void sixRouteBecomesAnotherKindOfRoute() {
        lab.ip("-6 route add fd99::/64 table 330 via fd00:1::1");
        Route r = routes(10, 330).getFirst();
        assertApplied(
                new Operation.Change(r, r.withNexthops(List.of()).withType(RouteType.UNREACHABLE)));
        assertTrue(routeText("-6 route show table 330").startsWith("unreachable fd99::/64 dev lo"));
        Route other = routes(10, 330).getFirst();
        assertApplied(new Operation.Change(other, other.withMetric(5)));
        assertTrue(routeText("-6 route show table 330").contains("metric 5 "));
        assertApplied(new Operation.Delete(routes(10, 330).getFirst()));
        assertEquals("", lab.ip("-6 route show table 330"));
    }

    @Test
    void appendedSixLegJoinsTheRoute() {
        lab.ip("-6 route add fd99::/64 table 340 via fd00:1::1");
        Route r = routes(10, 340).getFirst();
        Route leg =
                r.withNexthops(List.of(Nexthop.via(IpAddress.parse("fd00:0::1").orElseThrow(), 0)));
        assertApplied(new Operation.Create(leg, Operation.Placement.LAST));
        assertEquals(2, routes(10, 340).getFirst().nexthops().size());
    }

    @Test
    void groupMembersAndGatewayAreReplaced() {
        lab.ip("nexthop add id 100 via 10.0.0.1 dev eth0");
        lab.ip("nexthop add id 101 via 10.0.1.1 dev eth1");
        lab.ip("nexthop add id 102 group 100/101");
        lab.ip("route add default table 350 nhid 102");
        NexthopObject group = nexthop(102);
        NexthopObject single = nexthop(100);
        assertApplied(
                new Operation.Change(
                        group,
                        group.withMembers(
                                List.of(
                                        new NexthopObject.Member(100, 1000),
                                        new NexthopObject.Member(101, 1)))),
                new Operation.Change(
                        single, single.withGateway(IpAddress.parse("10.0.0.9").orElseThrow())));
        assertEquals(1000, nexthop(102).members().getFirst().weight());
        assertEquals("10.0.0.9", nexthop(100).gateway().orElseThrow().toString());
        assertEquals(1, routes(2, 350).size());
    }

    private NexthopObject nexthop(long id) {
        return wire.dump(Rtnetlink.RTM_GETNEXTHOP, 0).stream()
                .map(NexthopObject.class::cast)
                .filter(n -> n.id() == id)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void linkIsRenamedAndDescribed() {
        lab.ip("link add rw0 type veth peer name rw1");
        Link link = link("rw0");
        Link next =
                link.with(3, Bytes.text("rw2"))
                        .with(20, Bytes.text("to the office"))
                        .with(4, Bytes.u32(1400))
                        .withUp(true);
        assertApplied(new Operation.Change(link, next));
        String text = lab.ip("-d link show rw2");
        assertTrue(
                text.contains("mtu 1400")
                        && text.contains("alias to the office")
                        && text.contains("UP"),
                text);
        Message.Outcome outcome = wire.apply(new Operation.Delete(link("rw2")));
        assertTrue(
                outcome instanceof Message.Rejected r && r.words().contains("only VRF"),
                outcome::toString);
        lab.ip("link del rw2");
    }

    private Link link(String name) {
        return wire.dump(Rtnetlink.RTM_GETLINK, 0).stream()
                .map(Link.class::cast)
                .filter(l -> l.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void staleBeforeIsAConflictThatShowsThePresentObject() {
        lab.ip("route add 172.16.0.0/16 table 360 via 10.0.0.1");
        Route old = routes(2, 360).getFirst();
        lab.ip("route replace 172.16.0.0/16 table 360 via 10.0.1.1");
        Message.Outcome outcome =
                wire.apply(
                        new Operation.Create(old.withTable(361)),
                        new Operation.Change(old, old.withProtocol(42)));
        Message.Conflict conflict = assertInstanceOf(Message.Conflict.class, outcome);
        assertEquals(1, conflict.operation());
        assertEquals(routes(2, 360).getFirst().payload(), conflict.present().from(16));
        lab.ip("route del 172.16.0.0/16 table 360");
        Message.Conflict gone =
                assertInstanceOf(Message.Conflict.class, wire.apply(new Operation.Delete(old)));
        assertEquals(0, gone.present().length());
        assertEquals(
                "",
                lab.ip("route show table all")
                        .lines()
                        .filter(l -> l.contains("361"))
                        .collect(Collectors.joining()));
    }

    @Test
    void unknownAttributesPassOnlyUnchanged() {
        lab.ip("route add 172.16.0.0/16 table 370 encap ip id 7 dst 10.0.0.1 dev eth0");
        Route route = routes(2, 370).getFirst();
        assertApplied(new Operation.Change(route, route.withTable(371)));
        Route moved = routes(2, 371).getFirst();
        assertEquals(
                route.attributes().find(Rtnetlink.RTA_ENCAP),
                moved.attributes().find(Rtnetlink.RTA_ENCAP));
        Message.Outcome outcome = wire.apply(new Operation.Create(moved.withTable(372)));
        assertInstanceOf(Message.Rejected.class, outcome, outcome::toString);
        Message.Outcome strange =
                wire.apply(
                        new Operation.Change(moved, moved.with(Rtnetlink.RTA_MARK, Bytes.u32(1))));
        assertInstanceOf(Message.Rejected.class, strange, strange::toString);
    }

    @Test
    void namesAndSysctlsAreWrittenAndHeldAgainstThePresent() throws IOException {
        assertApplied(
                new Operation.Name(1234, "", "isp2"),
                new Operation.Sysctl("net/ipv4/fib_multipath_hash_policy", "0", "1"));
        assertTrue(
                Files.readString(lab.names().resolve("rt_tables.d/routewright.conf"))
                        .contains("1234\tisp2\n"));
        Message.Names names = (Message.Names) wire.call(new Message.GetNames());
        assertTrue(
                names.names().stream()
                        .anyMatch(
                                n -> n.isOwn() && n.name().equals("isp2") && n.tableId() == 1234));
        Message.Sysctls sysctls = (Message.Sysctls) wire.call(new Message.GetSysctls());
        assertEquals("1", sysctls.values().get("net/ipv4/fib_multipath_hash_policy"));
        assertInstanceOf(Message.Conflict.class, wire.apply(new Operation.Name(1234, "", "isp3")));
        assertInstanceOf(Message.Rejected.class, wire.apply(new Operation.Name(1235, "", "isp2")));
        assertInstanceOf(Message.Rejected.class, wire.apply(new Operation.Name(1235, "", "100")));
        assertInstanceOf(
                Message.Rejected.class,
                wire.apply(new Operation.Sysctl("kernel/hostname", "", "1")));
        assertApplied(
                new Operation.Name(1234, "isp2", ""),
                new Operation.Sysctl("net/ipv4/fib_multipath_hash_policy", "1", "0"));
        assertFalse(Files.exists(lab.names().resolve("rt_tables.d/routewright.conf")));
    }
}
