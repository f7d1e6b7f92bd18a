package io.routewright.app.ipcommand;

import io.routewright.app.staging.Validation;
import io.routewright.app.store.Snapshot;
import io.routewright.app.text.KernelWords;
import io.routewright.protocol.Operation;
import io.routewright.protocol.TableName;

import java.util.List;
import java.util.Optional;

/// The shell lines of tutorials that name a routing table: `echo "100 isp2" >> /etc/iproute2/rt_tables`, also through
/// `tee -a`, and the `sed` line that takes our own name away again. The name goes into our own file in any case.
final class NameCommand {
    private NameCommand() {}

    static List<Operation> echo(Words words, Scene scene) throws SyntaxException {
        while (words.isAt("-e") || words.isAt("-n")) {
            words.next("echo");
        }
        Word first = words.next("echo");
        String text = first.text();
        while (words.hasMore() && !words.peek().text().matches("[|]|>.*")) {
            text += " " + words.next("echo").text();
        }
        file(words);
        String[] parts = text.replace("\\t", " ").strip().split("\\s+");
        Optional<Long> id = KernelWords.unsigned(parts[0], Numbers.U32);
        if (parts.length < 2 || id.isEmpty()) {
            throw SyntaxException.at(first, Texts.fix("tableName"), "tableName", text);
        }
        return named(first, id.get(), parts[1], scene);
    }

    /// `>> FILE`, `| tee -a FILE`.
    private static void file(Words words) throws SyntaxException {
        Word w = words.next("echo");
        String path = w.text().replaceFirst("^>>", "");
        if (w.is("|")) {
            words.take("sudo");
            boolean isAppended = words.take("tee") && words.take("-a");
            path = isAppended ? words.next("tee -a").text() : "";
        } else if (path.isEmpty()) {
            path = words.next(">>").text();
        }
        if (!path.contains("/rt_tables")
                || (words.hasMore() && !words.peek().text().startsWith(">"))) {
            throw SyntaxException.at(w, Texts.fix("tableName"), "notIp", "echo");
        }
    }

    private static List<Operation> named(Word at, long id, String name, Scene scene)
            throws SyntaxException {
        Snapshot now = scene.snapshot();
        if (now.tableNames().nameOf(id).filter(name::equals).isPresent()) {
            scene.note("alreadySo", id + " " + name);
            return List.of();
        }
        Optional<Validation.Problem> problem = Validation.tableName(id, name, now);
        if (problem.isPresent()) {
            throw new SyntaxException(
                    new ParseError(
                            at.line(),
                            at.column(),
                            at.text(),
                            problem.get().sentence(),
                            problem.get().fix()));
        }
        return List.of(new Operation.Name(id, own(id, now), name));
    }

    private static String own(long id, Snapshot now) {
        return now.tableNames().all().stream()
                .filter(n -> n.isOwn() && n.tableId() == id)
                .map(TableName::name)
                .reduce("", (first, second) -> second);
    }

    /// `sed -i '/^100[[:blank:]]/d' FILE`, as `IpText` writes it.
    static List<Operation> sed(Words words, Scene scene) throws SyntaxException {
        Word first = words.first();
        boolean isInPlace = words.take("-i");
        Word script = words.next("sed");
        Optional<Long> id =
                KernelWords.unsigned(
                        script.text().replaceFirst("^/\\^(\\d+)\\[\\[:blank:]]/d$", "$1"),
                        Numbers.U32);
        if (!isInPlace || id.isEmpty() || !words.next("sed").text().contains("/rt_tables")) {
            throw SyntaxException.at(first, "", "notIp", "sed");
        }
        String before = own(id.get(), scene.snapshot());
        return before.isEmpty() ? List.of() : List.of(new Operation.Name(id.get(), before, ""));
    }
}
