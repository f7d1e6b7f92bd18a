package io.routewright.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.routewright.daemon.lab.Lab;
import io.routewright.daemon.lab.Wire;
import io.routewright.netlink.Address;
import io.routewright.netlink.IpAddress;
import io.routewright.netlink.Link;
import io.routewright.netlink.Nexthop;
import io.routewright.netlink.NexthopObject;
import io.routewright.netlink.Prefix;
import io.routewright.netlink.Route;
import io.routewright.netlink.Rtnetlink;
import io.routewright.protocol.Message;
import io.routewright.protocol.Operation;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/// What the kernel drops silently comes back with an undo, and stays gone with a success.
final class SideEffectsKernelTest {
    private Lab lab;
    private Wire wire;

    @BeforeEach
    void open() {
        lab = Lab.open();
        wire = Wire.open(lab.socket());
        lab.ip("route add 172.16.0.0/16 via 10.0.1.1");
        lab.ip("route add 172.17.0.0/16 via 10.0.1.1 table 100");
        lab.ip("route add 172.17.0.0/16 via 10.0.0.1 table 100 metric 5");
        lab.ip("route add 172.18.0.0/16 via 10.0.0.1 table 100");
        lab.ip("route append 172.18.0.0/16 via 10.0.1.1 table 100");
        lab.ip("route append 172.18.0.0/16 via 10.0.0.1 table 100 proto bird");
        lab.ip("-6 route add fd99::/64 via fd00:1::1");
        lab.ip("-6 route add fd98::/64 via fd00:1::1 src fd00:1::2 table 100");
        lab.ip("nexthop add id 10 via 10.0.1.1 dev eth1");
        lab.ip("nexthop add id 11 via 10.0.0.1 dev eth0");
        lab.ip("nexthop add id 20 group 10,3/11,7");
        lab.ip("route add 172.19.0.0/16 nhid 10");
        lab.ip("route add 172.20.0.0/16 nhid 20");
        lab.ip("route add 172.21.0.0/16 nexthop via 10.0.0.1 weight 3 nexthop via 10.0.1.1");
        lab.ip("addr add 10.0.1.3/24 dev eth1");
        lab.ip("addr add 10.0.1.4/24 dev eth1");
        lab.ip("addr add 2001:db8::9/64 dev eth1 nodad");
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

    private Address address(String prefix) {
        return wire.dump(Rtnetlink.RTM_GETADDR, 0).stream()
                .map(Address.class::cast)
                .filter(a -> a.local().equals(Prefix.parse(prefix).orElseThrow()))
                .findFirst()
                .orElseThrow();
    }

    private NexthopObject nexthop(long id) {
        return wire.dump(Rtnetlink.RTM_GETNEXTHOP, 0).stream()
                .map(NexthopObject.class::cast)
                .filter(n -> n.id() == id)
                .findFirst()
                .orElseThrow();
    }

    /// A route no kernel takes.
    private static Operation impossible() {
        Route r = Route.to(Prefix.parse("198.18.0.0/15").orElseThrow(), 254);
        return new Operation.Create(
                r.withNexthops(
                        List.of(Nexthop.via(IpAddress.parse("203.0.113.9").orElseThrow(), 0))));
    }

    private void assertUndone(Operation operation) {
        String before = lab.state();
        Message.Outcome outcome = wire.apply(operation, impossible());
        Message.RolledBack back = assertInstanceOf(Message.RolledBack.class, outcome);
        assertEquals(List.of(), back.notUndone(), outcome::toString);
        assertEquals(1, back.operation(), outcome::toString);
        assertEquals(101, back.errno());
        assertTrue(back.words().contains("invalid gateway"), back.words());
        assertEquals(1, back.undone());
        lab.assertState(before);
    }

    @Test
    void linkDownIsUndoneWithAllItTook() {
        Link eth1 = link("eth1");
        assertUndone(new Operation.Change(eth1, eth1.withUp(false)));
    }

    @Test
    void primaryAddressIsUndoneBeforeItsSecondaries() {
        assertUndone(new Operation.Delete(address("10.0.1.2/24")));
    }

    @Test
    void sixAddressIsUndone() {
        assertUndone(new Operation.Delete(address("fd00:1::2/64")));
    }

    @Test
    void nexthopObjectIsUndoneWithGroupAndRoutes() throws IOException {
        String before = lab.state();
        Files.writeString(lab.names().resolve("rt_tables.d"), "in the way");
        Message.Outcome outcome =
                wire.apply(new Operation.Delete(nexthop(10)), new Operation.Name(100, "", "isp2"));
        Message.RolledBack back = assertInstanceOf(Message.RolledBack.class, outcome);
        assertEquals(1, back.operation());
        assertEquals(1, back.undone());
        lab.assertState(before);
    }

    @Test
    void mtuIsUndone() {
        Link eth1 = link("eth1");
        assertUndone(
                new Operation.Change(eth1, eth1.with(4, io.routewright.netlink.Bytes.u32(1400))));
    }

    @Test
    void linkDownAndUpAsAskedTakesWhatTheKernelTakes() {
        Link eth1 = link("eth1");
        Message.Outcome outcome = wire.apply(new Operation.Change(eth1, eth1.withUp(false)));
        assertInstanceOf(Message.Applied.class, outcome, outcome::toString);
        assertFalse(lab.ip("link show eth1").contains("UP,"));
        assertFalse(lab.ip("route show table all").contains("172.16."));
        Link down = link("eth1");
        assertInstanceOf(
                Message.Applied.class, wire.apply(new Operation.Change(down, down.withUp(true))));
        assertTrue(lab.ip("link show eth1").contains("UP"));
    }

    @Test
    void deletingThePrimaryLeavesSecondariesAndRoutes() {
        assertInstanceOf(
                Message.Applied.class, wire.apply(new Operation.Delete(address("10.0.1.2/24"))));
        String addresses = lab.ip("-4 -o addr show dev eth1");
        assertFalse(addresses.contains("10.0.1.2/"), addresses);
        assertTrue(
                addresses.contains("10.0.1.3/24") && addresses.contains("10.0.1.4/24"), addresses);
        String routes = lab.ip("route show table all");
        assertTrue(routes.contains("172.16.0.0/16 via 10.0.1.1"), routes);
        assertTrue(routes.contains("172.21.0.0/16"), routes);
    }
}
