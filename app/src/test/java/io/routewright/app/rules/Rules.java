package io.routewright.app.rules;

import io.routewright.app.store.Kernel;
import io.routewright.app.store.LinkTable;
import io.routewright.app.store.Snapshot;
import io.routewright.app.store.TableNames;
import io.routewright.netlink.Attribute;
import io.routewright.netlink.Attributes;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.Family;
import io.routewright.netlink.FibRulesH;
import io.routewright.netlink.IfLinkH;
import io.routewright.netlink.Link;
import io.routewright.netlink.LinkHeader;
import io.routewright.netlink.Prefix;
import io.routewright.netlink.Route;
import io.routewright.netlink.Rule;
import io.routewright.protocol.TableName;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// Rules, links and snapshots for the tests of this room.
final class Rules {
    private Rules() {}

    static Prefix prefix(String text) {
        return Prefix.parse(text).orElseThrow();
    }

    static Rule from(String prefix, long priority, long table) {
        return Rule.lookup(Family.INET, priority, table).withFrom(prefix(prefix));
    }

    static Rule all(long priority, long table) {
        return Rule.lookup(Family.INET, priority, table);
    }

    static Rule by(Rule rule, int protocol) {
        return rule.with(FibRulesH.FRA_PROTOCOL, Bytes.u8(protocol));
    }

    /// Local, main and default, as the kernel makes them.
    static List<Rule> kernels() {
        return List.of(by(all(0, 255), 2), by(all(32766, 254), 2), by(all(32767, 253), 2));
    }

    static Link link(int ifindex, String name) {
        return new Link(
                new LinkHeader(0, 1, ifindex, IfLinkH.IFF_UP | IfLinkH.IFF_LOWER_UP, 0),
                Attributes.of(new Attribute(IfLinkH.IFLA_IFNAME, Bytes.text(name))));
    }

    static Snapshot snapshot(List<Rule> rules, List<Route> routes) {
        return new Snapshot(
                1,
                new LinkTable(List.of(link(1, "lo"), link(2, "eth0"), link(3, "eth1"))),
                List.of(),
                rules,
                routes,
                List.of(),
                List.of(),
                List.of(),
                new TableNames(
                        List.of(
                                new TableName(255, "local", false),
                                new TableName(254, "main", false),
                                new TableName(253, "default", false),
                                new TableName(100, "isp2", true))),
                Map.of(),
                new Kernel("6.18", Set.of("vrf", "nexthop"), true));
    }
}
