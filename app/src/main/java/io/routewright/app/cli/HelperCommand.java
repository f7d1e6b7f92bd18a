package io.routewright.app.cli;

import io.routewright.app.text.Strings;

import picocli.CommandLine.Command;

import java.util.concurrent.Callable;

/// `helper`: the privileged process is another program; says how to start it.
@Command(name = "helper")
public final class HelperCommand implements Callable<Integer> {
    @Override
    public Integer call() throws Failure {
        throw Failure.badInput(new Strings(HelperCommand.class).get("helperElsewhere"));
    }
}
