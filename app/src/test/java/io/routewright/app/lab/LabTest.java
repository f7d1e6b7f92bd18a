package io.routewright.app.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/// The labs themselves.
final class LabTest {
    @Test
    void farEndsOfTheTwoUplinksAnswer() {
        try (Lab lab = Lab.two()) {
            assertTrue(lab.run("ping -c1 -W5 10.0.0.1").contains(" 0% packet loss"));
            assertTrue(lab.run("ping -c1 -W5 10.0.1.1").contains(" 0% packet loss"));
            assertTrue(lab.run("ping -6 -c1 -W5 fd00:1::1").contains(" 0% packet loss"));
        }
    }

    @Test
    void policyLabHasTheTutorialsDefaultRoute() {
        try (Lab lab = Lab.policy()) {
            List<Map<String, Object>> routes = lab.json("-4 route show default");
            assertEquals(1, routes.size());
            assertEquals("192.168.1.1", routes.getFirst().get("gateway"));
            assertTrue(lab.run("ping -c1 -W5 172.31.0.9").contains(" 0% packet loss"));
        }
    }

    @Test
    void namespaceIsGoneAfterClose() {
        Lab lab = Lab.bare();
        assertTrue(Command.run(List.of("ip", "netns")).out().contains(lab.namespace()));
        lab.close();
        assertFalse(Command.run(List.of("ip", "netns")).out().contains(lab.namespace()));
    }

    @Test
    void stateIsTheSameUntilSomethingChanges() {
        try (Lab lab = Lab.two()) {
            String before = lab.state();
            assertEquals(before, lab.state());
            lab.ip("rule add priority 10010 from 10.0.0.2 lookup 100");
            assertTrue(lab.state().contains("10010"), lab::state);
        }
    }

    @Test
    void rawMessagesTellEveryAttributeOfARoute() {
        try (Lab lab = Lab.two()) {
            lab.ip("route add 10.50.0.0/16 via 10.0.1.1 dev eth1 table 100 metric 77 mtu 1400");
            RawMessage route = lab.saved("route save table 100").getFirst();
            assertEquals(24, route.type());
            assertTrue(route.header().startsWith("0210"), route::header);
            assertTrue(route.attributes().contains("1=0a320000"), route::toString);
            assertTrue(route.attributes().contains("8.2=78050000"), route::toString);
        }
    }
}
