package io.routewright.app.cli;

import io.routewright.app.feed.LiveSite;
import io.routewright.app.ipcommand.Parsed;
import io.routewright.app.store.Snapshot;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;

/// `plan`: what a file of `ip` commands would do, in the order of work; nothing is changed.
@Command(name = "plan", mixinStandardHelpOptions = true)
public final class PlanCommand implements Callable<Integer> {
    @Mixin private SiteOption site = new SiteOption();

    @Option(names = "--json", descriptionKey = "plan.json")
    private boolean isJson;

    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "file")
    private String file = "-";

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Failure, InterruptedException {
        CommandFile commands = CommandFile.read(file);
        try (LiveSite live = site.open()) {
            Snapshot truth = live.latest();
            Parsed parsed = commands.parsed(truth);
            print(parsed, truth, spec.commandLine().getOut());
            CommandFile.complain(parsed, spec.commandLine().getErr());
            return parsed.isUnderstood() ? 0 : Failure.BAD_INPUT;
        }
    }

    private void print(Parsed parsed, Snapshot truth, PrintWriter out) {
        if (isJson) {
            json(parsed, truth, out);
        } else if (parsed.isUnderstood()) {
            PlanText.print(parsed, truth, out);
        }
        out.flush();
    }

    private static void json(Parsed parsed, Snapshot truth, PrintWriter out) {
        try {
            PlanJson.write(parsed, truth, out);
        } catch (IOException e) {
            // A PrintWriter never throws; it remembers.
            throw new UncheckedIOException(e);
        }
        out.println();
    }
}
