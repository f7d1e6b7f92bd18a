package io.routewright.app.ipcommand;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.routewright.app.staging.Finding;
import io.routewright.app.staging.Machine;
import io.routewright.app.staging.Validation;
import io.routewright.app.store.Kernel;
import io.routewright.app.store.Snapshot;
import io.routewright.netlink.Family;
import io.routewright.netlink.NexthopObject;
import io.routewright.netlink.Prefix;
import io.routewright.netlink.Route;
import io.routewright.protocol.Operation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What is said about intended changes; they are written as commands here, for brevity.
class ValidationTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "route add 10.1.0.0/16 via 10.0.1.1 | ''",
                "route add 10.1.0.0/16 dev off | ERROR interface",
                "route add 10.1.0.0/16 dev dark | WARNING interface",
                "route add 10.1.0.0/16 via 10.0.1.1 dev eth0 | ERROR gateway",
                "route add 10.1.0.0/16 via 8.8.8.8 | ERROR gateway",
                "route add 10.1.0.0/16 via 8.8.8.8 dev eth0 onlink | ''",
                "route add 10.1.0.0/16 via 10.0.1.2 dev eth1 | ERROR gateway",
                "route add 10.1.0.0/16 via 10.0.1.1 src 9.9.9.9 | ERROR preferredSource",
                "route add 10.1.0.0/16 via 10.0.1.1 src 10.0.1.2 | ''",
                "route add 10.1.0.0/16 nhid 99 | ERROR nexthopId",
                "route add 10.1.0.0/16 nhid 3 | ''",
                "-6 route add fd01::/64 nhid 1 | ERROR nexthopId",
                "route add 10.1.0.0/16 via 10.0.1.1 tos 0x40 | WARNING tos",
                "-6 route add fd01::/64 via fe80::1 | ERROR gateway",
                "-6 route add fd01::/64 via fe80::1 dev eth0 | ''",
                "-6 route add fd01::/64 nexthop via fd00:1::1 nexthop dev eth1 | ERROR gateway",
                "route add default via 10.0.1.1 metric 100 | ERROR destination",
                "route append default via 10.0.1.1 metric 100 | WARNING destination",
                "route replace default via 10.0.1.1 metric 100 | ''",
                "-6 route add fd77::/64 dev eth0 | ERROR destination",
                "route add 10.1.0.0/16 via 10.0.1.1 vrf vrf-blue | WARNING table",
                "route add 10.1.0.0/16 dev lan | WARNING table",
                "route add 10.1.0.0/16 dev lan vrf vrf-blue | ''",
                "rule add pref 5 from 10.1.0.0/16 lookup 4711 | WARNING table",
                "rule add pref 5 from 10.1.0.0/16 lookup isp2 | ''",
                "rule add pref 0 from 10.1.0.0/16 lookup isp2 | WARNING priority",
                "rule add pref 5 iif nope lookup isp2 | WARNING iif",
                "rule add pref 50 goto 40 | ERROR goto",
                "rule add pref 50 goto 60 | WARNING goto",
                "rule add pref 50 goto 10010 | ''",
                "rule add pref 5 sport 20-10 lookup isp2 | ERROR sourcePorts",
                "rule add pref 5 dport 0 lookup isp2 | ERROR destinationPorts",
                "rule add pref 5 tos 0x40 lookup isp2 | ERROR tos",
                "rule add pref 5 tos 0x10 dscp 4 lookup isp2 | ERROR dscp",
                "rule add pref 5 from 10.1.2.3/8 lookup isp2 | NOTE from",
                "rule add pref 10010 from 192.168.1.100 lookup isp2 | ERROR priority",
                "rule add pref 10010 not from 192.168.1.100 lookup isp2 | ERROR priority",
                "rule add pref 9 from 192.168.1.100 lookup isp2 | WARNING priority",
                "rule del pref 32766 | WARNING table",
                "nexthop add id 1 via 10.0.1.1 dev eth1 | ERROR nexthopId",
                "nexthop add id 9 via 10.0.1.1 dev eth1 | ''",
                "nexthop add id 9 via 10.0.1.1 dev eth0 | ERROR gateway",
                "nexthop add id 9 dev dark | ERROR interface",
                "nexthop add id 9 group 1/1 | ERROR member",
                "nexthop add id 9 group 1/99 | ERROR member",
                "nexthop add id 9 group 3 | ERROR member",
                "nexthop replace id 1 group 2 | ERROR nexthopId",
                "nexthop del id 1 | WARNING member",
                "nexthop del id 3 | WARNING nexthopId",
                "link add vrf-red type vrf table 1002 | ''",
                "link add vrf-red type vrf table 1001 | WARNING vrfTable",
                "link add vrf-red type vrf table isp2 | WARNING vrfTable",
                "link set lo master vrf-blue | ERROR master",
                "link set vrf-blue master vrf-blue | ERROR master",
                "link set eth1 master vrf-blue | NOTE master",
                "link set eth0 name eth1 | ERROR name",
                "link del eth1 | WARNING name ERROR name",
                "addr add 10.0.1.2/24 dev eth1 | ERROR address",
                "addr add 10.0.1.2/24 dev eth0 | WARNING address",
                "addr add 10.5.0.1/24 dev eth0 | ''",
                "addr del 10.0.1.2/24 dev eth1 | WARNING address",
            })
    void finds(String command, String expected) {
        Snapshot host = IpParserTest.host();
        Parsed parsed = IpParser.parse(command, host);
        assertEquals(List.of(), parsed.errors());
        List<Finding> found = Validation.of(parsed.operations().getFirst(), List.of(), host);
        String got =
                found.stream()
                        .map(f -> f.severity() + " " + f.field())
                        .collect(Collectors.joining(" "));
        assertEquals(expected, got, found::toString);
    }

    @Test
    void hostBitsComeWithTheCorrectedRoute() {
        Route r = Route.to(Prefix.parse("10.1.2.3/8").orElseThrow(), 254);
        Finding f =
                Validation.of(new Operation.Create(r), List.of(), IpParserTest.host()).getFirst();
        assertEquals("10.1.2.3/8 has bits set behind its prefix length.", f.sentence());
        assertEquals("Did you mean 10.0.0.0/8?", f.fix());
        assertEquals("10.0.0.0/8", ((Route) f.corrected().orElseThrow()).destination().toString());
    }

    @Test
    void aWeightIsJudgedByTheKernel() {
        NexthopObject group = NexthopObject.group(9, List.of(new NexthopObject.Member(1, 65536)));
        Operation add = new Operation.Create(group);
        assertEquals(List.of(), Validation.of(add, List.of(), IpParserTest.host()));
        Snapshot old =
                new Machine()
                        .with(new Kernel("6.1.0", Set.of("nexthop"), true))
                        .with(NexthopObject.withId(Family.INET, 1).withIfindex(2))
                        .snapshot();
        assertEquals(
                List.of("Weight 65536 is out of range: 1 to 256."),
                Validation.of(add, List.of(), old).stream().map(Finding::sentence).toList());
    }

    @Test
    void whatIsStagedTogetherIsJudgedTogether() {
        Snapshot host = IpParserTest.host();
        Parsed parsed =
                IpParser.parse(
                        """
                        addr add 10.99.0.2/24 dev eth0
                        route add default via 10.99.0.1 table 500
                        rule add pref 500 lookup 500
                        """,
                        host);
        assertEquals(List.of(), parsed.errors());
        assertEquals(Map.of(), Validation.ofAll(parsed.operations(), host));
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1, true",
        "10.0.0.256, false",
        "10.0.0, false",
        "fd00::1, false",
        "'', false",
    })
    void addressTexts(String text, boolean isFine) {
        assertEquals(isFine, Validation.addressText(text, Family.INET).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, true",
        "default, true",
        "10.0.0.1/8, false",
        "10.0.0.0/33, false",
        "fd00::/8, false",
    })
    void prefixTexts(String text, boolean isFine) {
        assertEquals(isFine, Validation.prefixText(text, Family.INET, true).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "isp3, true",
        "100, false",
        "0x64, false",
        "a b, false",
        "isp2, false",
        "main, false"
    })
    void tableNames(String name, boolean isFine) {
        assertEquals(isFine, Validation.tableName(500, name, IpParserTest.host()).isEmpty());
    }
}
