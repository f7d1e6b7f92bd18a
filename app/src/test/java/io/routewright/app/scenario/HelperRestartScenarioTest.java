package io.routewright.app.scenario;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.routewright.app.lab.Lab;
import io.routewright.app.lab.Until;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The window outlives the helper.
final class HelperRestartScenarioTest {
    @RegisterExtension final Journey journey = new Journey(Lab::two);

    @Test
    void windowSaysThatItIsCutOffAndIsLiveAgainByItselfWithEverythingStaged() {
        AppWindow window = journey.window();
        window.rules().addFromSource("10.0.0.2", "main");
        window.awaitStaged(1);
        journey.helper().kill();
        Hands hands = window.hands();
        String banner = hands.textIn(hands.find("the banner", Hands.id("connection-banner")));
        assertTrue(banner.contains("last known state"), banner);
        // Editing goes on meanwhile; what the kernel does unseen is caught up with later.
        window.rules().addFromSource("10.0.1.2", "main");
        journey.lab().ip("rule add priority 777 from 10.99.0.1 lookup main");
        journey.helper().restart();
        window.awaitLive();
        window.awaitStaged(2);
        RulesPage rules = window.rules();
        rules.rule("10.99.0.1");
        window.apply();
        String all = journey.lab().ip("rule");
        assertTrue(all.contains("from 10.0.0.2 ") && all.contains("from 10.0.1.2 "), all);
    }

    @Test
    void changesOfOthersAppearWithinASecondEach() {
        RulesPage rules = journey.window().rules();
        journey.lab().ip("rule add priority 10400 from 10.98.0.1 lookup main");
        rules.rule("10.98.0.1");
        journey.lab().ip("rule del priority 10400");
        Until.holds(
                "the rule has gone from the screen",
                () -> rules.sentences().stream().noneMatch(s -> s.contains("10.98.0.1")));
        assertFalse(journey.lab().ip("rule").contains("10.98.0.1"));
    }
}
