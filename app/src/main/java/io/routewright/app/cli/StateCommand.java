package io.routewright.app.cli;

import io.routewright.app.feed.LiveSite;
import io.routewright.app.state.StateJson;
import io.routewright.app.store.Snapshot;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Callable;

/// `state`: what the store holds, as one JSON object; with `--follow` one per change.
@Command(name = "state", mixinStandardHelpOptions = true)
public final class StateCommand implements Callable<Integer> {
    @Mixin private SiteOption site = new SiteOption();

    @Option(names = "--follow", descriptionKey = "follow")
    private boolean isFollowing;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Failure, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        try (LiveSite live = site.open()) {
            Snapshot shown = live.latest();
            print(shown, out);
            while (isFollowing && !out.checkError()) {
                Snapshot next = live.awaitNewer(shown.generation(), Duration.ofSeconds(1));
                if (next.generation() > shown.generation()) {
                    shown = next;
                    print(shown, out);
                }
            }
        }
        return 0;
    }

    private static void print(Snapshot snapshot, PrintWriter out) {
        try {
            StateJson.write(snapshot, out);
        } catch (IOException e) {
            // A PrintWriter never throws; it remembers.
            throw new UncheckedIOException(e);
        }
        out.println();
        out.flush();
    }
}
