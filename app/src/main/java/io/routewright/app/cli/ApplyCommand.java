package io.routewright.app.cli;

import io.routewright.app.feed.LiveSite;
import io.routewright.app.ipcommand.Parsed;
import io.routewright.app.store.Snapshot;
import io.routewright.app.text.Strings;
import io.routewright.protocol.ChangeSet;
import io.routewright.protocol.Limits;
import io.routewright.protocol.Message;
import io.routewright.protocol.Operation;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.Console;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;

/// `apply`: does what a file of `ip` commands says, whole or not at all.
@Command(name = "apply", mixinStandardHelpOptions = true)
public final class ApplyCommand implements Callable<Integer> {
    private static final Strings STRINGS = new Strings(ApplyCommand.class);

    @Mixin private SiteOption site = new SiteOption();

    @Option(names = "--now", descriptionKey = "apply.now")
    private boolean isNow;

    @Option(names = "--comment", paramLabel = "TEXT", descriptionKey = "apply.comment")
    private String comment = "";

    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "file")
    private String file = "-";

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Failure, InterruptedException {
        if (!isNow && (file.equals("-") || !hasTerminal())) {
            throw Failure.badInput(STRINGS.get("apply.needsNow"));
        }
        CommandFile commands = CommandFile.read(file);
        try (LiveSite live = site.open()) {
            Parsed parsed = commands.parsed(live.latest());
            if (!parsed.isUnderstood()) {
                CommandFile.complain(parsed, spec.commandLine().getErr());
                return Failure.BAD_INPUT;
            }
            return apply(parsed, live);
        }
    }

    private static boolean hasTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    private int apply(Parsed parsed, LiveSite live) throws Failure {
        PrintWriter out = spec.commandLine().getOut();
        Snapshot truth = live.latest();
        List<Operation> operations = parsed.operations();
        PlanText.print(parsed, truth, out);
        if (operations.isEmpty()) {
            return 0;
        }
        if (operations.size() > Limits.OPERATIONS) {
            String most = Integer.toString(Limits.OPERATIONS);
            throw Failure.badInput(STRINGS.get("apply.tooMany", operations.size(), most));
        }
        if (!isNow && !isConfirmed(operations.size())) {
            throw Failure.refused(STRINGS.get("apply.declined"));
        }
        ChangeSet set = new ChangeSet(UUID.randomUUID().toString(), comment, operations);
        Message.Outcome outcome = live.session().apply(set).join();
        if (!(outcome instanceof Message.Applied)) {
            throw Failure.refused(new OutcomeText(parsed, operations).sentence(outcome));
        }
        out.println(STRINGS.get("apply.done", operations.size()));
        out.flush();
        return 0;
    }

    private static boolean isConfirmed(int count) {
        Console console = System.console();
        String answer =
                console == null ? null : console.readLine("%s ", STRINGS.get("apply.ask", count));
        return answer != null
                && List.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT));
    }
}
