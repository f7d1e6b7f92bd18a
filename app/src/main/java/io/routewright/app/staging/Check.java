package io.routewright.app.staging;

import io.routewright.app.store.Snapshot;
import io.routewright.netlink.RtnetlinkObject;
import io.routewright.protocol.Operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What one operation is judged by, and the findings so far.
final class Check {
    private final Operation operation;
    private final Snapshot truth;
    private final Snapshot projected;
    private final List<Finding> findings = new ArrayList<>();

    /// @param projected the truth with everything staged, this operation included
    Check(Operation operation, Snapshot truth, Snapshot projected) {
        this.operation = operation;
        this.truth = truth;
        this.projected = projected;
    }

    Operation operation() {
        return operation;
    }

    Snapshot truth() {
        return truth;
    }

    Snapshot projected() {
        return projected;
    }

    boolean isCreation() {
        return operation instanceof Operation.Create;
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /// The sentence is the text `finding.KEY`, the fix the text `fix.KEY` where there is one.
    void error(String field, RtnetlinkObject object, String key, String... values) {
        add(new Say(Finding.Severity.ERROR, field, object), key, Optional.empty(), values);
    }

    void warning(String field, RtnetlinkObject object, String key, String... values) {
        add(new Say(Finding.Severity.WARNING, field, object), key, Optional.empty(), values);
    }

    void note(String field, RtnetlinkObject object, String key, String... values) {
        add(new Say(Finding.Severity.NOTE, field, object), key, Optional.empty(), values);
    }

    /// How, about which field of which object.
    record Say(Finding.Severity severity, String field, RtnetlinkObject object) {}

    void add(Say say, String key, Optional<? extends RtnetlinkObject> corrected, String... values) {
        Object[] all = values;
        String sentence = Staged.STRINGS.get("finding." + key, all);
        String fix = Staged.STRINGS.get("fix." + key, all);
        findings.add(
                new Finding(say.severity(), say.field(), say.object(), sentence, fix, corrected));
    }
}
