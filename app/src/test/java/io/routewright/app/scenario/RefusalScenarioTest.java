package io.routewright.app.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.routewright.app.lab.Lab;
import io.routewright.app.lab.Until;

import javafx.css.PseudoClass;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.util.Map;

/// What the kernel refuses is undone as a whole, and told where it belongs.
final class RefusalScenarioTest {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    @RegisterExtension final Journey journey = new Journey(Lab::policy);

    @Test
    void oneRefusedRouteUndoesTheWholeSetAndIsShownOnItsRow() {
        AppWindow window = journey.window();
        window.rules().addFromSource("192.168.1.100", "100");
        RoutesPage routes = window.routes();
        routes.add(Map.of("destination", "10.77.0.0/16", "gateway", "10.10.10.1", "table", "100"));
        window.awaitStaged(2);
        // The gateway is reachable while the route is staged, and no longer when it is applied.
        journey.lab().ip("addr del 10.10.10.2/24 dev eth1");
        String before = journey.lab().state();
        String words = window.applyInVain();
        assertTrue(words.contains("Nexthop has invalid gateway"), words);
        assertTrue(words.contains("Everything was put back"), words);
        assertEquals(before, journey.lab().state());
        window.backToEditing();
        window.awaitStaged(2);
        Grid.Line row = routes.route("10.77.0.0/16", "100");
        Until.holds(
                "the row is marked as failed",
                () -> row.node().getPseudoClassStates().contains(FAILED));
    }

    @Test
    void ruleThatSomebodyElseDeletedMeanwhileIsNotDeletedTwice() {
        AppWindow window = journey.window();
        journey.lab().ip("rule add priority 10010 from 10.1.1.1 lookup 100 protocol static");
        RulesPage rules = window.rules();
        rules.delete("10.1.1.1");
        window.awaitStaged(1);
        window.review();
        journey.lab().ip("rule del priority 10010");
        journey.lab().ip("rule add priority 10010 from 10.2.2.2 lookup 100 protocol static");
        window.hands().click("Apply", Hands.id("apply"));
        String words =
                window.hands().textIn(window.hands().find("the reason", Hands.id("apply-failure")));
        assertTrue(words.contains("Not applied"), words);
        assertTrue(journey.lab().ip("rule").contains("from 10.2.2.2"));
    }
}
