package io.routewright.app.ipcommand;

import io.routewright.app.staging.Staging;
import io.routewright.app.store.Snapshot;
import io.routewright.netlink.Canonical;
import io.routewright.netlink.RtnetlinkObject;
import io.routewright.protocol.Operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a text of `ip` commands means.
///
/// @param steps one per command, in order; those with errors have no operations
/// @param errors why commands were not understood; with any, nothing shall be applied
/// @param after the state as it would be with all steps done
public record Parsed(List<Step> steps, List<ParseError> errors, Snapshot after) {
    /// One command.
    ///
    /// @param line where it starts, from 1
    /// @param text the command, without prompt and comment
    /// @param operations what it does; empty for one that changes nothing
    /// @param notes what was chosen or is worth knowing, one sentence each
    public record Step(int line, String text, List<Operation> operations, List<String> notes) {
        /// Takes copies of the lists.
        public Step {
            operations = List.copyOf(operations);
            notes = List.copyOf(notes);
        }
    }

    /// Takes copies of the lists.
    public Parsed {
        steps = List.copyOf(steps);
        errors = List.copyOf(errors);
    }

    public boolean isUnderstood() {
        return errors.isEmpty();
    }

    /// The net operations: what several commands do to one object is folded into one.
    public List<Operation> operations() {
        Staging staging = new Staging();
        staging.stage(steps.stream().flatMap(s -> s.operations().stream()).toList());
        return staging.operations();
    }

    /// The line of the last command that touches the object of `operation`; empty when none does.
    public Optional<Integer> lineOf(Operation operation) {
        Optional<RtnetlinkObject> object = imageOf(operation);
        List<Integer> lines = new ArrayList<>();
        for (Step s : steps) {
            boolean touches =
                    s.operations().contains(operation)
                            || s.operations().stream().anyMatch(op -> isSame(op, object));
            if (touches) {
                lines.add(s.line());
            }
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(lines.getLast());
    }

    private static boolean isSame(Operation other, Optional<RtnetlinkObject> object) {
        return object.isPresent()
                && imageOf(other)
                        .filter(o -> o.newType() == object.get().newType())
                        .filter(o -> Canonical.key(o).equals(Canonical.key(object.get())))
                        .isPresent();
    }

    private static Optional<RtnetlinkObject> imageOf(Operation operation) {
        return switch (operation) {
            case Operation.Create op -> Optional.of(op.after());
            case Operation.Delete op -> Optional.of(op.before());
            case Operation.Change op -> Optional.of(op.after());
            case Operation.Name op -> Optional.empty();
            case Operation.Sysctl op -> Optional.empty();
        };
    }
}
