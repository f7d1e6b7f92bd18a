package io.routewright.app.staging;

import io.routewright.netlink.Canonical;
import io.routewright.netlink.Route;
import io.routewright.netlink.RtnetlinkObject;
import io.routewright.netlink.Rule;
import io.routewright.protocol.Operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Folds acts on the same object into one net operation: create then change is create, create
/// then delete is nothing, delete then create again is nothing or a change.
final class Folding {
    private Folding() {}

    static List<Operation> fold(List<Operation> staged, List<Operation> act) {
        List<Operation> all = new ArrayList<>(staged);
        for (Operation next : act) {
            add(all, next);
        }
        return all;
    }

    private static void add(List<Operation> all, Operation next) {
        for (int i = 0; i < all.size(); i++) {
            if (continues(all.get(i), next)) {
                Optional<Operation> net = join(all.get(i), next);
                all.remove(i);
                if (net.isPresent()) {
                    all.add(i, net.get());
                }
                return;
            }
        }
        all.add(next);
    }

    private static boolean continues(Operation earlier, Operation next) {
        return switch (next) {
            case Operation.Name n ->
                    earlier instanceof Operation.Name e && e.tableId() == n.tableId();
            case Operation.Sysctl n ->
                    earlier instanceof Operation.Sysctl e && e.key().equals(n.key());
            case Operation.Create n -> restores(earlier, n.after());
            case Operation.Delete n -> leaves(earlier, n.before());
            case Operation.Change n -> leaves(earlier, n.before());
        };
    }

    /// Deleted and made again: the same object, perhaps edited. Only where the key is held by one object at most.
    private static boolean restores(Operation earlier, RtnetlinkObject object) {
        if (!(earlier instanceof Operation.Delete e)) {
            return false;
        }
        boolean hasOwnKey = !(object instanceof Rule) && !(object instanceof Route);
        return hasOwnKey
                ? Canonical.key(e.before()).equals(Canonical.key(object))
                : Canonical.isSame(e.before(), object);
    }

    private static Optional<Operation> create(RtnetlinkObject before, Operation.Create next) {
        return Canonical.isSame(before, next.after())
                ? Optional.empty()
                : Optional.of(new Operation.Change(before, next.after()));
    }

    private static boolean leaves(Operation earlier, RtnetlinkObject object) {
        return switch (earlier) {
            case Operation.Create e -> Canonical.isSame(e.after(), object);
            case Operation.Change e -> Canonical.isSame(e.after(), object);
            default -> false;
        };
    }

    private static Optional<Operation> join(Operation earlier, Operation next) {
        return switch (next) {
            case Operation.Name n -> name((Operation.Name) earlier, n);
            case Operation.Sysctl n -> sysctl((Operation.Sysctl) earlier, n);
            case Operation.Delete n ->
                    earlier instanceof Operation.Change e
                            ? Optional.of(new Operation.Delete(e.before()))
                            : Optional.empty();
            case Operation.Change n -> change(earlier, n.after());
            case Operation.Create n -> create(((Operation.Delete) earlier).before(), n);
        };
    }

    private static Optional<Operation> change(Operation earlier, RtnetlinkObject after) {
        return switch (earlier) {
            case Operation.Create e -> Optional.of(new Operation.Create(after, e.placement()));
            case Operation.Change e ->
                    Canonical.isSame(e.before(), after)
                            ? Optional.empty()
                            : Optional.of(new Operation.Change(e.before(), after));
            default -> Optional.of(earlier);
        };
    }

    private static Optional<Operation> name(Operation.Name earlier, Operation.Name next) {
        return earlier.before().equals(next.after())
                ? Optional.empty()
                : Optional.of(new Operation.Name(next.tableId(), earlier.before(), next.after()));
    }

    private static Optional<Operation> sysctl(Operation.Sysctl earlier, Operation.Sysctl next) {
        return earlier.before().equals(next.after())
                ? Optional.empty()
                : Optional.of(new Operation.Sysctl(next.key(), earlier.before(), next.after()));
    }
}
