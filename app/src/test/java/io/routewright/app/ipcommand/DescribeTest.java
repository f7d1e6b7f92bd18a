package io.routewright.app.ipcommand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.routewright.app.describe.Describe;
import io.routewright.app.describe.Field;
import io.routewright.app.describe.Fields;
import io.routewright.app.staging.Difference;
import io.routewright.app.staging.Differences;
import io.routewright.app.staging.Order;
import io.routewright.app.store.Snapshot;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.Rule;
import io.routewright.protocol.Operation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/// Objects and operations in words; they are written as commands here, for brevity.
class DescribeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rule add pref 9 from 192.168.1.100 lookup isp2 "
                        + "| Add rule 9: from 192.168.1.100 → table isp2",
                "rule add pref 9 not fwmark 1/255 iif lo goto 10 "
                        + "| Add rule 9: not fwmark 0x1/0xff iif lo → go to 10",
                "rule add pref 9 lookup main sup_pl 0 "
                        + "| Add rule 9: from all → table main, unless the prefix is 0 or shorter",
                "rule add pref 9 l3mdev | Add rule 9: l3mdev → table of the VRF",
                "rule del pref 10010 | Delete rule 10010: from 192.168.1.100 → table isp2",
                "route add 10.0.0.0/8 via 10.0.1.1 table isp2 "
                        + "| Add route 10.0.0.0/8 via 10.0.1.1 dev eth1 in table isp2",
                "route add unreachable default table 5 "
                        + "| Add route unreachable default in table 5",
                "route add 10.9.0.0/16 nexthop via 192.168.1.1 nexthop via 10.0.1.1 weight 2 "
                        + "| Add route 10.9.0.0/16 via 192.168.1.1 dev eth0 weight 1, "
                        + "via 10.0.1.1 dev eth1 weight 2",
                "route add 10.9.0.0/16 nhid 3 | Add route 10.9.0.0/16 nexthop object 3",
                "nexthop add id 9 via 10.0.1.1 dev eth1 | Add nexthop 9 via 10.0.1.1 dev eth1",
                "nexthop replace id 3 group 1,2/2 "
                        + "| Change nexthop 3 group of 1 weight 1, 2 weight 1",
                "link add vrf-red type vrf table 1002 | Add VRF vrf-red in table 1002 down",
                "link set eth1 master vrf-blue | Change interface eth1 up",
                "addr add 10.5.0.1/24 dev eth0 | Add address 10.5.0.1/24 on eth0",
                "addr add 10.5.0.1 peer 10.5.0.2/32 dev eth0 "
                        + "| Add address 10.5.0.1 peer 10.5.0.2/32 on eth0",
            })
    void sentence(String command, String expected) {
        Parsed parsed = IpParser.parse(command, IpParserTest.host());
        assertEquals(List.of(), parsed.errors());
        assertEquals(expected, Describe.operation(parsed.operations().getFirst(), parsed.after()));
    }

    @Test
    void fieldsListEveryAttributeTheUnknownOnesToo() {
        Rule rule =
                (Rule)
                        ((Operation.Create)
                                        IpParser.parse(
                                                        "rule add pref 9 ipproto tcp dport 443"
                                                                + " lookup isp2",
                                                        IpParserTest.host())
                                                .operations()
                                                .getFirst())
                                .after();
        List<Field> fields = Fields.of(rule.with(77, Bytes.u16be(0x1234)), IpParserTest.host());
        assertTrue(fields.contains(new Field("table", "Table", "isp2 (100)", "100")));
        assertTrue(fields.contains(new Field("ipProtocol", "IP protocol", "tcp (6)", "06")));
        assertTrue(fields.contains(new Field("attribute.77", "Attribute 77", "1234", "1234")));
        assertTrue(
                fields.stream()
                        .anyMatch(f ->
                                f.label().equals("Destination port") && f.value().equals("443")));
    }

    @Test
    void differencesAreTheFieldsThatChange() {
        Snapshot host = IpParserTest.host();
        Operation change =
                IpParser.parse(
                                "route replace 10.50.0.0/16 via 10.0.1.9 table isp2 mtu lock 1300",
                                host)
                        .operations()
                        .getFirst();
        assertEquals(
                List.of(
                        new Difference("origin", "Origin", "static (4)", "boot (3)"),
                        new Difference("gateway", "Gateway", "10.0.1.1", "10.0.1.9"),
                        new Difference("metric.mtu", "mtu", "", "1300 (locked)"),
                        new Difference("metric.lock", "lock", "", "0x4")),
                Differences.of(change, host));
    }

    @Test
    void orderOfWorkTakesLeaningObjectsLastAndFirst() {
        Snapshot host = IpParserTest.host();
        Parsed parsed =
                IpParser.parse(
                        """
                        rule add pref 5 lookup 500
                        route add default via 10.99.0.1 table 500
                        route add 10.99.0.0/24 dev eth0
                        nexthop del id 3
                        route del 10.70.0.0/16
                        rule del pref 10010
                        addr add 10.98.0.1/24 dev eth0
                        link add vrf-red type vrf table 1002
                        """,
                        host);
        assertEquals(List.of(), parsed.errors());
        assertEquals(
                List.of(
                        "Delete rule 10010: from 192.168.1.100 → table isp2",
                        "Delete route 10.70.0.0/16 nexthop object 3",
                        "Add VRF vrf-red in table 1002 down",
                        "Add address 10.98.0.1/24 on eth0",
                        "Add route 10.99.0.0/24 dev eth0",
                        "Add route default via 10.99.0.1 in table 500",
                        "Add rule 5: from all → table 500",
                        "Delete nexthop 3 group of 1 weight 1, 2 weight 1"),
                Order.of(parsed.operations()).stream()
                        .map(op -> Describe.operation(op, parsed.after()))
                        .toList());
    }
}
