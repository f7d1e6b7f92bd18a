package io.routewright.app.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.routewright.app.lab.Lab;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.util.List;
import java.util.Map;

/// Policy routing by hand: a table with a name, a default route in it, rules, and their order.
@Tag("uml")
final class PolicyRoutingScenarioTest {
    @RegisterExtension
    final Journey journey = new Journey(Lab::policy, PolicyRoutingScenarioTest::rules);

    /// Two policies that are there already, for those tests that put them in order.
    private static void rules(Lab lab) {
        lab.ip("rule add priority 10510 from 172.31.0.0/24 lookup main protocol static");
        lab.ip("rule add priority 10520 from 10.10.10.0/24 lookup main protocol static");
    }

    private String ip(String words) {
        return journey.lab().ip(words);
    }

    private List<Object> sources() {
        return journey.lab().json("-4 rule").stream()
                .filter(r -> (long) r.get("priority") > 0 && (long) r.get("priority") < 32766)
                .map(r -> r.get("src"))
                .toList();
    }

    @Test
    void secondUplinkForOneSource() {
        AppWindow window = journey.window();
        RoutesPage routes = window.routes();
        routes.nameTable(100, "isp2");
        routes.add(
                Map.of(
                        "destination",
                        "default",
                        "gateway",
                        "10.10.10.1",
                        "link",
                        "eth1",
                        "table",
                        "isp2"));
        window.rules().addFromSource("192.168.1.100", "isp2");
        window.awaitStaged(3);
        window.apply();
        assertTrue(ip("rule").contains("from 192.168.1.100 lookup isp2"), () -> ip("rule"));
        Map<String, Object> route = journey.lab().json("-4 route show table isp2").getFirst();
        assertEquals("default", route.get("dst"));
        assertEquals("10.10.10.1", route.get("gateway"));
        assertEquals("eth1", route.get("dev"));
        assertTrue(
                ip("route get 8.8.8.8 from 192.168.1.100").contains("via 10.10.10.1 dev eth1"),
                () -> ip("route get 8.8.8.8 from 192.168.1.100"));
        assertTrue(ip("route get 8.8.8.8").contains("via 192.168.1.1 dev eth0"));
    }

    @Test
    void ruleDraggedAboveAnotherIsEvaluatedFirst() {
        RulesPage rules = journey.window().rules();
        assertEquals(List.of("172.31.0.0", "10.10.10.0"), sources());
        rules.dragAbove("10.10.10.0/24", "172.31.0.0/24");
        journey.window().apply();
        assertEquals(List.of("10.10.10.0", "172.31.0.0"), sources());
    }

    @Test
    void ruleMovedByKeyboardIsEvaluatedLater() {
        RulesPage rules = journey.window().rules();
        rules.moveDownByKey("172.31.0.0/24");
        journey.window().apply();
        assertEquals(List.of("10.10.10.0", "172.31.0.0"), sources());
    }
}
