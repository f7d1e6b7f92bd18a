package io.routewright.netlink;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What makes an object the one it is. Two images of one object differ in what the kernel derives (dead and linkdown
/// flags, cache lifetimes, copies of a nexthop object's legs), in what it fills in (default metrics, full masks) and
/// in the order of attributes; their canonical forms are equal.
public final class Canonical {
    private static final int IP6_RT_PRIO_USER = 1024;
    private static final long UNSET = 0xffff_ffffL;

    /// Flags of an address that the kernel sets and clears by itself.
    private static final int DERIVED_ADDRESS_FLAGS =
            IfLinkH.IFA_F_SECONDARY
                    | IfLinkH.IFA_F_DEPRECATED
                    | IfLinkH.IFA_F_TENTATIVE
                    | IfLinkH.IFA_F_PERMANENT
                    | 0x08;

    /// What two images of one object have in common even when it was edited: links their ifindex, addresses their
    /// link and prefix, routes their table, prefix, TOS and metric, rules their family and priority, nexthops their id.
    public record Key(String kind, List<Object> parts) {
        /// Takes a copy of `parts`.
        public Key {
            parts = List.copyOf(parts);
        }
    }

    private Canonical() {}

    /// Whether the two are images of the same, unedited object.
    public static boolean isSame(RtnetlinkObject a, RtnetlinkObject b) {
        return a.equals(b)
                || (a.newType() == b.newType() && key(a).equals(key(b)) && of(a).equals(of(b)));
    }

    /// The canonical form. It is for comparing, not for sending.
    public static RtnetlinkObject of(RtnetlinkObject object) {
        return switch (object) {
            case Route r -> route(r);
            case Rule r -> rule(r);
            case NexthopObject n -> nexthop(n);
            case Link l -> link(l);
            case Address a -> address(a);
            case Neighbour n -> n;
            case Netconf n -> n;
        };
    }

    /// The key; several objects may share one (equal routes in IPv4, rules of one priority).
    public static Key key(RtnetlinkObject object) {
        return switch (object) {
            case Route r ->
                    new Key(
                            "route",
                            List.of(r.tableId(), r.destination(), r.source(), r.tos(), metric(r)));
            case Rule r -> new Key("rule", List.of(r.family(), r.priority()));
            case NexthopObject n -> new Key("nexthop", List.of(n.id()));
            case Link l -> new Key("link", List.of(l.ifindex()));
            case Address a -> new Key("address", List.of(a.ifindex(), a.local(), a.peer()));
            case Neighbour n ->
                    new Key(
                            "neighbour",
                            List.of(n.ifindex(), n.address().map(Object::toString).orElse("")));
            case Netconf n -> new Key("netconf", List.of(n.family(), n.ifindex()));
        };
    }

    /// The metric as the kernel keys it: an IPv6 route without one gets 1024.
    private static long metric(Route r) {
        boolean isDefaulted =
                r.family() == Family.INET6 && !r.attributes().has(Rtnetlink.RTA_PRIORITY);
        return isDefaulted ? IP6_RT_PRIO_USER : r.metric();
    }

    private static Route route(Route r) {
        Route next =
                new Route(
                                r.header().withFlags(r.header().flags() & keptRouteFlags(r)),
                                r.attributes())
                        .withTable(r.tableId())
                        .withMetric(metric(r))
                        .without(Rtnetlink.RTA_CACHEINFO, Rtnetlink.RTA_EXPIRES);
        if (r.destination().isAny()) {
            next = next.without(Rtnetlink.RTA_DST);
        }
        if (r.attributes().u8(Rtnetlink.RTA_PREF, 0) == 0) {
            next = next.without(Rtnetlink.RTA_PREF);
        }
        if (r.family() == Family.INET6) {
            next = next.withScope(0);
        }
        next = legs(next);
        return new Route(next.header(), sorted(metrics(next.attributes())));
    }

    private static int keptRouteFlags(Route r) {
        return r.nexthopId() == 0 ? Rtnetlink.RTNH_F_ONLINK | Rtnetlink.RTNH_F_PERVASIVE : 0;
    }

    private static Route legs(Route r) {
        if (r.nexthopId() != 0) {
            Route bare =
                    r.without(
                            Rtnetlink.RTA_OIF,
                            Rtnetlink.RTA_GATEWAY,
                            Rtnetlink.RTA_VIA,
                            Rtnetlink.RTA_MULTIPATH,
                            Rtnetlink.RTA_ENCAP_TYPE,
                            Rtnetlink.RTA_ENCAP);
            return r.type().isReject() ? bare.withType(RouteType.UNICAST) : bare;
        }
        if (r.type().isReject() && r.family() == Family.INET6) {
            return r.without(Rtnetlink.RTA_OIF);
        }
        if (!r.isMultipath()) {
            return r;
        }
        List<Nexthop> bare = new ArrayList<>();
        for (Nexthop leg : r.nexthops()) {
            Nexthop own = leg.withFlags(leg.flags() & Rtnetlink.RTNH_F_ONLINK);
            bare.add(
                    new Nexthop(
                            own.ifindex(), own.weight(), own.flags(), sorted(own.attributes())));
        }
        if (r.family() == Family.INET6) {
            // Events list the newest leg first, dumps the oldest; the kernel has no order among
            // them.
            bare.sort(Comparator.comparing(leg -> Nexthop.encodeAll(List.of(leg))));
        }
        return r.withNexthops(bare);
    }

    private static Attributes metrics(Attributes all) {
        return all.has(Rtnetlink.RTA_METRICS)
                ? all.with(
                        Rtnetlink.RTA_METRICS, sorted(all.nested(Rtnetlink.RTA_METRICS)).encode())
                : all;
    }

    private static Rule rule(Rule r) {
        int flags =
                r.header().flags() & (FibRulesH.FIB_RULE_INVERT | FibRulesH.FIB_RULE_FIND_SADDR);
        Rule next = new Rule(r.header().withFlags(flags), r.attributes()).withTable(r.tableId());
        next = dropWhen(next, r.priority() == 0, FibRulesH.FRA_PRIORITY);
        next = dropWhen(next, r.protocol() == 0, FibRulesH.FRA_PROTOCOL);
        next = dropWhen(next, r.from().isAny(), FibRulesH.FRA_SRC);
        next = dropWhen(next, r.to().isAny(), FibRulesH.FRA_DST);
        next = dropDefault(next, FibRulesH.FRA_SUPPRESS_PREFIXLEN, UNSET);
        next = dropDefault(next, FibRulesH.FRA_SUPPRESS_IFGROUP, UNSET);
        next = dropDefault(next, FibRulesH.FRA_FWMASK, r.fwmark() == 0 ? 0 : UNSET);
        next = dropDefault(next, FibRulesH.FRA_FWMARK, 0);
        Attributes all = next.attributes();
        next =
                dropWhen(
                        next,
                        all.u16(FibRulesH.FRA_SPORT_MASK, 0) == 0xffff,
                        FibRulesH.FRA_SPORT_MASK);
        next =
                dropWhen(
                        next,
                        all.u16(FibRulesH.FRA_DPORT_MASK, 0) == 0xffff,
                        FibRulesH.FRA_DPORT_MASK);
        next = dropWhen(next, all.u8(FibRulesH.FRA_DSCP_MASK, 0) == 0x3f, FibRulesH.FRA_DSCP_MASK);
        return new Rule(next.header(), sorted(next.attributes()));
    }

    private static Rule dropWhen(Rule r, boolean isDefault, int kind) {
        return isDefault ? r.without(kind) : r;
    }

    private static Rule dropDefault(Rule r, int kind, long value) {
        return dropWhen(r, r.attributes().u32(kind, value) == value, kind);
    }

    private static NexthopObject nexthop(NexthopObject n) {
        NexthopHeader h = n.header();
        Attributes all =
                n.attributes()
                        .without(
                                NexthopH.NHA_OP_FLAGS,
                                NexthopH.NHA_GROUP_STATS,
                                NexthopH.NHA_HW_STATS_USED);
        if (all.u32(NexthopH.NHA_HW_STATS_ENABLE, 0) == 0) {
            all = all.without(NexthopH.NHA_HW_STATS_ENABLE);
        }
        if (all.u16(NexthopH.NHA_GROUP_TYPE, 0) == NexthopH.NEXTHOP_GRP_TYPE_MPATH) {
            all = all.without(NexthopH.NHA_GROUP_TYPE);
        }
        if (all.has(NexthopH.NHA_RES_GROUP)) {
            Attributes kept =
                    all.nested(NexthopH.NHA_RES_GROUP)
                            .without(NexthopH.NHA_RES_GROUP_UNBALANCED_TIME);
            all = all.with(NexthopH.NHA_RES_GROUP, sorted(kept).encode());
        }
        return new NexthopObject(
                new NexthopHeader(h.family(), 0, h.protocol(), h.flags() & Rtnetlink.RTNH_F_ONLINK),
                sorted(all));
    }

    private static Link link(Link l) {
        LinkHeader h = l.header();
        Attributes all =
                l.attributes()
                        .only(
                                IfLinkH.IFLA_IFNAME,
                                IfLinkH.IFLA_MTU,
                                IfLinkH.IFLA_MASTER,
                                IfLinkH.IFLA_IFALIAS,
                                IfLinkH.IFLA_GROUP);
        if (l.group() == 0) {
            all = all.without(IfLinkH.IFLA_GROUP);
        }
        if (l.isVrf()) {
            all = all.with(IfLinkH.IFLA_LINKINFO, Bytes.u32(l.vrfTable()));
        }
        return new Link(
                new LinkHeader(0, 0, h.ifindex(), h.flags() & IfLinkH.IFF_UP, 0), sorted(all));
    }

    private static Address address(Address a) {
        AddressHeader h = a.header();
        long flags = a.flags() & ~DERIVED_ADDRESS_FLAGS;
        Attributes all = a.attributes().without(IfLinkH.IFA_CACHEINFO, IfLinkH.IFA_FLAGS);
        all = flags == 0 ? all : all.with(IfLinkH.IFA_FLAGS, Bytes.u32(flags));
        all = all.with(IfLinkH.IFA_LOCAL, a.local().address().bytes());
        return new Address(
                new AddressHeader(h.family(), h.prefixLength(), 0, h.scope(), h.ifindex()),
                sorted(all));
    }

    /// By kind, without the type's flag bits: kernels differ in whether they set NLA_F_NESTED.
    private static Attributes sorted(Attributes all) {
        List<Attribute> next = new ArrayList<>();
        for (Attribute a : all) {
            next.add(new Attribute(a.kind(), a.value()));
        }
        next.sort(Comparator.comparingInt(Attribute::kind));
        return new Attributes(next);
    }
}
