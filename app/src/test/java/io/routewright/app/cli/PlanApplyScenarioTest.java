package io.routewright.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.routewright.app.lab.Helper;
import io.routewright.app.lab.Json;
import io.routewright.app.lab.Lab;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// `plan` and `apply` with a real helper and a real kernel.
class PlanApplyScenarioTest {
    private static Lab lab;
    private static Helper helper;

    @TempDir private Path folder;

    @BeforeAll
    static void start() {
        lab = Lab.policy();
        helper = Helper.start(lab);
    }

    @AfterAll
    static void stop() {
        helper.close();
        lab.close();
    }

    /// How a command ended.
    private record Run(int code, String out, String err) {}

    private Run run(String command, String text, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), text);
        List<String> arguments = new ArrayList<>(List.of(command, "--site", helper.site()));
        arguments.addAll(List.of(options));
        arguments.add(file.toString());
        return execute(arguments);
    }

    private static Run execute(List<String> arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine tree =
                Commands.tree(
                        new RootCommand(site -> 0), List.of(new PlanCommand(), new ApplyCommand()));
        tree.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int code = tree.execute(arguments.toArray(String[]::new));
        return new Run(code, out.toString(), err.toString());
    }

    @Test
    void planPrintsTheStepsInTheOrderOfWorkAndChangesNothing() throws IOException {
        String before = lab.state();
        Run run =
                run(
                        "plan",
                        """
                        ip rule add from 192.168.1.100 lookup 100 pref 0x10
                        # a comment
                        ip route show
                        ip route add default via 10.10.10.1 dev eth1 table 100
                        """);
        assertEquals(
                """
                # Line 3: “ip route show” only shows something and is skipped.
                ip route add default via 10.10.10.1 dev eth1 table 100
                ip rule add priority 16 from 192.168.1.100 lookup 100
                """,
                run.out());
        assertEquals("", run.err());
        assertEquals(0, run.code());
        assertEquals(before, lab.state());
    }

    @Test
    void planAsJsonNamesLinesCommandsAndFindings() throws IOException {
        Run run = run("plan", "rule add pref 7 from 10.9.9.9 lookup 4711\n", "--json");
        Map<String, Object> plan = Json.objects("[" + run.out() + "]").getFirst();
        assertEquals(true, plan.get("understood"));
        Map<?, ?> step = (Map<?, ?>) ((List<?>) plan.get("steps")).getFirst();
        assertEquals(1L, ((Number) step.get("line")).longValue());
        assertEquals("create", step.get("act"));
        assertEquals("rule", step.get("kind"));
        assertEquals(
                List.of("ip rule add priority 7 from 10.9.9.9 lookup 4711"), step.get("commands"));
        Map<?, ?> finding = (Map<?, ?>) ((List<?>) step.get("findings")).getFirst();
        assertEquals("warning", finding.get("severity"));
        assertEquals(
                "Table 4711 has no routes: the lookup falls through to the next rule.",
                finding.get("sentence"));
        assertEquals(0, run.code());
    }

    @Test
    void aLineThatIsNotUnderstoodIsNamedAndNothingIsApplied() throws IOException {
        String before = lab.state();
        Run run =
                run(
                        "apply",
                        """
                        route add 10.1.0.0/16 via 10.10.10.1
                        rule add from 10.1.2.3 looup main
                        """,
                        "--now");
        assertEquals(2, run.code());
        assertEquals(
                "routewright: Line 2, “looup”: “looup” is not a word of ip rule."
                        + " Did you mean “lookup”?\n",
                run.err());
        assertEquals(before, lab.state());
    }

    @Test
    void applyDoesAllOfIt() throws IOException {
        Run run =
                run(
                        "apply",
                        """
                        route add default via 10.10.10.1 dev eth1 table 200 proto static
                        rule add pref 10200 from 192.168.1.100 lookup 200
                        -6 route add fd99::/64 nexthop via fd00:1::1 nexthop via fd00:2::1 weight 3
                        nexthop add id 7 via 10.10.10.1 dev eth1
                        """,
                        "--now",
                        "--comment",
                        "second uplink");
        assertEquals("", run.err());
        assertEquals(0, run.code());
        assertTrue(run.out().endsWith("# Applied: 4 changes.\n"), run.out());
        assertEquals(
                "default via 10.10.10.1 dev eth1 proto static",
                lab.ip("route show table 200").strip());
        assertTrue(lab.ip("rule").contains("10200:\tfrom 192.168.1.100 lookup 200"));
        assertTrue(lab.ip("-6 route show fd99::/64").contains("weight 3"));
        assertTrue(lab.ip("nexthop").startsWith("id 7 via 10.10.10.1 dev eth1"));
        Run again =
                run(
                        "apply",
                        "route replace default via 10.10.10.1 table 200 proto static",
                        "--now");
        assertTrue(again.out().endsWith("# Nothing to do.\n"), again.out());
        assertEquals(0, again.code());
    }

    @Test
    void aRefusalNamesTheLineTheErrorAndTheKernelsWords() throws IOException {
        String before = lab.state();
        Run run =
                run(
                        "apply",
                        """
                        # two good lines around a bad one
                        route add 10.77.0.0/16 via 10.10.10.1
                        route add 10.78.0.0/16 via 203.0.113.9 dev eth1
                        route add 10.79.0.0/16 via 10.10.10.1
                        """,
                        "--now");
        assertEquals(1, run.code());
        assertEquals(
                "routewright: Line 3, “route add 10.78.0.0/16 via 203.0.113.9 dev eth1”, was"
                    + " refused by the kernel: ENETUNREACH, Nexthop has invalid gateway. All was"
                    + " put back.\n",
                run.err());
        assertEquals(before, lab.state());
        assertFalse(run.out().contains("Applied"), run.out());
    }

    @Test
    void withoutATerminalItWantsNow() throws IOException {
        Run run = run("apply", "rule add pref 9 lookup main");
        assertEquals(2, run.code());
        assertEquals(
                "routewright: Nothing was changed: there is no terminal to ask on; give --now.\n",
                run.err());
    }

    @Test
    void aMissingFileIsBadInput() {
        Run run = execute(List.of("plan", "--site", helper.site(), "/nonexistent/file"));
        assertEquals(2, run.code());
        assertEquals("routewright: There is no file /nonexistent/file.\n", run.err());
    }
}
