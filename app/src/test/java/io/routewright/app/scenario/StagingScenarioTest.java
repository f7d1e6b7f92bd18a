package io.routewright.app.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.routewright.app.lab.Lab;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.util.List;

/// Nothing reaches the kernel before it is applied, and every act can be undone and done again.
final class StagingScenarioTest {
    @RegisterExtension final Journey journey = new Journey(Lab::two);

    @Test
    void actsAreUndoneAndRedoneOneByOneAndOnlyThenApplied() {
        AppWindow window = journey.window();
        String before = journey.lab().state();
        RulesPage rules = window.rules();
        rules.addFromSource("10.0.0.2", "100");
        rules.addFromSource("10.0.1.2", "100");
        window.awaitStaged(2);
        List<String> both = window.staged();
        window.goTo("rules");
        window.undo();
        window.awaitStaged(1);
        assertEquals(both.subList(0, 1), window.staged());
        window.undo();
        window.awaitStaged(0);
        window.redo();
        window.redo();
        window.awaitStaged(2);
        assertEquals(both, window.staged());
        assertEquals(before, journey.lab().state());
        window.undo();
        window.awaitStaged(1);
        window.apply();
        String after = journey.lab().ip("rule");
        assertTrue(after.contains("from 10.0.0.2 ") && !after.contains("10.0.1.2"), after);
    }
}
