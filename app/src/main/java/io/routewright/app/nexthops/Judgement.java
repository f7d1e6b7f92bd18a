package io.routewright.app.nexthops;

import io.routewright.app.control.FormDialog;
import io.routewright.app.staging.Finding;
import io.routewright.app.staging.Validation;
import io.routewright.app.store.Snapshot;
import io.routewright.protocol.Operation;

import java.util.List;

/// Shows in a form what the validation finds.
final class Judgement {
    private Judgement() {}

    /// @param state the state with everything staged
    static void show(FormDialog form, Operation intended, Snapshot state) {
        List<Finding> found = Validation.of(intended, List.of(), state);
        String errors = sentences(found.stream().filter(Finding::isError).toList());
        form.setError(errors);
        form.setBlocked(!errors.isEmpty());
        List<Finding> others = found.stream().filter(f -> !f.isError()).toList();
        boolean isWarning = others.stream().anyMatch(f -> f.severity() == Finding.Severity.WARNING);
        form.setNote(sentences(others), isWarning);
    }

    private static String sentences(List<Finding> found) {
        List<String> all =
                found.stream().map(f -> (f.sentence() + " " + f.fix()).strip()).distinct().toList();
        return String.join("\n", all);
    }
}
