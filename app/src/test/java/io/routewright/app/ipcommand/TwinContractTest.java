package io.routewright.app.ipcommand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.routewright.app.feed.LiveSite;
import io.routewright.app.lab.Command;
import io.routewright.app.lab.Helper;
import io.routewright.app.lab.Lab;
import io.routewright.app.session.Connection;
import io.routewright.app.session.Site;
import io.routewright.app.store.Snapshot;
import io.routewright.protocol.ChangeSet;
import io.routewright.protocol.Message;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The same commands by `ip` in one network namespace and by our parser and the real helper in its twin leave the same
/// routes, rules, nexthop objects and addresses, as `ip -d` prints them. The commands are in `twins.txt`.
class TwinContractTest {
    private static final Duration QUIET = Duration.ofMillis(120);

    private static final String OWN_LINK_LOCAL = "fe80::own";

    private final List<String> differences = new ArrayList<>();

    @Test
    void ourReadingOfCommandsIsThatOfIp() throws IOException, InterruptedException {
        try (Lab theirs = Lab.two();
                Lab ours = Lab.two();
                Helper helper = Helper.start(ours);
                LiveSite live = LiveSite.open(Site.parse(helper.site()).orElseThrow())) {
            assertInstanceOf(Connection.Live.class, live.awaitFirst(Duration.ofSeconds(30)));
            String section = "";
            for (String line : IpParserTest.resource("twins.txt")) {
                if (line.isBlank()) {
                    compare(section, theirs, ours);
                    section = "";
                } else if (!line.startsWith("#")) {
                    section += line + "\n";
                    both(line, theirs, live);
                }
            }
            compare(section, theirs, ours);
        }
        assertEquals(List.of(), differences, () -> String.join("\n", differences));
    }

    /// Both do it, or both refuse.
    private void both(String line, Lab theirs, LiveSite live) throws InterruptedException {
        Command command = theirs.tryIp(line);
        String refusal = apply(line, live);
        if ((command.status() == 0) != refusal.isEmpty()) {
            differences.add(line + "\n  ip   " + command.err().strip() + "\n  ours " + refusal);
        }
    }

    /// Why it was refused; empty when it was done.
    private static String apply(String line, LiveSite live) throws InterruptedException {
        Snapshot before = live.latest();
        Parsed parsed = IpParser.parse(line, before);
        if (!parsed.isUnderstood()) {
            return parsed.errors().toString();
        }
        if (parsed.operations().isEmpty()) {
            return "";
        }
        Message.Outcome outcome =
                live.session().apply(new ChangeSet(line, "", parsed.operations())).join();
        if (!(outcome instanceof Message.Applied)) {
            return outcome.toString();
        }
        settle(before, live);
        return "";
    }

    private static void settle(Snapshot before, LiveSite live) throws InterruptedException {
        Snapshot now = live.awaitNewer(before.generation(), Duration.ofSeconds(3));
        for (Snapshot next = live.awaitNewer(now.generation(), QUIET);
                next.generation() > now.generation();
                next = live.awaitNewer(now.generation(), QUIET)) {
            now = next;
        }
    }

    private void compare(String section, Lab theirs, Lab ours) {
        theirs.settle();
        ours.settle();
        List<String> wanted = lines(theirs);
        List<String> got = lines(ours);
        if (wanted.equals(got)) {
            return;
        }
        List<String> missing = new ArrayList<>(wanted);
        got.forEach(missing::remove);
        List<String> extra = new ArrayList<>(got);
        wanted.forEach(extra::remove);
        String what =
                missing.isEmpty() && extra.isEmpty() ? "order" : missing + "\n  ours " + extra;
        differences.add("after " + section.lines().findFirst().orElse("") + " …\n  ip   " + what);
    }

    /// Link-local addresses come from random hardware addresses, and so does the order of the lines that hold one.
    private static List<String> lines(Lab lab) {
        String links = lab.ip("-o link").replaceAll("link/ether \\S+ ", "");
        List<String> all =
                (lab.state() + links)
                        .replaceAll("expires \\d+sec", "expires")
                        .replaceAll("@if\\d+|link-netns \\S+|link-netnsid \\d+", "")
                        .replaceAll("fe80::\\S+:\\S+", OWN_LINK_LOCAL)
                        .lines()
                        .map(l -> l.replaceFirst("^\\d+: (lo|eth\\d)", "$1").stripTrailing())
                        .toList();
        List<String> found =
                new ArrayList<>(all.stream().filter(l -> !l.contains(OWN_LINK_LOCAL)).toList());
        all.stream().filter(l -> l.contains(OWN_LINK_LOCAL)).sorted().forEach(found::add);
        return found;
    }
}
