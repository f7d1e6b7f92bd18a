package io.routewright.daemon.plan;

import io.routewright.daemon.names.OwnNames;
import io.routewright.daemon.sysctl.Sysctls;
import io.routewright.netlink.Address;
import io.routewright.netlink.Attributes;
import io.routewright.netlink.Link;
import io.routewright.netlink.NexthopObject;
import io.routewright.netlink.Route;
import io.routewright.netlink.RtnetlinkObject;
import io.routewright.netlink.Rule;
import io.routewright.protocol.Operation;

import java.util.List;
import java.util.Optional;

/// What this helper does at all. Every operation is held against it before anything is read or done. An attribute
/// that is not listed passes only as part of a change, when the kernel reports the very same bytes for that object:
/// so an edit drops nothing, and nothing unknown comes in.
public final class ClosedList {
    private final OwnNames names;

    public ClosedList(OwnNames names) {
        this.names = names;
    }

    /// @throws Refused `Rejected`, with the operation's index and a sentence
    public void check(List<Operation> operations) throws Refused {
        for (int i = 0; i < operations.size(); i++) {
            Optional<String> wrong = objection(operations.get(i));
            if (wrong.isPresent()) {
                throw Refused.rejected(i, wrong.get());
            }
        }
    }

    private Optional<String> objection(Operation operation) {
        return switch (operation) {
            case Operation.Create op -> created(op.after());
            case Operation.Delete op -> deleted(op.before());
            case Operation.Change op -> changed(op.before(), op.after());
            case Operation.Name op -> names.objection(op.tableId(), op.after());
            case Operation.Sysctl op -> sysctl(op);
        };
    }

    private static Optional<String> sysctl(Operation.Sysctl op) {
        if (!Sysctls.isKnown(op.key())) {
            return Optional.of(op.key() + " is not a routing sysctl of the list");
        }
        return Sysctls.isValue(op.after())
                ? Optional.empty()
                : Optional.of("the value must be one number");
    }

    private static Optional<String> created(RtnetlinkObject after) {
        return switch (after) {
            case Link l -> ObjectChecks.newLink(l);
            case Route r ->
                    RouteChecks.objection(r).or(() -> RouteChecks.unknown(r, Optional.empty()));
            default -> wellFormed(after).or(() -> unknown(after, Attributes.NONE));
        };
    }

    private static Optional<String> deleted(RtnetlinkObject before) {
        return switch (before) {
            case Link l ->
                    l.isVrf() ? Optional.empty() : Optional.of("only VRF links are deleted here");
            case Route r -> Optional.empty();
            case Rule r -> Optional.empty();
            case Address a -> Optional.empty();
            case NexthopObject n -> Optional.empty();
            default -> Optional.of("objects of this kind are not changed here");
        };
    }

    private static Optional<String> changed(RtnetlinkObject before, RtnetlinkObject after) {
        return before instanceof Link a && after instanceof Link b
                ? ObjectChecks.changedLink(a, b)
                : wellFormed(after);
    }

    private static Optional<String> wellFormed(RtnetlinkObject object) {
        return switch (object) {
            case Route r -> RouteChecks.objection(r);
            case Rule r -> RuleChecks.objection(r);
            case NexthopObject n -> ObjectChecks.objection(n);
            case Address a -> ObjectChecks.objection(a);
            default -> Optional.of("objects of this kind are not changed here");
        };
    }

    /// @param present the object as the kernel has it now
    /// @throws Refused `after` holds an attribute that is neither listed nor the kernel's own
    static void checkUnknown(int operation, RtnetlinkObject present, RtnetlinkObject after)
            throws Refused {
        Optional<String> strange =
                after instanceof Route r
                        ? RouteChecks.unknown(r, Optional.of((Route) present))
                        : unknown(after, present.attributes());
        if (strange.isPresent()) {
            throw Refused.rejected(operation, strange.get());
        }
    }

    private static Optional<String> unknown(RtnetlinkObject after, Attributes present) {
        return switch (after) {
            case Rule r -> RuleChecks.fields(r.family()).unknown(r.attributes(), present);
            case NexthopObject n -> ObjectChecks.nexthopFields(n).unknown(n.attributes(), present);
            case Address a ->
                    ObjectChecks.addressFields(a.family()).unknown(a.attributes(), present);
            default -> Optional.empty();
        };
    }
}
