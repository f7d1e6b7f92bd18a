package io.routewright.app.routes;

import io.routewright.app.staging.Finding;
import io.routewright.app.staging.Validation;
import io.routewright.netlink.Route;
import io.routewright.protocol.Operation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What is to be said about a route before it is staged.
///
/// @param effect what will really happen
/// @param findings what else is odd, errors included
record Judgement(Consequence effect, List<Finding> findings) {
    static Judgement ofChange(RouteLine line, Route after, RoutesModel model) {
        Consequence effect = Consequence.ofChanging(line.shown(), after, model.projected());
        return of(effect, new Operation.Change(line.shown(), after), model);
    }

    static Judgement ofAdding(Route after, RoutesModel model) {
        Consequence effect = Consequence.ofAdding(after, model.projected());
        return of(effect, new Operation.Create(after, effect.placement()), model);
    }

    private static Judgement of(Consequence effect, Operation operation, RoutesModel model) {
        List<Finding> all =
                Validation.of(operation, model.view().operations(), model.view().truth());
        // Routes of the same key are what `effect` is about.
        return new Judgement(
                effect, all.stream().filter(f -> !f.field().equals("destination")).toList());
    }

    /// Why it cannot be.
    Optional<String> error() {
        if (effect.isRefused()) {
            return Optional.of(RoutesText.of(effect));
        }
        String errors = sentences(true);
        return errors.isEmpty() ? Optional.empty() : Optional.of(errors);
    }

    /// What will happen, and what is odd about it.
    String note() {
        String warnings = sentences(false);
        String first = effect.isRefused() ? "" : RoutesText.of(effect);
        return warnings.isEmpty() ? first : first.isEmpty() ? warnings : first + "\n" + warnings;
    }

    boolean isWarning() {
        return effect.isWarning() || findings.stream().anyMatch(f -> !f.isError());
    }

    private String sentences(boolean areErrors) {
        return findings.stream()
                .filter(f -> f.isError() == areErrors)
                .map(f -> f.fix().isEmpty() ? f.sentence() : f.sentence() + " " + f.fix())
                .distinct()
                .collect(Collectors.joining("\n"));
    }
}
