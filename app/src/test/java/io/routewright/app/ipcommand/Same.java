package io.routewright.app.ipcommand;

import io.routewright.netlink.Canonical;
import io.routewright.netlink.RtnetlinkObject;
import io.routewright.protocol.Operation;

import java.util.List;

/// Compares operations by what their objects are.
final class Same {
    private Same() {}

    static boolean areSame(List<Operation> a, List<Operation> b) {
        return a.stream()
                .map(Same::canonical)
                .toList()
                .equals(b.stream().map(Same::canonical).toList());
    }

    private static Operation canonical(Operation operation) {
        return switch (operation) {
            case Operation.Create op -> new Operation.Create(of(op.after()), op.placement());
            case Operation.Delete op -> new Operation.Delete(of(op.before()));
            case Operation.Change op -> new Operation.Change(of(op.before()), of(op.after()));
            default -> operation;
        };
    }

    private static RtnetlinkObject of(RtnetlinkObject object) {
        return Canonical.of(object);
    }
}
