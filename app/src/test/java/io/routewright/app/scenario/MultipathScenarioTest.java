package io.routewright.app.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.routewright.app.lab.Lab;
import io.routewright.app.lab.Until;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.util.List;
import java.util.Map;

/// A default route over two uplinks, and its weights by dragging the bar.
@Tag("uml")
final class MultipathScenarioTest {
    @RegisterExtension final Journey journey = new Journey(Lab::two);

    /// Gateway and weight of each path of the default route, as `ip` says.
    @SuppressWarnings("unchecked")
    private List<String> paths(String family) {
        Map<String, Object> route = journey.lab().json(family + " route show default").getFirst();
        List<Map<String, Object>> nexthops = (List<Map<String, Object>>) route.get("nexthops");
        return nexthops.stream().map(n -> n.get("gateway") + " " + n.get("weight")).toList();
    }

    private void balanceThenDrag(String family, String first, String second) {
        String option = family.equals("IPv4") ? "-4" : "-6";
        NexthopsPage nexthops = journey.window().nexthops();
        nexthops.balance(family, first, second);
        journey.window().apply();
        assertEquals(List.of(first + " 1", second + " 1"), paths(option));
        nexthops.dragDivider(first, 1 / 3.0);
        journey.window().awaitStaged(1);
        journey.window().apply();
        assertEquals(List.of(first + " 1", second + " 2"), paths(option));
        assertEquals(1, journey.lab().json(option + " route show default").size());
    }

    @Test
    void twoUplinksShareTheDefaultAndADragGivesOneTwiceAsMuch() {
        balanceThenDrag("IPv4", "10.0.0.1", "10.0.1.1");
    }

    @Test
    void theSameForIpv6() {
        balanceThenDrag("IPv6", "fd00::1", "fd00:1::1");
    }

    @Test
    void weightsThatAnotherProgramChangesAreSeenOnTheBar() {
        journey.lab()
                .ip(
                        "route add default nexthop via 10.0.0.1 weight 1 nexthop via 10.0.1.1"
                                + " weight 1");
        NexthopsPage nexthops = journey.window().nexthops();
        nexthops.card("10.0.0.1");
        journey.lab()
                .ip(
                        "route replace default nexthop via 10.0.0.1 weight 3 nexthop via 10.0.1.1"
                                + " weight 1");
        Hands hands = journey.window().hands();
        Until.holds("the bar shows 3 to 1", () -> hands.sees(Hands.styled("card", "75")));
    }
}
