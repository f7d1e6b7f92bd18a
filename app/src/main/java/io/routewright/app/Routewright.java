package io.routewright.app;

import io.routewright.app.cli.Commands;
import io.routewright.app.cli.Failure;
import io.routewright.app.cli.HelperCommand;
import io.routewright.app.cli.RootCommand;
import io.routewright.app.cli.StateCommand;
import io.routewright.app.session.Site;

import java.util.List;

/// The entry, and the only place that composes rooms.
public final class Routewright {
    private Routewright() {}

    /// Runs one command, or the window when none is named, and ends the process.
    public static void main(String[] arguments) {
        RootCommand root = new RootCommand(Routewright::window);
        List<Object> subcommands = List.of(new StateCommand(), new HelperCommand());
        System.exit(Commands.run(root, subcommands, arguments));
    }

    private static int window(Site site) throws Failure {
        throw Failure.refused("no window for " + site.text());
    }
}
