package io.routewright.netlink;

import java.util.ArrayList;
import java.util.List;

/// Objects as they may be written. What the kernel reports holds parts it derives and would refuse or misread; here
/// they are taken out, and what it leaves unsaid is said. Everything else stays byte for byte.
public final class WriteForm {
    private static final int IP6_RT_PRIO_USER = 1024;
    private static final int USER_HZ = 100;
    private static final long FOREVER = 0xffff_ffffL;

    /// IFA_F_* an admin sets: nodad, optimistic, home, mngtmpaddr, noprefixroute, autojoin.
    private static final int ADDRESS_FLAGS = 0x02 | 0x04 | 0x10 | 0x100 | 0x200 | 0x400;

    private WriteForm() {}

    /// For an RTM_NEW* request. Links have no such form: they are changed property by property.
    public static RtnetlinkObject of(RtnetlinkObject object) {
        return switch (object) {
            case Route r -> route(r);
            case Rule r -> rule(r);
            case NexthopObject n -> nexthop(n);
            case Address a -> address(a);
            case Link l -> l;
            case Neighbour n -> n;
            case Netconf n -> n;
        };
    }

    /// For an RTM_DEL* request that names this object as fully as the kernel's matching allows.
    public static RtnetlinkObject forDelete(RtnetlinkObject object) {
        return switch (object) {
            case Route r -> routeForDelete(r);
            case NexthopObject n ->
                    new NexthopObject(
                            new NexthopHeader(0, 0, 0, 0), n.attributes().only(NexthopH.NHA_ID));
            case Address a ->
                    new Address(
                            new AddressHeader(
                                    a.header().family(),
                                    a.header().prefixLength(),
                                    0,
                                    0,
                                    a.ifindex()),
                            a.attributes()
                                    .only(
                                            IfLinkH.IFA_ADDRESS,
                                            IfLinkH.IFA_LOCAL,
                                            IfLinkH.IFA_LABEL));
            case Link l -> new Link(new LinkHeader(0, 0, l.ifindex(), 0, 0), Attributes.NONE);
            default -> of(object);
        };
    }

    private static Route route(Route r) {
        Route next =
                new Route(
                                r.header().withFlags(r.header().flags() & Rtnetlink.RTNH_F_ONLINK),
                                r.attributes())
                        .withTable(r.tableId());
        next = lifetime(next);
        if (r.nexthopId() != 0) {
            return withoutLegs(next);
        }
        if (r.family() == Family.INET6 && r.type().isReject()) {
            return metric(next.without(Rtnetlink.RTA_OIF));
        }
        return metric(r.isMultipath() ? next.withNexthops(bare(r.nexthops())) : next);
    }

    /// With a nexthop object the legs are copies, and the type may be one: a blackhole object makes the route show as one.
    private static Route withoutLegs(Route r) {
        Route next =
                r.without(
                        Rtnetlink.RTA_OIF,
                        Rtnetlink.RTA_GATEWAY,
                        Rtnetlink.RTA_VIA,
                        Rtnetlink.RTA_MULTIPATH,
                        Rtnetlink.RTA_ENCAP_TYPE,
                        Rtnetlink.RTA_ENCAP);
        Route plain = next.type().isReject() ? next.withType(RouteType.UNICAST) : next;
        return metric(new Route(plain.header().withFlags(0), plain.attributes()));
    }

    private static List<Nexthop> bare(List<Nexthop> legs) {
        List<Nexthop> next = new ArrayList<>();
        for (Nexthop leg : legs) {
            next.add(leg.withFlags(leg.flags() & Rtnetlink.RTNH_F_ONLINK));
        }
        return next;
    }

    /// IPv6 without a metric means 1024; said, it can be compared with what the kernel then reports.
    private static Route metric(Route r) {
        return r.family() == Family.INET6 && r.metric() == 0 ? r.withMetric(IP6_RT_PRIO_USER) : r;
    }

    /// RTA_CACHEINFO is only read; its rta_expires (USER_HZ) is written as RTA_EXPIRES (seconds).
    private static Route lifetime(Route r) {
        Bytes info = r.attributes().find(Rtnetlink.RTA_CACHEINFO).orElse(Bytes.EMPTY);
        int left = info.length() >= 12 ? info.s32At(8) : 0;
        Route next = r.without(Rtnetlink.RTA_CACHEINFO);
        boolean isTimed =
                left > 0
                        && r.family() == Family.INET6
                        && !r.attributes().has(Rtnetlink.RTA_EXPIRES);
        return isTimed
                ? next.with(Rtnetlink.RTA_EXPIRES, Bytes.u32(Math.max(1, left / USER_HZ)))
                : next;
    }

    /// A route on a nexthop object is stored as unicast whatever type it shows: type 0 matches it. An IPv6 route
    /// that refuses sits on the loopback device: naming that keeps the request from matching another row.
    private static Route routeForDelete(Route r) {
        if (r.nexthopId() != 0) {
            return route(r).withType(RouteType.UNSPEC).without(Rtnetlink.RTA_EXPIRES);
        }
        boolean isReject = r.family() == Family.INET6 && r.type().isReject();
        Route next = route(r).without(Rtnetlink.RTA_EXPIRES);
        next =
                isReject && r.ifindex() != 0
                        ? next.with(Rtnetlink.RTA_OIF, Bytes.u32(r.ifindex()))
                        : next;
        return r.family() == Family.INET6 && r.metric() == 0 ? next.withMetric(0) : next;
    }

    /// Priority 0 is not reported but must be said: without it the kernel picks one, and a delete matches any.
    private static Rule rule(Rule r) {
        int flags =
                r.header().flags() & (FibRulesH.FIB_RULE_INVERT | FibRulesH.FIB_RULE_FIND_SADDR);
        Rule next = new Rule(r.header().withFlags(flags), r.attributes());
        return r.attributes().has(FibRulesH.FRA_PRIORITY) ? next : next.withPriority(0);
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
        if (all.has(NexthopH.NHA_RES_GROUP)) {
            Attributes kept =
                    all.nested(NexthopH.NHA_RES_GROUP)
                            .only(
                                    NexthopH.NHA_RES_GROUP_BUCKETS,
                                    NexthopH.NHA_RES_GROUP_IDLE_TIMER,
                                    NexthopH.NHA_RES_GROUP_UNBALANCED_TIMER);
            all = all.withNest(NexthopH.NHA_RES_GROUP, kept);
        }
        if (all.has(NexthopH.NHA_ENCAP)) {
            all = all.withNest(NexthopH.NHA_ENCAP, all.nested(NexthopH.NHA_ENCAP));
        }
        int flags = h.flags() & Rtnetlink.RTNH_F_ONLINK;
        return new NexthopObject(new NexthopHeader(h.family(), 0, h.protocol(), flags), all);
    }

    private static Address address(Address a) {
        AddressHeader h = a.header();
        long flags = a.flags() & ADDRESS_FLAGS;
        Attributes all = a.attributes().without(IfLinkH.IFA_FLAGS, IfLinkH.IFA_CACHEINFO);
        all = flags == 0 ? all : all.with(IfLinkH.IFA_FLAGS, Bytes.u32(flags));
        if (a.validLifetime() != FOREVER || a.preferredLifetime() != FOREVER) {
            Bytes life =
                    Bytes.join(
                            Bytes.u32(a.preferredLifetime()),
                            Bytes.u32(a.validLifetime()),
                            Bytes.u64(0));
            all = all.with(IfLinkH.IFA_CACHEINFO, life);
        }
        return new Address(
                new AddressHeader(h.family(), h.prefixLength(), 0, h.scope(), h.ifindex()), all);
    }
}
