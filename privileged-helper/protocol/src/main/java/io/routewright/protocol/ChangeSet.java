package io.routewright.protocol;

import java.util.List;

/// Changes that are applied whole or not at all.
///
/// @param id names the set in answers, logs and history; at most 64 characters
/// @param comment the admin's words; may be empty
/// @param operations in the order they were staged; the helper orders the work itself
public record ChangeSet(String id, String comment, List<Operation> operations) {
    /// Takes a copy of `operations`.
    public ChangeSet {
        operations = List.copyOf(operations);
    }
}
