package io.routewright.app.shell;

import io.routewright.app.ipcommand.IpText;
import io.routewright.app.staging.Conflict;
import io.routewright.app.staging.Finding;
import io.routewright.app.staging.StagedView;
import io.routewright.app.staging.Validation;
import io.routewright.app.store.Snapshot;
import io.routewright.protocol.Operation;

import java.util.List;
import java.util.Map;

/// What there is to say about the staged operations on that truth.
///
/// @param commands as `ip` commands, line by line
record StagedFacts(
        List<Operation> operations,
        Snapshot truth,
        Map<Operation, List<Finding>> findings,
        List<Conflict> conflicts,
        List<String> commands) {
    /// Pure; walks over the truth.
    static StagedFacts of(List<Operation> operations, Snapshot truth) {
        return new StagedFacts(
                operations,
                truth,
                Validation.ofAll(operations, truth),
                new StagedView(truth, operations).conflicts(),
                IpText.of(operations, truth));
    }

    List<Finding> findingsOn(Operation operation) {
        return findings.getOrDefault(operation, List.of());
    }

    /// How many the kernel would likely refuse.
    long errors() {
        return findings.values().stream().flatMap(List::stream).filter(Finding::isError).count();
    }
}
