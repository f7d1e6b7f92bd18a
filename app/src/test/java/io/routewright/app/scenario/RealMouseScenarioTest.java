package io.routewright.app.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.routewright.app.lab.Lab;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.util.List;
import java.util.Map;

/// Drags with the pointer of a real X server, under a window manager.
@Tag("xvfb")
final class RealMouseScenarioTest {
    @RegisterExtension
    final Journey journey = new Journey(Lab::two, RealMouseScenarioTest::routing);

    private static void routing(Lab lab) {
        lab.ip("route add default nexthop via 10.0.0.1 nexthop via 10.0.1.1");
        lab.ip("rule add priority 10510 from 10.1.0.0/16 lookup main protocol static");
        lab.ip("rule add priority 10520 from 10.2.0.0/16 lookup main protocol static");
    }

    @Test
    @SuppressWarnings("unchecked")
    void dividerOfTheWeightsFollowsTheMouse() {
        NexthopsPage nexthops = journey.window().nexthops();
        RealMouse.drag(nexthops.divider("10.0.0.1"), nexthops.target("10.0.0.1", 1 / 3.0));
        journey.window().awaitStaged(1);
        journey.window().apply();
        Map<String, Object> route = journey.lab().json("-4 route show default").getFirst();
        List<Map<String, Object>> paths = (List<Map<String, Object>>) route.get("nexthops");
        assertEquals(List.of(1L, 2L), paths.stream().map(p -> p.get("weight")).toList());
    }

    @Test
    void ruleIsDraggedAboveAnother() {
        RulesPage rules = journey.window().rules();
        RealMouse.drag(rules.place("10.2.0.0/16"), rules.gapAbove("10.1.0.0/16"));
        journey.window().awaitStaged(1);
        journey.window().apply();
        List<Object> sources =
                journey.lab().json("-4 rule").stream()
                        .map(r -> r.get("src"))
                        .filter(s -> !s.equals("all"))
                        .toList();
        assertEquals(List.of("10.2.0.0", "10.1.0.0"), sources);
    }
}
