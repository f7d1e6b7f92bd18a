package io.routewright.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.routewright.daemon.lab.Lab;
import io.routewright.daemon.lab.Wire;
import io.routewright.netlink.Address;
import io.routewright.netlink.NexthopObject;
import io.routewright.netlink.Route;
import io.routewright.netlink.Rtnetlink;
import io.routewright.netlink.RtnetlinkObject;
import io.routewright.netlink.Rule;
import io.routewright.protocol.Message;
import io.routewright.protocol.Operation;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Objects are taken away and put back by change sets; `ip` outside says whether they are the same.
final class ApplyKernelTest {
    private Lab lab;
    private Wire wire;

    @BeforeEach
    void open() {
        lab = Lab.open();
        wire = Wire.open(lab.socket());
    }

    @AfterEach
    void close() {
        wire.close();
        lab.close();
    }

    private List<RtnetlinkObject> all() {
        List<RtnetlinkObject> found = new ArrayList<>();
        for (int family : new int[] {2, 10}) {
            found.addAll(wire.dump(Rtnetlink.RTM_GETRULE, family));
            found.addAll(wire.dump(Rtnetlink.RTM_GETROUTE, family));
        }
        found.addAll(wire.dump(Rtnetlink.RTM_GETNEXTHOP, 0));
        found.addAll(wire.dump(Rtnetlink.RTM_GETADDR, 0));
        return found;
    }

    private void assertApplied(Message.Outcome outcome) {
        assertInstanceOf(Message.Applied.class, outcome, outcome::toString);
    }

    /// Deletes all chosen objects in one set, creates them in another, and compares.
    private void assertComeBack(Predicate<RtnetlinkObject> chosen, int count) {
        String before = lab.state();
        List<RtnetlinkObject> objects = all().stream().filter(chosen).toList();
        assertEquals(count, objects.size());
        assertApplied(
                wire.apply(
                        objects.stream().map(o -> (Operation) new Operation.Delete(o)).toList()));
        assertEquals(0, all().stream().filter(chosen).count());
        assertApplied(
                wire.apply(
                        objects.stream()
                                .map(o ->
                                        (Operation)
                                                new Operation.Create(o, Operation.Placement.LAST))
                                .toList()));
        lab.assertState(before);
    }

    @Test
    void routesOfEveryTypeComeBackAsTheyWere() {
        int n = 0;
        for (String family : new String[] {"-4", "-6"}) {
            String net = family.equals("-4") ? "172.16." : "fd99:";
            for (String type : new String[] {"blackhole", "unreachable", "prohibit", "throw"}) {
                String prefix = family.equals("-4") ? net + n + ".0/24" : net + n + "::/64";
                lab.ip(
                        family
                                + " route add "
                                + type
                                + " "
                                + prefix
                                + " table 500 metric "
                                + (10 + n));
                n++;
            }
            String via = family.equals("-4") ? "10.0.1.1" : "fd00:1::1";
            String other = family.equals("-4") ? "10.0.0.1" : "fd00:0::1";
            lab.ip(family + " route add default via " + via + " table 500 proto static metric 7");
            lab.ip(
                    family
                            + " route add default dev eth1 table 600 mtu lock 1400 advmss 1300"
                            + " initcwnd 20 proto 42");
            lab.ip(
                    family
                            + " route add default table 700 nexthop via "
                            + via
                            + " weight 3 nexthop via "
                            + other
                            + " weight 200");
            n += 3;
        }
        lab.ip(
                "route add 172.20.0.0/16 via inet6 fd00:1::1 dev eth1 table 500 src 10.0.0.2 tos"
                        + " 0x10 realm 5");
        lab.ip("route append 172.20.0.0/16 via 10.0.0.1 table 500 tos 0x10 proto bird");
        lab.ip("route append 172.20.0.0/16 via 10.0.1.1 table 500 tos 0x10 onlink dev eth1");
        lab.ip("route add 172.30.0.1 dev eth0 table 4000000000 scope link");
        lab.ip("-6 route add fd77::/48 from fd78::/48 via fd00:1::1 table 500");
        assertComeBack(o -> o instanceof Route r && r.tableId() >= 500, n + 5);
    }

    @Test
    void rulesWithEverySelectorComeBackAsTheyWere() {
        String[] rules = {
            "from 10.1.0.0/16 lookup 100",
            "not from 10.8.0.0/16 lookup 100",
            "to 10.2.0.0/16 tos 0x10 lookup 100",
            "fwmark 0x1/0xff lookup 4000000000",
            "fwmark 0x7 lookup 100",
            "iif eth0 oif eth1 lookup 100",
            "iif nosuch lookup 100",
            "uidrange 1000-2000 lookup 100",
            "ipproto tcp sport 1024-65534 dport 443 lookup 100",
            "ipproto udp dport 53 lookup 100",
            "tun_id 7 lookup 100",
            "lookup main suppress_prefixlength 0",
            "lookup main suppress_ifgroup 5",
            "protocol 200 lookup 100",
            "from 10.3.0.0/16 blackhole",
            "from 10.4.0.0/16 unreachable",
            "from 10.5.0.0/16 prohibit",
            "goto 30000",
            "nop"
        };
        int n = 0;
        for (String rule : rules) {
            lab.ip("-4 rule add pref 5000 " + rule);
            lab.ip("-4 rule add pref " + (6000 + n++) + " " + rule);
            lab.ip(
                    "-6 rule add pref 5000 "
                            + rule.replaceAll("10\\.(\\d)\\.0\\.0/16", "fd1$1::/16"));
        }
        lab.ip("-4 rule add pref 5000 from 10.9.0.5/8 realms 3/4 lookup 100");
        assertComeBack(
                o -> o instanceof Rule r && r.priority() >= 5000 && r.priority() < 7000, 3 * n + 1);
    }

    @Test
    void nexthopObjectsGroupsAndTheirRoutesComeBackAsTheyWere() {
        lab.ip("nexthop add id 1 via 10.0.0.1 dev eth0");
        lab.ip("nexthop add id 2 via 10.0.1.1 dev eth1 proto static");
        lab.ip("nexthop add id 3 via fd00:1::1 dev eth1");
        lab.ip("nexthop add id 4 blackhole");
        lab.ip("nexthop add id 5 dev eth1");
        lab.ip("nexthop add id 6 via 10.9.9.9 dev eth1 onlink");
        lab.ip("nexthop add id 10 group 1,3/2,250");
        lab.ip(
                "nexthop add id 11 group 1/2 type resilient buckets 16 idle_timer 10"
                        + " unbalanced_timer 100");
        lab.ip("route add 172.16.0.0/16 nhid 10");
        lab.ip("route add 172.17.0.0/16 nhid 11 metric 50");
        lab.ip("route add 172.18.0.0/16 nhid 4");
        lab.ip("route add 172.19.0.0/16 nhid 3 table 100");
        lab.ip("-6 route add fd99::/64 nhid 3");
        assertComeBack(
                o -> o instanceof NexthopObject || (o instanceof Route r && r.nexthopId() != 0),
                13);
    }

    @Test
    void addressesComeBackAsTheyWere() {
        lab.ip("addr add 192.0.2.1/24 brd + dev eth0 label eth0:x scope link metric 77");
        lab.ip("addr add 203.0.113.1/24 dev eth0 noprefixroute");
        lab.ip("addr add 198.51.100.1 peer 198.51.100.2/32 dev eth1");
        lab.ip("addr add 2001:db8::1/64 dev eth1 nodad valid_lft 5000 preferred_lft 4000");
        lab.ip("addr add 2001:db8:1::1/64 dev eth1 nodad noprefixroute metric 9");
        assertComeBack(
                o -> o instanceof Address a && a.local().toString().matches("(192|198|203|2001).*"),
                5);
    }

    @Test
    void refusedOperationLeavesAllAsItWas() {
        lab.ip("rule add pref 5000 from 10.1.0.0/16 lookup 100");
        lab.ip("route add default via 10.0.1.1 table 100");
        String before = lab.state();
        List<RtnetlinkObject> now = all();
        RtnetlinkObject rule =
                now.stream()
                        .filter(o -> o instanceof Rule r && r.priority() == 5000)
                        .findFirst()
                        .orElseThrow();
        Route route =
                (Route)
                        now.stream()
                                .filter(o -> o instanceof Route r && r.tableId() == 100)
                                .findFirst()
                                .orElseThrow();
        Route bad =
                route.withTable(101)
                        .with(Rtnetlink.RTA_OIF, io.routewright.netlink.Bytes.u32(9999));
        Message.Outcome outcome =
                wire.apply(
                        new Operation.Delete(rule),
                        new Operation.Change(route, route.withMetric(5)),
                        new Operation.Create(bad));
        Message.RolledBack back = assertInstanceOf(Message.RolledBack.class, outcome);
        assertEquals(2, back.operation());
        assertEquals(101, back.errno());
        assertTrue(back.notUndone().isEmpty());
        lab.assertState(before);
    }
}
