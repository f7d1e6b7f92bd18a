package io.routewright.app.feed;

import io.routewright.netlink.Family;
import io.routewright.netlink.NetlinkMessage;
import io.routewright.netlink.Rtnetlink;
import io.routewright.protocol.Message;

import java.util.EnumSet;
import java.util.Set;

/// A part of the kernel's state that is read whole, in the order in which parts are read: what others refer to first.
enum Kind {
    NAMES(new Message.GetNames()),
    SYSCTLS(new Message.GetSysctls()),
    LINKS(dump(Rtnetlink.RTM_GETLINK, 0)),
    ADDRESSES4(dump(Rtnetlink.RTM_GETADDR, Family.INET.number())),
    ADDRESSES6(dump(Rtnetlink.RTM_GETADDR, Family.INET6.number())),
    RULES4(dump(Rtnetlink.RTM_GETRULE, Family.INET.number())),
    RULES6(dump(Rtnetlink.RTM_GETRULE, Family.INET6.number())),
    NEXTHOPS(dump(Rtnetlink.RTM_GETNEXTHOP, 0)),
    ROUTES4(dump(Rtnetlink.RTM_GETROUTE, Family.INET.number())),
    ROUTES6(dump(Rtnetlink.RTM_GETROUTE, Family.INET6.number())),
    NEIGHBOURS4(dump(Rtnetlink.RTM_GETNEIGH, Family.INET.number())),
    NEIGHBOURS6(dump(Rtnetlink.RTM_GETNEIGH, Family.INET6.number())),
    NETCONF4(dump(Rtnetlink.RTM_GETNETCONF, Family.INET.number())),
    NETCONF6(dump(Rtnetlink.RTM_GETNETCONF, Family.INET6.number()));

    /// Everything that hangs on a link or on the nexthops over it.
    private static final Set<Kind> ON_LINKS =
            EnumSet.of(
                    LINKS,
                    ADDRESSES4,
                    ADDRESSES6,
                    RULES4,
                    RULES6,
                    NEXTHOPS,
                    ROUTES4,
                    ROUTES6,
                    NETCONF4,
                    NETCONF6);

    private static final Set<Kind> ON_ADDRESSES4 = EnumSet.of(ADDRESSES4, NEXTHOPS, ROUTES4);
    private static final Set<Kind> ON_ADDRESSES6 = EnumSet.of(ADDRESSES6, NEXTHOPS, ROUTES6);
    private static final Set<Kind> ON_NEXTHOPS = EnumSet.of(NEXTHOPS, ROUTES4, ROUTES6);
    private static final Set<Kind> ON_NETCONF4 = EnumSet.of(NETCONF4, SYSCTLS, ROUTES4);
    private static final Set<Kind> ON_NETCONF6 = EnumSet.of(NETCONF6, SYSCTLS, ROUTES6);

    private final Message.ToHelper request;

    Kind(Message.ToHelper request) {
        this.request = request;
    }

    private static Message.Dump dump(int type, int family) {
        return new Message.Dump(type, family, 0, 0);
    }

    /// What to ask the helper for.
    Message.ToHelper request() {
        return request;
    }

    /// The kinds that may be other than before when the kernel broadcasts this message. The kernel deletes IPv4 routes,
    /// nexthop objects and group members without a word when a link or an address goes, so hints reach further than
    /// the message's own kind.
    static Set<Kind> touchedBy(NetlinkMessage event) {
        boolean isInet6 =
                event.payload().length() > 0 && event.payload().u8At(0) == Family.INET6.number();
        return switch (event.type()) {
            case Rtnetlink.RTM_NEWLINK, Rtnetlink.RTM_DELLINK -> ON_LINKS;
            case Rtnetlink.RTM_NEWADDR, Rtnetlink.RTM_DELADDR ->
                    isInet6 ? ON_ADDRESSES6 : ON_ADDRESSES4;
            case Rtnetlink.RTM_NEWROUTE, Rtnetlink.RTM_DELROUTE ->
                    EnumSet.of(isInet6 ? ROUTES6 : ROUTES4);
            case Rtnetlink.RTM_NEWRULE, Rtnetlink.RTM_DELRULE ->
                    EnumSet.of(isInet6 ? RULES6 : RULES4);
            case Rtnetlink.RTM_NEWNEXTHOP, Rtnetlink.RTM_DELNEXTHOP -> ON_NEXTHOPS;
            case Rtnetlink.RTM_NEWNEIGH, Rtnetlink.RTM_DELNEIGH ->
                    EnumSet.of(isInet6 ? NEIGHBOURS6 : NEIGHBOURS4);
            case Rtnetlink.RTM_NEWNETCONF, Rtnetlink.RTM_DELNETCONF ->
                    isInet6 ? ON_NETCONF6 : ON_NETCONF4;
            default -> EnumSet.noneOf(Kind.class);
        };
    }

    /// Whether such an event is followed by silent changes that may still be under way when it arrives.
    static boolean hasAftermath(NetlinkMessage event) {
        return switch (event.type()) {
            case Rtnetlink.RTM_NEWLINK,
                    Rtnetlink.RTM_DELLINK,
                    Rtnetlink.RTM_DELADDR,
                    Rtnetlink.RTM_NEWNEXTHOP,
                    Rtnetlink.RTM_DELNEXTHOP ->
                    true;
            default -> false;
        };
    }
}
