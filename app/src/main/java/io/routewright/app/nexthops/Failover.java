package io.routewright.app.nexthops;

import io.routewright.app.store.Snapshot;
import io.routewright.netlink.Family;

import java.util.List;
import java.util.Optional;

/// What happens when a path fails, for multipath routes: four cases, the sysctl that decides where there is one, and
/// how it stands. Groups of nexthop objects behave otherwise; the screen says so beside it.
final class Failover {
    /// Whether legs with a dead gateway are skipped (IPv4 only; linux Documentation/networking/ip-sysctl.rst).
    static final String USE_NEIGHBOUR = "net/ipv4/fib_multipath_use_neigh";

    private static final String IGNORE_4 = "net/ipv4/conf/all/ignore_routes_with_linkdown";
    private static final String IGNORE_6 = "net/ipv6/conf/all/ignore_routes_with_linkdown";

    /// One case.
    ///
    /// @param id key of its texts: `carrier4`, `carrier6`, `gateway4`, `admin`, `upstream`
    /// @param key the sysctl that decides; empty where nothing can be set or this kernel does not have it
    /// @param isOn whether the kernel then takes the path out
    record Case(String id, Optional<String> key, boolean isOn) {
        /// Whether it is fixed, or this kernel says how it stands.
        boolean isKnown() {
            return key.isPresent() || id.equals("admin") || id.equals("upstream");
        }
    }

    private Failover() {}

    /// The cases in the order of the screen.
    static List<Case> of(Snapshot s) {
        return List.of(
                decided("carrier4", IGNORE_4, s),
                decided("carrier6", IGNORE_6, s),
                decided("gateway4", USE_NEIGHBOUR, s),
                new Case("admin", Optional.empty(), true),
                new Case("upstream", Optional.empty(), false));
    }

    private static Case decided(String id, String key, Snapshot s) {
        Optional<String> value = Optional.ofNullable(s.sysctls().get(key));
        return new Case(id, value.map(v -> key), isSet(value));
    }

    private static boolean isSet(Optional<String> value) {
        return value.filter(v -> !v.equals("0")).isPresent();
    }

    /// Whether a leg over a link without carrier is skipped: for IPv4 the setting of all links or the link's own,
    /// for IPv6 the link's own alone.
    static boolean ignoresLinkDown(Snapshot s, Family family, String link) {
        String version = family == Family.INET ? "4" : "6";
        String own = "net/ipv" + version + "/conf/" + link + "/ignore_routes_with_linkdown";
        boolean isOwn = isSet(Optional.ofNullable(s.sysctls().get(own)));
        boolean isAll = isSet(Optional.ofNullable(s.sysctls().get(IGNORE_4)));
        return isOwn || (family == Family.INET && isAll);
    }
}
