package io.routewright.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.routewright.daemon.lab.Lab;
import io.routewright.daemon.lab.Wire;
import io.routewright.netlink.IpAddress;
import io.routewright.netlink.Link;
import io.routewright.netlink.Nexthop;
import io.routewright.netlink.Prefix;
import io.routewright.netlink.Route;
import io.routewright.netlink.Rtnetlink;
import io.routewright.protocol.Message;
import io.routewright.protocol.Operation;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.List;

/// VRFs made, filled, emptied and taken away; on a kernel that has them.
@Tag("vrf")
final class VrfKernelTest {
    private static final int INDEX = 7001;

    private Lab lab;
    private Wire wire;

    @BeforeEach
    void open() {
        lab = Lab.open();
        wire = Wire.open(lab.socket());
        lab.ip("route add 172.16.0.0/12 via 10.0.1.1 proto static metric 50");
        lab.ip("-6 route add fd99::/64 via fd00:1::1 proto static");
        lab.ip("route add 172.30.0.0/16 nexthop via 10.0.0.1 nexthop via 10.0.1.1");
        lab.ip("nexthop add id 10 via 10.0.1.1 dev eth1");
        lab.ip("nexthop add id 11 via 10.0.0.1 dev eth0");
        lab.ip("nexthop add id 20 group 10,3/11,7");
        lab.ip("route add 172.19.0.0/16 nhid 20");
    }

    @AfterEach
    void close() {
        wire.close();
        lab.close();
    }

    private Link link(String name) {
        return wire.dump(Rtnetlink.RTM_GETLINK, 0).stream()
                .map(Link.class::cast)
                .filter(l -> l.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Link vrf() {
        return Link.newVrf(INDEX, "vrf-blue", 1001).withUp(true);
    }

    private static Route inVrf(String prefix, String gateway) {
        return Route.to(Prefix.parse(prefix).orElseThrow(), 1001)
                .withNexthops(List.of(Nexthop.via(IpAddress.parse(gateway).orElseThrow(), 0)));
    }

    private void assertApplied(Operation... operations) {
        Message.Outcome outcome = wire.apply(operations);
        assertInstanceOf(Message.Applied.class, outcome, outcome::toString);
    }

    @Test
    void vrfIsOffered() {
        Message.Welcome welcome =
                assertInstanceOf(Message.Welcome.class, Wire.connect(lab.socket()).hello());
        assertTrue(welcome.features().contains("vrf"), welcome::toString);
    }

    @Test
    void linkMovesInAndOutWithAddressesAndNexthops() {
        Link eth1 = link("eth1");
        Route inside =
                inVrf("0.0.0.0/0", "10.0.1.1")
                        .with(Rtnetlink.RTA_OIF, io.routewright.netlink.Bytes.u32(eth1.ifindex()));
        assertApplied(
                new Operation.Create(vrf()),
                new Operation.Change(eth1, eth1.withMaster(INDEX)),
                new Operation.Create(inside));
        assertTrue(lab.ip("-d link show vrf-blue").contains("vrf table 1001"));
        assertTrue(lab.ip("link show eth1").contains("master vrf-blue"));
        String addresses = lab.ip("-o addr show eth1");
        assertTrue(
                addresses.contains("10.0.1.2/24") && addresses.contains("fd00:1::2/64"), addresses);
        assertTrue(lab.ip("route show table 1001").contains("default via 10.0.1.1 dev eth1"));
        assertTrue(lab.ip("nexthop").contains("id 10 via 10.0.1.1 dev eth1"), lab.ip("nexthop"));
        assertTrue(lab.ip("nexthop").contains("group 10,3/11,7"), lab.ip("nexthop"));
        assertTrue(lab.ip("-4 rule").contains("l3mdev") && lab.ip("-6 rule").contains("l3mdev"));
        Link back = link("eth1");
        assertApplied(
                new Operation.Change(back, back.withMaster(0)),
                new Operation.Delete(link("vrf-blue")));
        assertTrue(lab.ip("-o addr show eth1").contains("fd00:1::2/64"));
        assertTrue(lab.ip("nexthop").contains("group 10,3/11,7"));
        assertFalse(lab.ip("link").contains("vrf-blue"));
    }

    @Test
    void deletingTheVrfKeepsItsPortsAddresses() {
        Link eth1 = link("eth1");
        assertApplied(
                new Operation.Create(vrf()), new Operation.Change(eth1, eth1.withMaster(INDEX)));
        assertApplied(new Operation.Delete(link("vrf-blue")));
        assertTrue(lab.ip("-o addr show eth1").contains("fd00:1::2/64"));
    }

    @Test
    void refusalAfterTheMoveLeavesAllAsItWas() {
        String before = lab.state();
        Link eth1 = link("eth1");
        Message.Outcome outcome =
                wire.apply(
                        new Operation.Create(vrf()),
                        new Operation.Change(eth1, eth1.withMaster(INDEX)),
                        new Operation.Create(inVrf("198.18.0.0/15", "203.0.113.9")));
        Message.RolledBack back =
                assertInstanceOf(Message.RolledBack.class, outcome, outcome::toString);
        assertEquals(2, back.operation());
        assertEquals(List.of(), back.notUndone());
        lab.assertState(before);
        assertApplied(new Operation.Create(vrf()));
        assertTrue(lab.ip("-4 rule").contains("l3mdev") && lab.ip("-6 rule").contains("l3mdev"));
    }

    @Test
    void refusalAfterDeletingAVrfBringsItBack() {
        Link eth1 = link("eth1");
        assertApplied(
                new Operation.Create(vrf()),
                new Operation.Change(eth1, eth1.withMaster(INDEX)),
                new Operation.Create(inVrf("0.0.0.0/0", "10.0.1.1")));
        String before = lab.state();
        Message.Outcome outcome =
                wire.apply(
                        new Operation.Delete(link("vrf-blue")),
                        new Operation.Create(inVrf("198.18.0.0/15", "203.0.113.9").withTable(254)));
        Message.RolledBack back =
                assertInstanceOf(Message.RolledBack.class, outcome, outcome::toString);
        assertEquals(List.of(), back.notUndone(), outcome::toString);
        lab.assertState(withoutHardwareAddress(before));
    }

    /// A VRF made anew has a new random address.
    private String withoutHardwareAddress(String before) {
        String now = lab.ip("-o link show vrf-blue").replaceAll("(?s).*link/ether (\\S+).*", "$1");
        return before.replaceAll("(vrf-blue:.*link/(?:\\[1\\]|ether) )\\S+", "$1" + now);
    }

    @Test
    void takenIndexOrNameIsAConflict() {
        assertApplied(new Operation.Create(vrf()));
        assertInstanceOf(Message.Conflict.class, wire.apply(new Operation.Create(vrf())));
        assertInstanceOf(
                Message.Conflict.class,
                wire.apply(new Operation.Create(Link.newVrf(7002, "vrf-blue", 1002))));
    }
}
