package io.routewright.app.ipcommand;

import io.routewright.netlink.Family;
import io.routewright.netlink.RouteType;
import io.routewright.netlink.Rtnetlink;

/// What `ip route add` fills in when it is not said (iproute2, ip/iproute.c, iproute_modify).
final class RouteDefaults {
    private RouteDefaults() {}

    static long table(RouteType type) {
        return switch (type) {
            case LOCAL, BROADCAST, NAT, ANYCAST -> Rtnetlink.RT_TABLE_LOCAL;
            default -> Rtnetlink.RT_TABLE_MAIN;
        };
    }

    /// @param hasNexthop a gateway, legs or a nexthop object were said
    static int scope(Family family, RouteType type, boolean hasNexthop) {
        if (family == Family.INET6) {
            return Rtnetlink.RT_SCOPE_UNIVERSE;
        }
        return switch (type) {
            case LOCAL, NAT -> Rtnetlink.RT_SCOPE_HOST;
            case BROADCAST, MULTICAST, ANYCAST -> Rtnetlink.RT_SCOPE_LINK;
            case UNICAST, UNSPEC ->
                    hasNexthop ? Rtnetlink.RT_SCOPE_UNIVERSE : Rtnetlink.RT_SCOPE_LINK;
            default -> Rtnetlink.RT_SCOPE_UNIVERSE;
        };
    }
}
