package io.routewright.app.ipcommand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.routewright.app.staging.Finding;
import io.routewright.app.staging.Machine;
import io.routewright.app.staging.Validation;
import io.routewright.app.store.Snapshot;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/// What is said about commands that cannot be understood.
class IpParserErrorTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ip rout3 add 10.0.0.0/8 dev eth0 | rout3 | Did you mean “route”?",
                "ip route ad2 10.0.0.0/8 dev eth0 | ad2 | Did you mean “add”?",
                "ip route add 10.0.0.1/8 dev eth0 | 10.0.0.1/8 | Did you mean “10.0.0.0/8”?",
                "ip route add 10.0.0.0/8 dev ethO | ethO | Did you mean “eth0”?",
                "ip route add 10.0.0.0/8 dev eth0 tabel 5 | tabel | Did you mean “table”?",
                "ip route add 10.0.0.0/8 dev eth0 table ips2 | ips2 | Did you mean “isp2”?",
                "ip route add 10.0.0.0/8 dev eth0 table nowhere2 | nowhere2 "
                        + "| Use its number, or name a table “nowhere2” first.",
                "ip route add 10.0.0.0/8 dev eth0 table vrf-blue | vrf-blue "
                        + "| Did you mean “vrf vrf-blue”?",
                "ip route add defualt via 10.0.1.1 | defualt | Did you mean “default”?",
                "ip route add blackhle 10.0.0.0/8 | blackhle | Did you mean “blackhole”?",
                "ip route add 10.0.0/33 dev eth0 | 10.0.0/33 | ''",
                "ip route add 10.0.0.256 dev eth0 | 10.0.0.256 "
                        + "| An IPv4 address is four numbers from 0 to 255.",
                "ip route add 10.0.0.0/8 via fd00:1::1 | fd00:1::1 "
                        + "| Did you mean “via inet6 fd00:1::1”?",
                "ip -6 route add 10.0.0.0/8 dev eth0 | 10.0.0.0/8 "
                        + "| Use an address of the same family throughout.",
                "ip route add default nexthop via 10.0.1.1 weight 0 | 0 "
                        + "| Take the nexthop out instead of giving it no weight.",
                "ip route add default nexthop via 10.0.1.1 weight 257 | 257 | ''",
                "ip route add default nexthop via 10.0.1.1 table 5 | table "
                        + "| Options of the whole route go before the first nexthop.",
                "ip route add 10.0.0.0/8 via | via | ''",
                "ip route add via 10.0.1.1 | 10.0.1.1 | ''",
                "ip route add 10.0.0.0/8 via 10.0.1.1 encap mpls 20 | encap | ''",
                "ip route add 10.0.0.0/8 via 10.0.1.1 proto sttic | sttic | Did you mean “static”?",
                "ip route add 10.0.0.0/8 via 10.0.1.1 metric x | x | ''",
                "ip route change 10.99.0.0/16 via 10.0.1.1 | 10.99.0.0/16 | Use add or replace.",
                "ip route del 10.50.0.0/16 | 10.50.0.0/16 "
                        + "| There is: 10.50.0.0/16 via 10.0.1.1 dev eth1 in table isp2.",
                "ip route flush | flush | Say which table: ip route flush table N.",
                "ip rule add from 10.0.0.0/8 looup isp2 | looup | Did you mean “lookup”?",
                "ip rule add from 10.0.0.0/8 vrf vrf-blue | vrf | Did you mean “table 1001”?",
                "ip rule add l3mdev table 5 | add | ''",
                "ip rule flush | flush | Delete rules one by one.",
                "ip rule del prio 77 | del | ''",
                "ip rule del from 192.168.1.100 lookup 7 | del "
                        + "| There is: 10010: from 192.168.1.100 → table isp2.",
                "ip nexthop add id 9 group 1,0/2 | 1,0/2 "
                        + "| Take the nexthop out instead of giving it no weight.",
                "ip nexthop add id 9 group 1,65537/2 | 1,65537/2 | ''",
                "ip nexthop del id 77 | 77 | ''",
                "ip link add br0 type bridge | bridge | Write: ip link add NAME type vrf table N.",
                "ip link add vrf-red type vrf | vrf | ''",
                "ip link add vrf-red type vrf table 254 | 254 "
                        + "| Choose a table of its own, such as 1001.",
                "ip link add eth0 type vrf table 1002 | eth0 | ''",
                "ip link set eth9 up | eth9 | Did you mean “eth0”?",
                "ip addr add 10.0.0.1/24 | 10.0.0.1/24 | ''",
                "ip addr del fd00:2::2 dev eth1 | fd00:2::2 | Did you mean “fd00:2::2/64”?",
                "ip -n vrf-blue addr add 10.20.30.10/24 dev eth1 | vrf-blue "
                        + "| Did you mean “vrf vrf-blue”?",
                "ip netns exec vrf-blue ip route show | vrf-blue | Did you mean “vrf vrf-blue”?",
                "ip -n other route add default dev eth0 | other "
                        + "| Connect to that site, or take the option out.",
                "ip vrf exec vrf-blue ping 8.8.8.8 | ping | ''",
                "reboot | reboot | ''",
            })
    void namesTheWordAndTheFix(String command, String word, String fix) {
        Parsed parsed = IpParser.parse("# first\n" + command, IpParserTest.host());
        assertEquals(1, parsed.errors().size(), parsed::toString);
        ParseError error = parsed.errors().getFirst();
        assertEquals(2, error.line());
        assertEquals(word, error.word(), error::toString);
        assertEquals(fix, error.fix(), error::toString);
        assertEquals(word, command.substring(error.column() - 1).substring(0, word.length()));
        assertEquals(List.of(), parsed.operations());
    }

    /// T6 of the acceptance scenarios, as far as the list of commands goes.
    @Test
    void tutorialIsReadWithItsMistakesMarked() {
        String tutorial =
                """
                ip route add default via 10.0.1.1 dev eth1 table isp2
                ip rule add from 192.168.1.100 lookup isp2
                ip link add vrf-blue type vrf table 100
                ip link set vrf-blue up
                ip link set eth1 master vrf-blue
                ip -n vrf-blue addr add 10.20.30.10/24 dev eth1
                ip -n vrf-blue route add default via 10.20.30.1
                """;
        Snapshot host = new Machine().snapshot();
        Parsed parsed = IpParser.parse(tutorial, host);
        assertEquals(List.of(6, 7), parsed.errors().stream().map(ParseError::line).toList());
        for (ParseError e : parsed.errors()) {
            assertEquals("-n vrf-blue means a network namespace, not a VRF.", e.sentence());
            assertEquals("Did you mean “vrf vrf-blue”?", e.fix());
        }
        List<String> collisions =
                Validation.ofAll(parsed.operations(), host).values().stream()
                        .flatMap(List::stream)
                        .filter(f -> f.field().equals("vrfTable"))
                        .filter(f -> f.severity() == Finding.Severity.WARNING)
                        .map(Finding::sentence)
                        .toList();
        assertEquals(List.of("Table 100 is both isp2 and the table of vrf-blue."), collisions);
    }

    @Test
    void laterLinesSeeWhatEarlierOnesDo() {
        String text =
                """
                link add vrf-red type vrf table 1002
                link set dev vrf-red up
                link set eth1 master vrf-red
                route add default via 10.0.1.1 vrf vrf-red
                route del default via 10.0.1.1 vrf vrf-red
                """;
        Parsed parsed = IpParser.parse(text, new Machine().snapshot());
        assertEquals(List.of(), parsed.errors());
        assertEquals(2, parsed.operations().size(), () -> parsed.operations().toString());
        assertEquals(2, parsed.lineOf(parsed.operations().getFirst()).orElseThrow());
        assertEquals(3, parsed.lineOf(parsed.operations().getLast()).orElseThrow());
    }

    @Test
    void anUnprioritisedRuleGoesBehindTheRuleForVrfs() {
        String text =
                """
                ip link add vrf-red type vrf table 1002
                ip rule add from 10.0.1.2 lookup main
                ip rule add from 10.0.1.3 lookup main
                """;
        Parsed parsed = IpParser.parse(text, new Machine().snapshot());
        List<String> lines = IpText.of(parsed.operations(), new Machine().snapshot());
        assertTrue(lines.contains("ip rule add priority 32765 from 10.0.1.2 lookup main"));
        assertTrue(lines.contains("ip rule add priority 32764 from 10.0.1.3 lookup main"));
    }

    @Test
    void continuedLinesAndColumnsAreThoseOfTheText() {
        Parsed parsed =
                IpParser.parse("ip route add \\\n  10.0.0.0/8 \\\n  dev nope", IpParserTest.host());
        ParseError error = parsed.errors().getFirst();
        assertEquals(3, error.line());
        assertEquals(7, error.column());
    }

    @Test
    void aCommandBehindARootPromptIsAComment() {
        Parsed parsed = IpParser.parse("# ip rule add prio 5 lookup 5", IpParserTest.host());
        assertEquals(List.of(), parsed.operations());
        assertEquals(1, parsed.steps().getFirst().notes().size());
    }
}
