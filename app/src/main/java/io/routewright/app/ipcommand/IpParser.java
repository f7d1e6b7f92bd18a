package io.routewright.app.ipcommand;

import io.routewright.app.staging.Projection;
import io.routewright.app.store.Snapshot;
import io.routewright.netlink.Family;
import io.routewright.netlink.Link;
import io.routewright.protocol.Operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads `ip` commands, one per line, as iproute2 would: numbers, abbreviations and defaults are its own. `ip` may be
/// left out, as in a file for `ip -batch`. Each command is read against the state after the ones before it. Beside
/// `ip`, the lines are understood that name a table (`echo "100 isp2" >> /etc/iproute2/rt_tables`) or set a routing
/// sysctl.
public final class IpParser {
    private static final Keywords OBJECTS =
            Keywords.of(
                    "address",
                    "addrlabel",
                    "maddress",
                    "route",
                    "rule",
                    "neighbor",
                    "neighbour",
                    "ntable",
                    "link",
                    "l2tp",
                    "tunnel",
                    "tuntap",
                    "token",
                    "tcp_metrics",
                    "monitor:show",
                    "xfrm",
                    "mroute",
                    "mrule",
                    "netns",
                    "netconf:show",
                    "vrf",
                    "sr",
                    "nexthop",
                    "mptcp",
                    "help:show",
                    "stats:show");

    private final Projection projection;
    private final List<Parsed.Step> steps = new ArrayList<>();
    private final List<ParseError> errors = new ArrayList<>();

    private IpParser(Snapshot truth) {
        projection = new Projection(truth);
    }

    /// Reads all of `text` against the state `truth`.
    public static Parsed parse(String text, Snapshot truth) {
        IpParser parser = new IpParser(truth);
        CommandText.split(text).forEach(parser::command);
        return new Parsed(parser.steps, parser.errors, parser.projection.snapshot());
    }

    private void command(CommandText.Command command) {
        if (command.words().isEmpty()) {
            String note = Texts.STRINGS.get("note.promptLike");
            steps.add(new Parsed.Step(command.line(), "", List.of(), List.of(note)));
            return;
        }
        List<Operation> done = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        try {
            read(command, done, notes);
        } catch (SyntaxException e) {
            errors.add(e.error());
        }
        done.forEach(projection::apply);
        steps.add(new Parsed.Step(command.line(), command.text(), done, notes));
    }

    private void read(CommandText.Command command, List<Operation> done, List<String> notes)
            throws SyntaxException {
        Words words = new Words(command.words());
        Snapshot now = projection.snapshot();
        Scene plain = new Scene(now, Optional.empty());
        switch (words.peek().text()) {
            case "echo", "sed", "sysctl" -> {
                done.addAll(shell(words.next(""), words.rest(), plain));
                notes.addAll(plain.notes());
            }
            default -> {
                Scene scene = new Scene(now, Options.read(words, now));
                done.addAll(object(words, scene));
                notes.addAll(scene.notes());
            }
        }
    }

    /// The few shell commands that stand beside `ip` in tutorials.
    private static List<Operation> shell(Word program, Words words, Scene scene)
            throws SyntaxException {
        return switch (program.text()) {
            case "echo" -> NameCommand.echo(words, scene);
            case "sed" -> NameCommand.sed(words, scene);
            default -> SysctlCommand.read(words, scene);
        };
    }

    private static List<Operation> object(Words words, Scene scene) throws SyntaxException {
        Word w = words.next("ip");
        Words rest = words.rest();
        return switch (OBJECTS.meaning(w.text()).orElse("")) {
            case "route" -> RouteCommand.read(rest, scene);
            case "rule" -> RuleCommand.read(rest, scene);
            case "nexthop" -> NexthopCommand.read(rest, scene);
            case "link" -> LinkCommand.read(rest, scene);
            case "address" -> AddressCommand.read(rest, scene);
            case "vrf" -> wrapper(w, rest, scene);
            case "netns" -> throw namespace(w, rest, scene.snapshot());
            case "show" -> Verbs.shown(scene, "ip " + w.text());
            case "" -> throw unknown(w);
            default -> throw SyntaxException.at(w, "", "unsupported", w.text());
        };
    }

    private static SyntaxException unknown(Word w) {
        List<String> known = List.of("route", "rule", "nexthop", "link", "address", "addr");
        String fix = Texts.didYouMean(Nearest.of(w.text(), known));
        return SyntaxException.at(w, fix, "object", w.text());
    }

    /// `ip vrf exec NAME ip …`: a command about routing does the same in a VRF as outside.
    private static List<Operation> wrapper(Word w, Words words, Scene scene)
            throws SyntaxException {
        if (!words.take("exec")) {
            return Verbs.shown(scene, "ip vrf");
        }
        scene.names().vrfLink(words);
        if (!words.hasMore()) {
            throw SyntaxException.at(w, "", "incomplete", "ip vrf exec");
        }
        if (!words.take("ip")) {
            Word other = words.peek();
            throw SyntaxException.at(other, "", "notIp", other.text());
        }
        Scene inner = new Scene(scene.snapshot(), Options.family(words, scene.snapshot()));
        List<Operation> done = object(words, inner);
        scene.note("vrfExec");
        return done;
    }

    private static SyntaxException namespace(Word w, Words words, Snapshot now)
            throws SyntaxException {
        boolean isExec = words.take("exec");
        Word name = isExec ? words.next("ip netns exec") : w;
        return isExec
                ? Options.namespace(name, now)
                : SyntaxException.at(w, "", "unsupported", w.text());
    }

    /// The options between `ip` and its object.
    private static final class Options {
        private Options() {}

        static Optional<Family> read(Words words, Snapshot now) throws SyntaxException {
            Word first = words.peek();
            boolean isIp = first.text().equals("ip") || first.text().endsWith("/ip");
            if (isIp) {
                words.next("");
            }
            if (!words.hasMore()) {
                throw SyntaxException.at(first, "", "incomplete", "ip");
            }
            return family(words, now);
        }

        static Optional<Family> family(Words words, Snapshot now) throws SyntaxException {
            Optional<Family> family = Optional.empty();
            while (words.hasMore() && words.peek().text().startsWith("-")) {
                Word w = words.next("");
                switch (w.text().replaceFirst("^--?", "")) {
                    case "4" -> family = Optional.of(Family.INET);
                    case "6" -> family = Optional.of(Family.INET6);
                    case "f", "fa", "fam", "family" ->
                            family = Optional.of(named(words.next("-f")));
                    case "n", "ne", "net", "netn", "netns" ->
                            throw namespace(words.next(w.text()), now);
                    case "b", "ba", "bat", "batch" ->
                            throw SyntaxException.at(w, Texts.fix("batch"), "option", w.text());
                    case "d",
                            "details",
                            "j",
                            "json",
                            "o",
                            "oneline",
                            "s",
                            "stats",
                            "N",
                            "Numeric",
                            "p",
                            "pretty",
                            "c",
                            "color",
                            "br",
                            "brief",
                            "t",
                            "ts",
                            "a",
                            "echo" -> {
                        /* about the output only */
                    }
                    default -> throw SyntaxException.at(w, "", "option", w.text());
                }
            }
            return family;
        }

        private static Family named(Word w) throws SyntaxException {
            return switch (w.text()) {
                case "inet" -> Family.INET;
                case "inet6" -> Family.INET6;
                default -> throw SyntaxException.at(w, "", "familyWord", w.text());
            };
        }

        /// `-n NAME` is another network namespace, which this site is not.
        static SyntaxException namespace(Word name, Snapshot now) {
            boolean isVrf = now.links().byName(name.text()).filter(Link::isVrf).isPresent();
            return isVrf
                    ? SyntaxException.at(
                            name,
                            Texts.didYouMean(Optional.of("vrf " + name.text())),
                            "vrfAsNamespace",
                            name.text())
                    : SyntaxException.at(name, Texts.fix("namespace"), "namespace", name.text());
        }
    }
}
