package io.routewright.app.cli;

import io.routewright.app.session.Site;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.util.concurrent.Callable;

/// `routewright` itself: without a subcommand it opens the window.
@Command(name = "routewright", mixinStandardHelpOptions = true, version = "routewright 0.1.0")
public final class RootCommand implements Callable<Integer> {
    /// Opens the window and returns when it is closed. A function, so that the other commands load no JavaFX.
    @FunctionalInterface
    public interface Window {
        /// The exit code.
        int open(Site site) throws Failure, InterruptedException;
    }

    private final Window window;

    @Mixin private SiteOption site = new SiteOption();

    public RootCommand(Window window) {
        this.window = window;
    }

    @Override
    public Integer call() throws Failure, InterruptedException {
        return window.open(site.site());
    }
}
