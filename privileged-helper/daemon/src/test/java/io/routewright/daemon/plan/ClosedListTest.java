package io.routewright.daemon.plan;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.routewright.daemon.names.NameFiles;
import io.routewright.daemon.names.OwnNames;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.Family;
import io.routewright.netlink.FibRulesH;
import io.routewright.netlink.Link;
import io.routewright.netlink.Prefix;
import io.routewright.netlink.Route;
import io.routewright.netlink.Rtnetlink;
import io.routewright.netlink.Rule;
import io.routewright.protocol.Message;
import io.routewright.protocol.Operation;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;

final class ClosedListTest {
    private static final Rule RULE = Rule.lookup(Family.INET, 100, 100);
    private static final Route ROUTE = Route.to(Prefix.parse("10.1.0.0/16").orElseThrow(), 100);

    private final ClosedList list =
            new ClosedList(new OwnNames(new NameFiles(Path.of("/nonexistent"))));

    private void assertRejected(String words, Operation operation) {
        List<Operation> all = List.of(new Operation.Create(RULE), operation);
        Refused refused = assertThrows(Refused.class, () -> list.check(all), words);
        Message.Rejected r = assertInstanceOf(Message.Rejected.class, refused.outcome());
        assertEquals(1, r.operation());
        assertTrue(r.words().contains(words), r.words());
    }

    private void assertPasses(Operation operation) {
        assertDoesNotThrow(() -> list.check(List.of(operation)));
    }

    @Test
    void rulesAreHeldAgainstTheirRanges() {
        Bytes everyPort = Bytes.join(Bytes.u16(0), Bytes.u16(65535));
        assertRejected(
                "sport", new Operation.Create(RULE.with(FibRulesH.FRA_SPORT_RANGE, everyPort)));
        assertRejected(
                "dscp must be 0 to 63",
                new Operation.Create(RULE.with(FibRulesH.FRA_DSCP, Bytes.u8(64))));
        assertRejected(
                "iif", new Operation.Create(RULE.with(FibRulesH.FRA_IIFNAME, Bytes.text("a b"))));
        assertRejected(
                "iif",
                new Operation.Create(
                        RULE.with(FibRulesH.FRA_IIFNAME, Bytes.text("sixteen-letters-"))));
        assertRejected(
                "fwmark must have 4",
                new Operation.Create(RULE.with(FibRulesH.FRA_FWMARK, Bytes.u8(1))));
        assertRejected("needs a table", new Operation.Create(RULE.withTable(0)));
        assertRejected("rule action 5", new Operation.Create(RULE.withAction(5)));
        assertRejected(
                "goto",
                new Operation.Create(RULE.withAction(2).with(FibRulesH.FRA_GOTO, Bytes.u32(50))));
        assertRejected("attribute 77", new Operation.Create(RULE.with(77, Bytes.u32(1))));
        assertRejected("ECN", new Operation.Create(RULE.withTos(3)));
        assertPasses(new Operation.Create(RULE.with(FibRulesH.FRA_IIFNAME, Bytes.text("eth0.10"))));
    }

    @Test
    void routesAreHeldAgainstTheirRanges() {
        assertRejected(
                "behind its prefix length",
                new Operation.Create(
                        ROUTE.withDestination(Prefix.parse("10.1.2.3/16").orElseThrow())));
        assertRejected(
                "mtu must be",
                new Operation.Create(ROUTE.withMetricValue(Rtnetlink.RTAX_MTU, 70_000)));
        assertRejected("number 40", new Operation.Create(ROUTE.withMetricValue(40, 1)));
        assertRejected(
                "attribute 20", new Operation.Create(ROUTE.with(Rtnetlink.RTA_PREF, Bytes.u8(1))));
        assertRejected(
                "via must have 4",
                new Operation.Create(ROUTE.with(Rtnetlink.RTA_GATEWAY, Bytes.u64(1))));
        assertRejected(
                "cannot be read",
                new Operation.Create(ROUTE.with(Rtnetlink.RTA_MULTIPATH, Bytes.u64(3))));
        assertRejected("table", new Operation.Create(ROUTE.withTable(0)));
        assertPasses(new Operation.Create(ROUTE));
    }

    @Test
    void onlyVrfsAreMadeAndDeleted() {
        Link vrf = Link.newVrf(7, "blue", 10);
        Link nameless = Link.newVrf(7, "", 10);
        assertPasses(new Operation.Create(vrf));
        assertPasses(new Operation.Delete(vrf));
        assertRejected("name", new Operation.Create(nameless));
        Link bare = new Link(vrf.header(), vrf.attributes().only(3));
        assertRejected("only VRF", new Operation.Create(bare));
        assertRejected("only VRF", new Operation.Delete(bare));
        assertRejected(
                "not one this helper may set", new Operation.Create(vrf.with(19, Bytes.u32(1))));
        assertRejected(
                "not one this helper may set",
                new Operation.Change(vrf, vrf.with(13, Bytes.u32(1))));
        assertRejected("mtu", new Operation.Change(vrf, vrf.with(4, Bytes.u8(1))));
        assertPasses(new Operation.Change(vrf, vrf.withUp(true).withMaster(3)));
    }

    @Test
    void namesAndSysctlsAreHeldAgainstTheirLists() {
        assertRejected("number", new Operation.Name(7, "", "0x10"));
        assertRejected("ASCII", new Operation.Name(7, "", "two words"));
        assertRejected("ASCII", new Operation.Name(7, "", "new\nline"));
        assertRejected("already the name of table 254", new Operation.Name(7, "", "main"));
        assertRejected("cannot be named", new Operation.Name(254, "", "x"));
        assertRejected(
                "not a routing sysctl",
                new Operation.Sysctl("net/ipv4/conf/../../../kernel/panic", "", "1"));
        assertRejected(
                "not a routing sysctl",
                new Operation.Sysctl("net/ipv4/conf/eth0/log_martians", "", "1"));
        assertRejected("one number", new Operation.Sysctl("net/ipv4/ip_forward", "0", "1\n1"));
        assertPasses(new Operation.Sysctl("net/ipv4/conf/eth0.10/rp_filter", "0", "2"));
        assertPasses(new Operation.Name(7, "", "isp2"));
    }
}
