package io.routewright.app.ipcommand;

import io.routewright.netlink.Attributes;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.Family;
import io.routewright.netlink.IpAddress;
import io.routewright.netlink.Nexthop;
import io.routewright.netlink.Prefix;
import io.routewright.netlink.Route;
import io.routewright.netlink.RouteHeader;
import io.routewright.netlink.RouteType;
import io.routewright.netlink.Rtnetlink;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a route command said, before defaults. What was not said is empty.
final class RouteSpec {
    Optional<Family> family;
    Optional<RouteType> type = Optional.empty();
    Optional<Word> destinationWord = Optional.empty();
    Prefix destination = Prefix.any(Family.INET);
    Optional<Prefix> source = Optional.empty();
    Optional<Long> table = Optional.empty();
    Optional<Integer> protocol = Optional.empty();
    Optional<Integer> scope = Optional.empty();
    Optional<Long> metric = Optional.empty();
    Optional<IpAddress> gateway = Optional.empty();
    Optional<IpAddress> preferredSource = Optional.empty();
    Optional<Long> nexthopId = Optional.empty();
    Attributes extra = Attributes.NONE;
    Attributes metrics = Attributes.NONE;
    final List<Nexthop> legs = new ArrayList<>();
    int ifindex;
    int tos;
    int flags;
    long locked;

    RouteSpec(Optional<Family> family) {
        this.family = family;
    }

    Family familyOrDefault() {
        return family.orElse(Family.INET);
    }

    /// The first address seen settles the family.
    void settle(Family seen) {
        if (family.isEmpty()) {
            family = Optional.of(seen);
        }
    }

    /// The destination in the family that was settled in the end (`default` may come before it is).
    Prefix destination() {
        return destination.isAny() ? Prefix.any(familyOrDefault()) : destination;
    }

    long tableOrDefault() {
        return table.orElse(RouteDefaults.table(type.orElse(RouteType.UNICAST)));
    }

    /// The route as `ip route add` would make it.
    Route toRoute() {
        RouteType kind = type.orElse(RouteType.UNICAST);
        Family own = familyOrDefault();
        boolean hasNexthop = gateway.isPresent() || !legs.isEmpty() || nexthopId.isPresent();
        RouteHeader header =
                new RouteHeader(
                        own.number(),
                        0,
                        source.map(Prefix::length).orElse(0),
                        tos,
                        0,
                        protocol.orElse(Rtnetlink.RTPROT_BOOT),
                        scope.orElse(RouteDefaults.scope(own, kind, hasNexthop)),
                        kind.number(),
                        0);
        Route r = new Route(header, Attributes.NONE).withDestination(destination());
        r = with(r, Rtnetlink.RTA_SRC, source.map(p -> p.address().bytes()));
        r = r.withTable(tableOrDefault());
        r = with(r, Rtnetlink.RTA_PRIORITY, metricToWrite(own).map(Bytes::u32));
        r = with(r, Rtnetlink.RTA_PREFSRC, preferredSource.map(IpAddress::bytes));
        for (var a : extra) {
            r = r.with(a.kind(), a.value());
        }
        return withMetrics(withLegs(r));
    }

    private static Route with(Route r, int kind, Optional<Bytes> value) {
        return value.isPresent() ? r.with(kind, value.get()) : r;
    }

    /// IPv4 treats 0 and absent alike; IPv6 takes 1024 for both.
    private Optional<Long> metricToWrite(Family own) {
        Optional<Long> said = metric.filter(m -> m != 0);
        return own == Family.INET6 ? Optional.of(said.orElse(1024L)) : said;
    }

    private Route withLegs(Route r) {
        if (nexthopId.isPresent()) {
            return r.withNexthopId(nexthopId.get());
        }
        if (!legs.isEmpty()) {
            return r.withNexthops(legs);
        }
        return gateway.isEmpty() && ifindex == 0 ? r : r.withNexthops(List.of(single()));
    }

    private Nexthop single() {
        Nexthop leg = Nexthop.onLink(ifindex).withFlags(flags);
        return gateway.map(g -> leg.withGateway(g, familyOrDefault())).orElse(leg);
    }

    private Route withMetrics(Route r) {
        if (metrics.isEmpty()) {
            return r;
        }
        Attributes all =
                locked == 0 ? metrics : metrics.with(Rtnetlink.RTAX_LOCK, Bytes.u32(locked));
        return new Route(r.header(), r.attributes().withNest(Rtnetlink.RTA_METRICS, all));
    }
}
