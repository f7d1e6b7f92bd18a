package io.routewright.app.staging;

import io.routewright.app.store.Snapshot;
import io.routewright.netlink.Canonical;
import io.routewright.netlink.RtnetlinkObject;
import io.routewright.protocol.Operation;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Truth and intent together: a snapshot and the staged operations on it. Immutable.
public final class StagedView {
    /// What is intended for an object of the truth.
    public enum Mark {
        NONE,
        CHANGED,
        REMOVED
    }

    private final Snapshot truth;
    private final List<Operation> operations;
    private final Map<RtnetlinkObject, Operation> byBefore = new HashMap<>();

    public StagedView(Snapshot truth, List<Operation> operations) {
        this.truth = truth;
        this.operations = List.copyOf(operations);
        for (Operation operation : operations) {
            switch (operation) {
                case Operation.Delete op -> byBefore.put(Canonical.of(op.before()), op);
                case Operation.Change op -> byBefore.put(Canonical.of(op.before()), op);
                default -> {
                    /* no object of the truth is touched */
                }
            }
        }
    }

    /// The kernel's state, without the staged changes.
    public Snapshot truth() {
        return truth;
    }

    public List<Operation> operations() {
        return operations;
    }

    /// What is intended for that object of the truth.
    public Mark markOf(RtnetlinkObject object) {
        return switch (staged(object)) {
            case Operation.Delete op -> Mark.REMOVED;
            case Operation.Change op -> Mark.CHANGED;
            case null, default -> Mark.NONE;
        };
    }

    private @Nullable Operation staged(RtnetlinkObject object) {
        return byBefore.isEmpty() ? null : byBefore.get(Canonical.of(object));
    }

    /// The object as it shall become, where a change is staged for it.
    public <T extends RtnetlinkObject> Optional<T> intended(T object, Class<T> kind) {
        return staged(object) instanceof Operation.Change op
                ? Optional.of(kind.cast(op.after()))
                : Optional.empty();
    }

    /// The staged operation that touches that object, whether as its before or its after image.
    public Optional<Operation> operationOn(RtnetlinkObject object) {
        return operations.stream().filter(op -> touches(op, object)).findFirst();
    }

    private static boolean touches(Operation operation, RtnetlinkObject object) {
        return switch (operation) {
            case Operation.Create op -> Canonical.isSame(op.after(), object);
            case Operation.Delete op -> Canonical.isSame(op.before(), object);
            case Operation.Change op ->
                    Canonical.isSame(op.before(), object) || Canonical.isSame(op.after(), object);
            default -> false;
        };
    }

    /// The objects of that kind that shall come into being, in staged order.
    public <T extends RtnetlinkObject> List<T> created(Class<T> kind) {
        return operations.stream()
                .filter(op -> op instanceof Operation.Create c && kind.isInstance(c.after()))
                .map(op -> kind.cast(((Operation.Create) op).after()))
                .toList();
    }

    /// The operations whose ground has moved since they were staged. Walks the truth once per operation: ask once per
    /// snapshot, not per row.
    public List<Conflict> conflicts() {
        return Conflicts.of(truth, operations);
    }

    /// The state as it would be with everything staged.
    public Snapshot projected() {
        return Projection.of(truth, operations);
    }
}
