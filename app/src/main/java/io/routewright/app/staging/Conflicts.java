package io.routewright.app.staging;

import io.routewright.app.store.Snapshot;
import io.routewright.netlink.Address;
import io.routewright.netlink.Canonical;
import io.routewright.netlink.Link;
import io.routewright.netlink.NexthopObject;
import io.routewright.netlink.Route;
import io.routewright.netlink.RtnetlinkObject;
import io.routewright.netlink.Rule;
import io.routewright.protocol.Operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Compares staged operations with the truth.
final class Conflicts {
    private Conflicts() {}

    static List<Conflict> of(Snapshot truth, List<Operation> operations) {
        List<Conflict> found = new ArrayList<>();
        for (Operation operation : operations) {
            of(truth, operation).ifPresent(found::add);
        }
        return found;
    }

    private static Optional<Conflict> of(Snapshot truth, Operation operation) {
        return switch (operation) {
            case Operation.Create op -> taken(truth, op);
            case Operation.Delete op -> moved(truth, op, op.before());
            case Operation.Change op -> moved(truth, op, op.before());
            case Operation.Name op -> Optional.empty();
            case Operation.Sysctl op -> Optional.empty();
        };
    }

    private static Optional<Conflict> moved(
            Snapshot truth, Operation operation, RtnetlinkObject before) {
        List<RtnetlinkObject> sharing = sharingKey(truth, before);
        if (sharing.stream().anyMatch(o -> Canonical.isSame(o, before))) {
            return Optional.empty();
        }
        return sharing.size() == 1
                ? Optional.of(
                        new Conflict(
                                operation, Conflict.Kind.MOVED, Optional.of(sharing.getFirst())))
                : Optional.of(new Conflict(operation, Conflict.Kind.GONE, Optional.empty()));
    }

    private static Optional<Conflict> taken(Snapshot truth, Operation.Create op) {
        boolean isShareable =
                op.after() instanceof Rule || op.placement() != Operation.Placement.ALONE;
        return sharingKey(truth, op.after()).stream()
                .filter(o -> !isShareable || Canonical.isSame(o, op.after()))
                .findFirst()
                .map(o -> new Conflict(op, Conflict.Kind.TAKEN, Optional.of(o)));
    }

    private static List<RtnetlinkObject> sharingKey(Snapshot truth, RtnetlinkObject object) {
        Canonical.Key key = Canonical.key(object);
        List<RtnetlinkObject> found = new ArrayList<>();
        for (RtnetlinkObject row : rowsOf(truth, object)) {
            if (KeyFilter.mayShareKey(row, object) && Canonical.key(row).equals(key)) {
                found.add(row);
            }
        }
        return found;
    }

    private static List<? extends RtnetlinkObject> rowsOf(Snapshot truth, RtnetlinkObject object) {
        return switch (object) {
            case Route o -> truth.routes();
            case Rule o -> truth.rules();
            case NexthopObject o -> truth.nexthops();
            case Link o -> truth.links().all();
            case Address o -> truth.addresses();
            default -> List.of();
        };
    }
}
