package io.routewright.app.staging;

import io.routewright.netlink.Address;
import io.routewright.netlink.Family;
import io.routewright.netlink.Link;
import io.routewright.netlink.NexthopObject;
import io.routewright.netlink.Route;
import io.routewright.netlink.Rtnetlink;
import io.routewright.netlink.RtnetlinkObject;
import io.routewright.netlink.Rule;
import io.routewright.protocol.Operation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The order in which the helper does a change set, for showing it beforehand: what leans on others goes first, what
/// others lean on comes first. The helper decides; this mirrors its phases.
public final class Order {
    private enum Phase {
        RULES_OUT,
        ROUTES_OUT,
        ADDRESSES_OUT,
        LINKS_RELEASED,
        LINKS_OUT,
        LINKS_IN,
        LINKS_CHANGED,
        SYSCTLS,
        ADDRESSES_IN,
        NEXTHOPS_IN,
        GROUPS_IN,
        ROUTES_IN,
        RULES_IN,
        GROUPS_OUT,
        NEXTHOPS_OUT,
        NAMES
    }

    private final Set<Integer> goingLinks = new HashSet<>();

    private Order() {}

    /// The operations in the order of work; those of one phase keep their order.
    public static List<Operation> of(List<Operation> operations) {
        Order order = new Order();
        for (Operation operation : operations) {
            if (operation instanceof Operation.Delete d && d.before() instanceof Link l) {
                order.goingLinks.add(l.ifindex());
            }
        }
        List<Operation> sorted = new ArrayList<>(operations);
        sorted.sort(Comparator.comparing(order::phase).thenComparingInt(Order::rank));
        return sorted;
    }

    private Phase phase(Operation operation) {
        return switch (operation) {
            case Operation.Create op -> in(op.after());
            case Operation.Change op -> changed(op);
            case Operation.Delete op -> out(op.before());
            case Operation.Name op -> Phase.NAMES;
            case Operation.Sysctl op -> Phase.SYSCTLS;
        };
    }

    private Phase changed(Operation.Change op) {
        if (op.after() instanceof Link after && op.before() instanceof Link before) {
            boolean isReleased = after.master() == 0 && goingLinks.contains(before.master());
            return isReleased ? Phase.LINKS_RELEASED : Phase.LINKS_CHANGED;
        }
        return in(op.after());
    }

    private static Phase in(RtnetlinkObject object) {
        return switch (object) {
            case Rule o -> Phase.RULES_IN;
            case Route o -> Phase.ROUTES_IN;
            case Address o -> Phase.ADDRESSES_IN;
            case NexthopObject o -> o.isGroup() ? Phase.GROUPS_IN : Phase.NEXTHOPS_IN;
            default -> Phase.LINKS_IN;
        };
    }

    private static Phase out(RtnetlinkObject object) {
        return switch (object) {
            case Rule o -> Phase.RULES_OUT;
            case Route o -> Phase.ROUTES_OUT;
            case Address o -> Phase.ADDRESSES_OUT;
            case NexthopObject o -> o.isGroup() ? Phase.GROUPS_OUT : Phase.NEXTHOPS_OUT;
            default -> Phase.LINKS_OUT;
        };
    }

    private static int rank(Operation operation) {
        return switch (operation) {
            case Operation.Create op -> op.after() instanceof Route r ? rank(r) : 0;
            case Operation.Change op -> op.after() instanceof Route r ? rank(r) : 0;
            case Operation.Delete op -> op.before() instanceof Route r ? -rank(r) : 0;
            default -> 0;
        };
    }

    /// What others lean on first: in IPv4 the narrower scope, in IPv6 routes without a gateway.
    private static int rank(Route r) {
        if (r.family() == Family.INET) {
            return Rtnetlink.RT_SCOPE_NOWHERE - r.scope();
        }
        boolean hasGateway = r.nexthops().stream().anyMatch(leg -> leg.gateway().isPresent());
        return hasGateway || r.nexthopId() != 0 ? 1 : 0;
    }
}
