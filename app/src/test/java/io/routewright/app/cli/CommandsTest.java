package io.routewright.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.routewright.app.lab.Helper;
import io.routewright.app.lab.Json;
import io.routewright.app.lab.Lab;

import org.junit.jupiter.api.Test;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The frame of the command line: exit codes and where words go.
final class CommandsTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... words) {
        RootCommand root =
                new RootCommand(site -> {
                    throw Failure.refused("no window for " + site.text());
                });
        CommandLine tree = Commands.tree(root, List.of(new StateCommand(), new HelperCommand()));
        tree.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return tree.execute(words);
    }

    private void assertOneLine(String part) {
        String said = err.toString();
        assertEquals(1, said.lines().count(), said);
        assertTrue(said.startsWith("routewright: ") && said.contains(part), said);
    }

    @Test
    void withoutACommandTheWindowOpensOnTheSite() {
        assertEquals(1, run("--site", "sandbox"));
        assertOneLine("no window for sandbox");
    }

    @Test
    void unknownCommandIsBadUsage() {
        assertEquals(2, run("bogus"));
        assertOneLine("bogus");
    }

    @Test
    void unknownSiteIsBadUsageAndSaysWhatIsPossible() {
        assertEquals(2, run("state", "--site", "moon"));
        assertOneLine("unix:PATH");
    }

    @Test
    void unreachableHelperIsAFailureInOneLine() {
        assertEquals(1, run("state", "--site", "unix:/nowhere/helper.sock"));
        assertOneLine("/nowhere/helper.sock");
    }

    @Test
    void helperIsAnotherProgram() {
        assertEquals(2, run("helper"));
        assertOneLine("./run helper --socket PATH");
    }

    @Test
    void helpNamesEachCommandAndTheSites() {
        assertEquals(0, run("--help"));
        assertTrue(out.toString().contains("state") && out.toString().contains("unix:PATH"));
    }

    @Test
    @SuppressWarnings("unchecked")
    void stateIsOneLineOfJson() {
        try (Lab lab = Lab.bare();
                Helper helper = Helper.start(lab)) {
            assertEquals(0, run("state", "--site", helper.site()), err::toString);
            assertEquals(1, out.toString().lines().count());
            Map<String, Object> state = (Map<String, Object>) Json.parse(out.toString());
            assertEquals(
                    Set.of("links", "addresses", "rules", "routes", "nexthops", "tables"),
                    state.keySet());
            assertTrue(((List<?>) state.get("rules")).size() >= 5);
        }
    }
}
