package io.routewright.app.ipcommand;

import io.routewright.app.describe.Describe;
import io.routewright.app.store.Snapshot;
import io.routewright.netlink.Attribute;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.Family;
import io.routewright.netlink.Nexthop;
import io.routewright.netlink.Prefix;
import io.routewright.netlink.Route;
import io.routewright.netlink.RouteType;
import io.routewright.netlink.Rtnetlink;
import io.routewright.protocol.Operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `ip route del`: finds the very route the kernel would have hit. What is not said matches everything
/// (net/ipv4/fib_trie.c, fib_table_delete; net/ipv6/route.c, ip6_route_del).
final class RouteDeletion {
    private final RouteSpec spec;
    private final Snapshot snapshot;

    private RouteDeletion(RouteSpec spec, Snapshot snapshot) {
        this.spec = spec;
        this.snapshot = snapshot;
    }

    static List<Operation> read(Words words, Scene scene) throws SyntaxException {
        RouteSpec spec = RouteReader.read(words, scene);
        RouteDeletion deletion = new RouteDeletion(spec, scene.snapshot());
        List<Route> hits = scene.snapshot().routes().stream().filter(deletion::matches).toList();
        if (hits.isEmpty()) {
            throw deletion.nothing();
        }
        Route hit = hits.getFirst();
        if (hits.size() > 1) {
            String others = Integer.toString(hits.size());
            scene.note("firstOfRoutes", others, Describe.object(hit, scene.snapshot()));
        }
        return deletion.without(hit);
    }

    private SyntaxException nothing() {
        Word word = spec.destinationWord.orElseThrow();
        Prefix to = spec.destination();
        String table = snapshot.tableNames().label(spec.tableOrDefault());
        Optional<Route> elsewhere =
                snapshot.routes().stream().filter(r -> r.destination().equals(to)).findFirst();
        String fix =
                elsewhere.map(r -> Texts.fix("thereIs", Describe.object(r, snapshot))).orElse("");
        return SyntaxException.at(word, fix, "noSuchRoute", to.shortText(), table);
    }

    private boolean matches(Route r) {
        return r.header().destinationLength() == spec.destination().length()
                && r.family() == spec.familyOrDefault()
                && r.tos() == spec.tos
                && r.destination().equals(spec.destination())
                && r.tableId() == spec.tableOrDefault()
                && matchesCommon(r)
                && (r.family() == Family.INET ? matches4(r) : matches6(r));
    }

    private boolean matchesCommon(Route r) {
        long metric = spec.metric.orElse(0L);
        return (metric == 0 || metric == r.metric())
                && (spec.protocol.orElse(0) == 0 || spec.protocol.get() == r.protocol());
    }

    private boolean matches4(Route r) {
        boolean isType = spec.type.isEmpty() || spec.type.get() == r.type() || r.nexthopId() != 0;
        return isType
                && matchesScope(r)
                && (spec.preferredSource.isEmpty()
                        || spec.preferredSource.equals(r.preferredSource()))
                && matchesNexthop4(r)
                && matchesMetrics(r);
    }

    private boolean matchesScope(Route r) {
        RouteType type = spec.type.orElse(RouteType.UNSPEC);
        boolean isOpen =
                switch (type) {
                    case LOCAL, NAT, BROADCAST, MULTICAST, ANYCAST -> false;
                    default -> true;
                };
        int implied =
                isOpen ? Rtnetlink.RT_SCOPE_NOWHERE : RouteDefaults.scope(Family.INET, type, false);
        int wanted = spec.scope.orElse(implied);
        return wanted == Rtnetlink.RT_SCOPE_NOWHERE || wanted == r.scope();
    }

    private boolean matchesNexthop4(Route r) {
        boolean saysLeg = spec.ifindex != 0 || spec.gateway.isPresent();
        if (spec.nexthopId.isPresent()) {
            return r.nexthopId() == spec.nexthopId.get();
        }
        if (r.nexthopId() != 0) {
            return !saysLeg && spec.legs.isEmpty();
        }
        List<Nexthop> legs = r.nexthops();
        if (saysLeg) {
            return !legs.isEmpty()
                    && (spec.ifindex == 0 || spec.ifindex == legs.getFirst().ifindex())
                    && (spec.gateway.isEmpty() || spec.gateway.equals(legs.getFirst().gateway()));
        }
        return spec.legs.isEmpty() || matchesLegs(legs);
    }

    private boolean matchesLegs(List<Nexthop> legs) {
        if (legs.size() != spec.legs.size()) {
            return false;
        }
        for (int i = 0; i < legs.size(); i++) {
            if (!matchesLeg(spec.legs.get(i), legs.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean matchesLeg(Nexthop wanted, Nexthop leg) {
        return (wanted.ifindex() == 0 || wanted.ifindex() == leg.ifindex())
                && (wanted.gateway().isEmpty() || wanted.gateway().equals(leg.gateway()));
    }

    private boolean matchesMetrics(Route r) {
        for (Attribute m : spec.metrics) {
            Optional<Bytes> own = r.metrics().find(m.kind());
            if (own.isEmpty() || !own.get().equals(m.value())) {
                return false;
            }
        }
        return true;
    }

    private boolean matches6(Route r) {
        if (!r.source().equals(spec.source.orElse(Prefix.any(Family.INET6)))) {
            return false;
        }
        if (spec.nexthopId.isPresent()) {
            return r.nexthopId() == spec.nexthopId.get();
        }
        if (r.nexthopId() != 0) {
            return spec.gateway.isEmpty() && spec.ifindex == 0;
        }
        boolean saysLeg = spec.ifindex != 0 || spec.gateway.isPresent();
        List<Nexthop> wanted = saysLeg ? List.of(wantedLeg()) : spec.legs;
        return wanted.isEmpty()
                || wanted.stream()
                        .allMatch(w -> r.nexthops().stream().anyMatch(leg -> matchesLeg(w, leg)));
    }

    private Nexthop wantedLeg() {
        Nexthop leg = Nexthop.onLink(spec.ifindex);
        return spec.gateway.map(g -> leg.withGateway(g, spec.familyOrDefault())).orElse(leg);
    }

    /// In IPv6 a gateway names one leg of a balanced route, and only that leg goes.
    private List<Operation> without(Route hit) {
        List<Nexthop> gone =
                spec.gateway.isPresent() ? List.of(wantedLeg()) : List.copyOf(spec.legs);
        if (hit.family() == Family.INET || !hit.isMultipath() || gone.isEmpty()) {
            return List.of(new Operation.Delete(hit));
        }
        List<Nexthop> rest = new ArrayList<>(hit.nexthops());
        for (Nexthop wanted : gone) {
            rest.stream()
                    .filter(leg -> matchesLeg(wanted, leg))
                    .findFirst()
                    .ifPresent(rest::remove);
        }
        return rest.isEmpty()
                ? List.of(new Operation.Delete(hit))
                : List.of(new Operation.Change(hit, hit.withNexthops(rest)));
    }
}
