package io.routewright.app.ipcommand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.routewright.app.staging.Machine;
import io.routewright.app.store.Snapshot;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Commands read and written again. The table is `commands.txt` beside this class: a command, and below it, behind
/// `=`, what it is written as.
class IpParserTest {
    /// The host, with a VRF, some routes, rules and nexthop objects for commands to refer to.
    static Snapshot host() {
        String made =
                """
                link add vrf-blue type vrf table 1001
                link set dev lan master vrf-blue
                route add 10.50.0.0/16 via 10.0.1.1 table isp2 proto static
                route add default via 192.168.1.1 proto dhcp metric 100
                route add 10.60.0.0/16 nexthop via 192.168.1.1 nexthop via 10.0.1.1 weight 3
                -6 route add fd77::/64 nexthop via fd00:1::1 nexthop via fd00:2::1
                rule add from 192.168.1.100 lookup isp2 priority 10010
                rule add fwmark 1 lookup isp2 priority 10020
                nexthop add id 1 via 192.168.1.1 dev eth0
                nexthop add id 2 via 10.0.1.1 dev eth1
                nexthop add id 3 group 1/2
                route add 10.70.0.0/16 nhid 3
                """;
        Parsed parsed = IpParser.parse(made, new Machine().snapshot());
        assertEquals(List.of(), parsed.errors());
        return parsed.after();
    }

    record Case(String command, List<String> written) {
        @Override
        public String toString() {
            return command;
        }
    }

    static Stream<Case> cases() throws IOException {
        List<Case> found = new ArrayList<>();
        for (String line : resource("commands.txt")) {
            if (line.startsWith("= ")) {
                found.getLast().written().add(line.substring(2));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                found.add(new Case(line, new ArrayList<>()));
            }
        }
        return found.stream();
    }

    static List<String> resource(String name) throws IOException {
        try (InputStream in = IpParserTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static List<String> written(Parsed parsed, Snapshot truth) {
        return IpText.of(parsed.operations(), truth);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isWrittenAs(Case c) {
        Snapshot host = host();
        Parsed parsed = IpParser.parse(c.command(), host);
        assertEquals(List.of(), parsed.errors());
        assertEquals(c.written(), written(parsed, host));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatIsWrittenReadsBackToTheSame(Case c) {
        Snapshot host = host();
        Parsed once = IpParser.parse(c.command(), host);
        Parsed twice = IpParser.parse(String.join("\n", written(once, host)), host);
        assertEquals(List.of(), twice.errors());
        assertTrue(
                Same.areSame(once.operations(), twice.operations()),
                () -> once.operations() + "\n" + twice.operations());
    }
}
