package io.routewright.app.cli;

import io.routewright.app.text.Strings;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/// The command tree. Exit codes: 0 done, 1 refused or failed, 2 bad usage or input; a failure is one line on
/// standard error.
public final class Commands {
    private Commands() {}

    /// Runs `arguments` and gives the exit code.
    public static int run(RootCommand root, List<Object> subcommands, String... arguments) {
        return tree(root, subcommands).execute(arguments);
    }

    static CommandLine tree(RootCommand root, List<Object> subcommands) {
        CommandLine tree = new CommandLine(root);
        subcommands.forEach(tree::addSubcommand);
        ResourceBundle texts =
                ResourceBundle.getBundle(
                        Commands.class.getPackageName() + ".strings",
                        Locale.getDefault(),
                        Commands.class.getModule());
        tree.setResourceBundle(texts);
        tree.setParameterExceptionHandler((e, arguments) -> usage(e));
        tree.setExecutionExceptionHandler((e, command, parsed) -> failed(e, command.getErr()));
        return tree;
    }

    private static int usage(CommandLine.ParameterException e) {
        say(e.getCommandLine().getErr(), String.valueOf(e.getMessage()));
        return Failure.BAD_INPUT;
    }

    private static int failed(Throwable e, PrintWriter err) {
        if (e instanceof Failure failure) {
            say(err, failure.sentence());
            return failure.exitCode();
        }
        say(err, new Strings(Commands.class).get("unexpected", e.toString()));
        return Failure.REFUSED;
    }

    private static void say(PrintWriter err, String sentence) {
        err.println("routewright: " + sentence.replace('\n', ' '));
        err.flush();
    }
}
