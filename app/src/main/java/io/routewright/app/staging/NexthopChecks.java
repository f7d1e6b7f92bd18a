package io.routewright.app.staging;

import io.routewright.netlink.Family;
import io.routewright.netlink.Nexthop;
import io.routewright.netlink.NexthopObject;
import io.routewright.protocol.Operation;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What may be wrong with a nexthop object or group.
final class NexthopChecks {
    private NexthopChecks() {}

    static void check(NexthopObject n, Check check) {
        String id = Long.toString(n.id());
        if (n.id() == 0) {
            check.error("nexthopId", n, "nexthopIdZero");
        } else if (check.isCreation() && check.truth().nexthop(n.id()).isPresent()) {
            check.error("nexthopId", n, "nexthopIdTaken", id, free(check));
        }
        if (check.operation() instanceof Operation.Change c
                && c.before() instanceof NexthopObject b
                && b.isGroup() != n.isGroup()) {
            check.error("nexthopId", n, "nexthopKind", id);
        }
        if (n.isGroup()) {
            group(n, check);
        } else if (!n.isBlackhole() && !n.isFdb()) {
            single(n, check);
        }
    }

    private static String free(Check check) {
        return Long.toString(
                check.projected().nexthops().stream().mapToLong(NexthopObject::id).max().orElse(0)
                        + 1);
    }

    private static void single(NexthopObject n, Check check) {
        if (n.ifindex() == 0) {
            check.error("interface", n, "nexthopNeedsLink");
        }
        Nexthop bare = Nexthop.onLink(n.ifindex()).withFlags(n.header().flags());
        Family family = n.family().orElse(Family.INET);
        Nexthop leg = n.gateway().map(g -> bare.withGateway(g, family)).orElse(bare);
        Gateways.check(new Gateways.Leg(n, family, leg), check);
    }

    private static void group(NexthopObject n, Check check) {
        List<NexthopObject.Member> members = n.members();
        if (members.isEmpty()) {
            check.error("member", n, "groupEmpty");
        }
        int largest = check.truth().kernel().largestGroupWeight();
        Set<Long> seen = new HashSet<>();
        for (NexthopObject.Member m : members) {
            if (m.weight() < 1 || m.weight() > largest) {
                check.error(
                        "weight",
                        n,
                        "weight",
                        Integer.toString(m.weight()),
                        Integer.toString(largest));
            }
            if (!seen.add(m.id())) {
                check.error("member", n, "memberTwice", Long.toString(m.id()));
            }
            member(n, m, check);
        }
    }

    private static void member(NexthopObject n, NexthopObject.Member m, Check check) {
        Optional<NexthopObject> found = check.projected().nexthop(m.id());
        String id = Long.toString(m.id());
        if (found.isEmpty()) {
            check.error("member", n, "unknownNexthop", id);
        } else if (found.get().isGroup()) {
            check.error("member", n, "memberIsGroup", id);
        } else if (found.get().isBlackhole() && n.members().size() > 1) {
            check.error("member", n, "memberIsBlackhole", id);
        }
    }

    static void checkDeletion(NexthopObject n, Check check) {
        long routes =
                check.projected().routes().stream().filter(r -> r.nexthopId() == n.id()).count();
        if (routes > 0) {
            check.warning(
                    "nexthopId", n, "nexthopUsed", Long.toString(n.id()), Long.toString(routes));
        }
        check.projected().nexthops().stream()
                .filter(g -> g.members().stream().anyMatch(m -> m.id() == n.id()))
                .forEach(g ->
                        check.warning(
                                "member",
                                n,
                                "memberGoes",
                                Long.toString(n.id()),
                                Long.toString(g.id())));
    }
}
