package io.routewright.netlink;

import java.util.Optional;

/// What a route does with a packet (RTN_*, linux/rtnetlink.h).
public enum RouteType {
    UNSPEC,
    UNICAST,
    LOCAL,
    BROADCAST,
    ANYCAST,
    MULTICAST,
    BLACKHOLE,
    UNREACHABLE,
    PROHIBIT,
    THROW,
    NAT,
    XRESOLVE;

    /// The RTN_ number.
    public int number() {
        return ordinal();
    }

    /// The word `ip` uses.
    public String word() {
        return this == UNSPEC ? "none" : name().toLowerCase(java.util.Locale.ROOT);
    }

    /// Drops, refuses or skips instead of forwarding: such a route has no nexthop.
    public boolean isReject() {
        return this == BLACKHOLE || this == UNREACHABLE || this == PROHIBIT || this == THROW;
    }

    public static Optional<RouteType> of(int number) {
        return number >= 0 && number < values().length
                ? Optional.of(values()[number])
                : Optional.empty();
    }

    /// The type called `word`; exact spelling.
    public static Optional<RouteType> ofWord(String word) {
        for (RouteType t : values()) {
            if (t != UNSPEC && t.word().equals(word)) {
                return Optional.of(t);
            }
        }
        return Optional.empty();
    }
}
