package io.routewright.netlink;

import java.util.List;
import java.util.Optional;

/// A route: struct rtmsg and its attributes, kept whole and in order. Accessors read; `with…` methods patch and
/// leave every other attribute as it is.
public record Route(RouteHeader header, Attributes attributes) implements RtnetlinkObject {
    /// A new unicast route with nothing but a destination and a table; origin static, scope global.
    public static Route to(Prefix destination, long tableId) {
        RouteHeader h =
                new RouteHeader(
                        destination.family().number(),
                        0,
                        0,
                        0,
                        0,
                        Rtnetlink.RTPROT_STATIC,
                        0,
                        RouteType.UNICAST.number(),
                        0);
        return new Route(h, Attributes.NONE).withDestination(destination).withTable(tableId);
    }

    /// @throws MalformedMessageException too short, not of family INET or INET6, or an attribute list that does not fit
    public static Route parse(Bytes payload) throws MalformedMessageException {
        if (payload.length() < RouteHeader.SIZE || Family.of(payload.u8At(0)).isEmpty()) {
            throw new MalformedMessageException("route message of " + payload.length() + " bytes");
        }
        RouteHeader h = RouteHeader.parse(payload);
        if (Math.max(h.destinationLength(), h.sourceLength())
                > Family.of(h.family()).orElseThrow().bits()) {
            throw new MalformedMessageException("route prefix length " + h.destinationLength());
        }
        return new Route(h, Attributes.parse(payload.from(RouteHeader.SIZE)));
    }

    @Override
    public Bytes payload() {
        return Bytes.join(header.encode(), attributes.encode());
    }

    @Override
    public int newType() {
        return Rtnetlink.RTM_NEWROUTE;
    }

    public Family family() {
        return Family.of(header.family()).orElse(Family.INET);
    }

    /// The destination; 0.0.0.0/0 or ::/0 for a default route.
    public Prefix destination() {
        return prefix(Rtnetlink.RTA_DST, header.destinationLength());
    }

    /// The source prefix of a source-specific IPv6 route; length 0 for all others.
    public Prefix source() {
        return prefix(Rtnetlink.RTA_SRC, header.sourceLength());
    }

    private Prefix prefix(int kind, int length) {
        IpAddress address =
                attributes.find(kind).flatMap(IpAddress::of).orElse(IpAddress.any(family()));
        return new Prefix(address, Math.min(length, address.family().bits()));
    }

    /// RTA_TABLE, or the header's table where it is absent.
    public long tableId() {
        return attributes.u32(Rtnetlink.RTA_TABLE, header.table());
    }

    /// RTA_PRIORITY; 0 when absent.
    public long metric() {
        return attributes.u32(Rtnetlink.RTA_PRIORITY, 0);
    }

    public RouteType type() {
        return RouteType.of(header.type()).orElse(RouteType.UNSPEC);
    }

    /// RTPROT_*: who made it.
    public int protocol() {
        return header.protocol();
    }

    /// RT_SCOPE_*.
    public int scope() {
        return header.scope();
    }

    public int tos() {
        return header.tos();
    }

    /// The link of a single-leg route; 0 when absent.
    public int ifindex() {
        return (int) attributes.u32(Rtnetlink.RTA_OIF, 0);
    }

    /// The gateway of a single-leg route.
    public Optional<IpAddress> gateway() {
        return Nexthop.gatewayIn(attributes);
    }

    /// The nexthop object the route uses; 0 when it uses none.
    public long nexthopId() {
        return attributes.u32(Rtnetlink.RTA_NH_ID, 0);
    }

    /// The preferred source address.
    public Optional<IpAddress> preferredSource() {
        return attributes.find(Rtnetlink.RTA_PREFSRC).flatMap(IpAddress::of);
    }

    /// RTAX_* values.
    public Attributes metrics() {
        return attributes.nested(Rtnetlink.RTA_METRICS);
    }

    public boolean isMultipath() {
        return attributes.has(Rtnetlink.RTA_MULTIPATH);
    }

    public boolean isOnLink() {
        return (header.flags() & Rtnetlink.RTNH_F_ONLINK) != 0;
    }

    /// The legs in kernel order: those of RTA_MULTIPATH, or the single one; empty for a route without a link or gateway.
    public List<Nexthop> nexthops() {
        Optional<Bytes> many = attributes.find(Rtnetlink.RTA_MULTIPATH);
        if (many.isPresent()) {
            return Nexthop.parseAll(many.get());
        }
        if (ifindex() == 0 && gateway().isEmpty()) {
            return List.of();
        }
        Attributes leg =
                attributes.only(
                        Rtnetlink.RTA_GATEWAY,
                        Rtnetlink.RTA_VIA,
                        Rtnetlink.RTA_ENCAP_TYPE,
                        Rtnetlink.RTA_ENCAP);
        return List.of(new Nexthop(ifindex(), 1, header.flags() & 0xff, leg));
    }

    /// Replaces the legs: none, one (written flat) or several (written as RTA_MULTIPATH).
    public Route withNexthops(List<Nexthop> legs) {
        Attributes rest =
                attributes.without(
                        Rtnetlink.RTA_OIF,
                        Rtnetlink.RTA_GATEWAY,
                        Rtnetlink.RTA_VIA,
                        Rtnetlink.RTA_MULTIPATH,
                        Rtnetlink.RTA_NH_ID,
                        Rtnetlink.RTA_ENCAP_TYPE,
                        Rtnetlink.RTA_ENCAP);
        return switch (legs.size()) {
            case 0 -> new Route(header.withFlags(0), rest);
            case 1 -> new Route(header, rest).withSingle(legs.getFirst());
            default ->
                    new Route(
                            header.withFlags(0),
                            rest.with(Rtnetlink.RTA_MULTIPATH, Nexthop.encodeAll(legs)));
        };
    }

    private Route withSingle(Nexthop leg) {
        Attributes next = attributes;
        for (Attribute a : leg.attributes()) {
            next = next.with(a.kind(), a.value());
        }
        next = leg.ifindex() == 0 ? next : next.with(Rtnetlink.RTA_OIF, Bytes.u32(leg.ifindex()));
        return new Route(header.withFlags(leg.flags() & Rtnetlink.RTNH_F_ONLINK), next);
    }

    /// Uses a nexthop object instead of own legs.
    public Route withNexthopId(long id) {
        Route bare = withNexthops(List.of());
        return new Route(bare.header, bare.attributes.with(Rtnetlink.RTA_NH_ID, Bytes.u32(id)));
    }

    public Route withDestination(Prefix destination) {
        Attributes next =
                destination.isAny()
                        ? attributes.without(Rtnetlink.RTA_DST)
                        : attributes.with(Rtnetlink.RTA_DST, destination.address().bytes());
        return new Route(header.withLengths(destination.length(), header.sourceLength()), next);
    }

    public Route withTable(long tableId) {
        int low = tableId < 256 ? (int) tableId : Rtnetlink.RT_TABLE_COMPAT;
        return new Route(
                header.withTable(low), attributes.with(Rtnetlink.RTA_TABLE, Bytes.u32(tableId)));
    }

    /// 0 removes the attribute.
    public Route withMetric(long metric) {
        return metric == 0
                ? without(Rtnetlink.RTA_PRIORITY)
                : with(Rtnetlink.RTA_PRIORITY, Bytes.u32(metric));
    }

    public Route withType(RouteType type) {
        return new Route(header.withType(type.number()), attributes);
    }

    public Route withProtocol(int protocol) {
        return new Route(header.withProtocol(protocol), attributes);
    }

    public Route withScope(int scope) {
        return new Route(header.withScope(scope), attributes);
    }

    public Route withTos(int tos) {
        return new Route(header.withTos(tos), attributes);
    }

    public Route withPreferredSource(IpAddress source) {
        return with(Rtnetlink.RTA_PREFSRC, source.bytes());
    }

    /// Sets one RTAX_* number, keeping the others.
    public Route withMetricValue(int rtax, long value) {
        return new Route(
                header,
                attributes.withNest(Rtnetlink.RTA_METRICS, metrics().with(rtax, Bytes.u32(value))));
    }

    public Route with(int kind, Bytes value) {
        return new Route(header, attributes.with(kind, value));
    }

    public Route without(int... kinds) {
        return new Route(header, attributes.without(kinds));
    }
}
