package io.routewright.app.ipcommand;

import io.routewright.app.store.Snapshot;
import io.routewright.netlink.Family;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a command is read against: the state after the lines before it, and the family its options asked for.
final class Scene {
    private final Snapshot snapshot;
    private final Optional<Family> family;
    private final List<String> notes = new ArrayList<>();

    Scene(Snapshot snapshot, Optional<Family> family) {
        this.snapshot = snapshot;
        this.family = family;
    }

    Snapshot snapshot() {
        return snapshot;
    }

    /// The family of `-4`, `-6` or `-f`.
    Optional<Family> family() {
        return family;
    }

    Names names() {
        return new Names(snapshot);
    }

    /// Something worth saying about what was chosen; the text `note.KEY`.
    void note(String key, Object... values) {
        notes.add(Texts.STRINGS.get("note." + key, values));
    }

    List<String> notes() {
        return List.copyOf(notes);
    }
}
