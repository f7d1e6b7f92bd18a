package io.routewright.app.routes;

import io.routewright.app.store.Snapshot;
import io.routewright.app.text.KernelWords;
import io.routewright.netlink.Canonical;
import io.routewright.netlink.Family;
import io.routewright.netlink.Route;
import io.routewright.netlink.RouteType;
import io.routewright.netlink.Rtnetlink;
import io.routewright.protocol.Operation.Placement;

import java.util.List;
import java.util.Optional;

/// What an edit or addition will really do, and the operation that does it.
///
/// @param key of the sentence in the bundle
/// @param isWarning likely not what was meant
/// @param isRefused the kernel would not do it
record Consequence(
        String key,
        List<Object> values,
        boolean isWarning,
        boolean isRefused,
        Placement placement) {
    private static Consequence of(String key, Object... values) {
        return new Consequence(key, List.of(values), false, false, Placement.ALONE);
    }

    private Consequence warning() {
        return new Consequence(key, values, true, isRefused, placement);
    }

    private Consequence refused() {
        return new Consequence(key, values, true, true, placement);
    }

    private Consequence placed(Placement where) {
        return new Consequence(key, values, isWarning, isRefused, where);
    }

    /// Adding `after` to what is there.
    static Consequence ofAdding(Route after, Snapshot there) {
        List<Route> twins = twins(after, there, Optional.empty());
        if (!twins.isEmpty()) {
            return twin(after, twins);
        }
        Optional<Route> rival = rival(after, there, Optional.empty());
        return rival.map(r -> besides(after, r)).orElse(of("effect.new"));
    }

    private static Consequence twin(Route after, List<Route> twins) {
        if (twins.stream().anyMatch(t -> Canonical.isSame(t, after))) {
            return of("effect.exists").refused();
        }
        if (after.family() == Family.INET) {
            return of("effect.unused-twin", metric(after)).warning().placed(Placement.LAST);
        }
        return isJoinable(after) && twins.stream().allMatch(Consequence::isJoinable)
                ? of("effect.joins", legs(twins) + 1).placed(Placement.LAST)
                : of("effect.taken", metric(after)).refused();
    }

    private static int legs(List<Route> routes) {
        return routes.stream().mapToInt(r -> Math.max(1, r.nexthops().size())).sum();
    }

    private static boolean isJoinable(Route r) {
        return r.type() == RouteType.UNICAST
                && r.nexthopId() == 0
                && r.nexthops().stream().allMatch(n -> n.gateway().isPresent());
    }

    /// Making `after` of `before`.
    static Consequence ofChanging(Route before, Route after, Snapshot there) {
        if (before.equals(after)) {
            return of("effect.nothing");
        }
        if (!Canonical.key(before).equals(Canonical.key(after))) {
            return twins(after, there, Optional.of(before)).isEmpty()
                    ? of("effect.rekeyed")
                    : of("effect.rekeyed-twin", metric(after)).warning();
        }
        return owner(before).orElseGet(() -> inPlace(before, after, there));
    }

    private static Optional<Consequence> owner(Route before) {
        return switch (before.protocol()) {
            case Rtnetlink.RTPROT_UNSPEC, Rtnetlink.RTPROT_BOOT, Rtnetlink.RTPROT_STATIC ->
                    Optional.empty();
            case Rtnetlink.RTPROT_KERNEL -> Optional.of(of("effect.kernel").warning());
            default ->
                    Optional.of(
                            of("effect.owner", KernelWords.protocol(before.protocol())).warning());
        };
    }

    private static Consequence inPlace(Route before, Route after, Snapshot there) {
        if (after.nexthopId() != 0 && after.nexthopId() == before.nexthopId()) {
            return of("effect.object", Long.toString(after.nexthopId()));
        }
        int legs = before.nexthops().size();
        if (legs > 1 && after.nexthops().size() != legs) {
            return of("effect.group", legs);
        }
        int more = twins(before, there, Optional.of(before)).size();
        return more > 0 ? of("effect.one-of", more + 1) : of("effect.in-place");
    }

    /// The routes of the same key.
    private static List<Route> twins(Route route, Snapshot there, Optional<Route> except) {
        Canonical.Key key = Canonical.key(route);
        return there.routes().stream()
                .filter(r -> r.tableId() == route.tableId())
                .filter(r -> r.destination().equals(route.destination()))
                .filter(r -> except.isEmpty() || !except.get().equals(r))
                .filter(r -> Canonical.key(r).equals(key))
                .toList();
    }

    private static Optional<Route> rival(Route route, Snapshot there, Optional<Route> except) {
        return there.routes().stream()
                .filter(r -> r.tableId() == route.tableId())
                .filter(r -> r.destination().equals(route.destination()))
                .filter(r -> r.source().equals(route.source()) && r.tos() == route.tos())
                .filter(r -> except.isEmpty() || !except.get().equals(r))
                .findFirst();
    }

    private static Consequence besides(Route after, Route rival) {
        return keyMetric(after) < keyMetric(rival)
                ? of("effect.preferred", metric(rival)).warning()
                : of("effect.standby", metric(rival));
    }

    private static long keyMetric(Route r) {
        return r.metric() == 0 && r.family() == Family.INET6 ? 1024 : r.metric();
    }

    private static String metric(Route r) {
        return Long.toString(keyMetric(r));
    }
}
