package io.routewright.app;

import io.routewright.app.cli.ApplyCommand;
import io.routewright.app.cli.Commands;
import io.routewright.app.cli.Failure;
import io.routewright.app.cli.HelperCommand;
import io.routewright.app.cli.PlanCommand;
import io.routewright.app.cli.RootCommand;
import io.routewright.app.cli.ScreenshotsCommand;
import io.routewright.app.cli.StateCommand;
import io.routewright.app.cli.WithoutWindow;
import io.routewright.app.nexthops.NexthopsScreen;
import io.routewright.app.routes.RoutesScreen;
import io.routewright.app.rules.RulesScreen;
import io.routewright.app.session.Site;
import io.routewright.app.shell.Pictures;
import io.routewright.app.shell.Screen;
import io.routewright.app.shell.WindowApp;
import io.routewright.app.shell.Workspace;
import io.routewright.app.vrfs.VrfsScreen;

import java.util.List;

/// The entry, and the only place that composes rooms.
public final class Routewright {
    private Routewright() {}

    /// Runs one command, or the window when none is named, and ends the process.
    public static void main(String[] arguments) {
        RootCommand root = new RootCommand(Routewright::window);
        ScreenshotsCommand.Camera camera =
                (live, dir) -> Pictures.take(live, Routewright::rooms, dir);
        List<Object> subcommands =
                List.of(
                        new StateCommand(),
                        new PlanCommand(),
                        new ApplyCommand(),
                        new HelperCommand(),
                        new ScreenshotsCommand(camera));
        System.exit(Commands.run(root, subcommands, arguments));
    }

    /// The screens, in the order of the navigation.
    static List<Screen> rooms(Workspace workspace) {
        return List.of(
                new RoutesScreen(workspace),
                new RulesScreen(workspace),
                new NexthopsScreen(workspace),
                new VrfsScreen(workspace));
    }

    private static int window(Site site) throws Failure, InterruptedException {
        if (!WindowApp.hasDisplay()) {
            return WithoutWindow.run(
                    site, (live, dir) -> Pictures.take(live, Routewright::rooms, dir));
        }
        WindowApp.run(site, Routewright::rooms);
        return 0;
    }
}
