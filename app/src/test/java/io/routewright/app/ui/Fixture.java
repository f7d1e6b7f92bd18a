package io.routewright.app.ui;

import io.routewright.app.store.Kernel;
import io.routewright.app.store.LinkTable;
import io.routewright.app.store.Snapshot;
import io.routewright.app.store.TableNames;
import io.routewright.netlink.Address;
import io.routewright.netlink.Attribute;
import io.routewright.netlink.Attributes;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.Family;
import io.routewright.netlink.IfLinkH;
import io.routewright.netlink.IpAddress;
import io.routewright.netlink.Link;
import io.routewright.netlink.LinkHeader;
import io.routewright.netlink.Nexthop;
import io.routewright.netlink.NexthopObject;
import io.routewright.netlink.Prefix;
import io.routewright.netlink.Route;
import io.routewright.netlink.Rule;
import io.routewright.protocol.TableName;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// A small made-up site: LAN, two uplinks, a VRF, tables `isp2` and `blue`, a few rules and routes.
public final class Fixture {
    private static final int UP = IfLinkH.IFF_UP | IfLinkH.IFF_LOWER_UP;

    private Fixture() {}

    public static Snapshot snapshot(long generation, boolean canWrite) {
        Link blue = Link.newVrf(5, "vrf-blue", 1001).withUp(true);
        return new Snapshot(
                generation,
                new LinkTable(
                        List.of(
                                link(1, "lo"),
                                link(2, "lan0"),
                                link(3, "wan0"),
                                link(4, "wan1"),
                                blue,
                                link(6, "cust0").withMaster(5))),
                List.of(
                        Address.on(2, prefix("192.168.1.1/24")),
                        Address.on(3, prefix("10.10.1.2/24")),
                        Address.on(4, prefix("10.10.2.2/24"))),
                List.of(
                        Rule.lookup(Family.INET, 0, 255),
                        Rule.lookup(Family.INET, 1100, 100).withFrom(prefix("192.168.1.100/32")),
                        Rule.lookup(Family.INET, 32766, 254),
                        Rule.lookup(Family.INET, 32767, 253)),
                routes(),
                List.of(
                        NexthopObject.withId(Family.INET, 7)
                                .withGateway(address("10.10.2.1"))
                                .withIfindex(4)),
                List.of(),
                List.of(),
                new TableNames(
                        List.of(
                                new TableName(255, "local", false),
                                new TableName(254, "main", false),
                                new TableName(253, "default", false),
                                new TableName(100, "isp2", true),
                                new TableName(1001, "blue", true))),
                Map.of("net/ipv4/fib_multipath_hash_policy", "1"),
                new Kernel("6.12.0", Set.of("vrf", "nexthop"), canWrite));
    }

    private static List<Route> routes() {
        return List.of(
                Route.to(prefix("0.0.0.0/0"), 254)
                        .withNexthops(
                                List.of(
                                        Nexthop.via(address("10.10.1.1"), 3).withWeight(2),
                                        Nexthop.via(address("10.10.2.1"), 4))),
                Route.to(prefix("192.168.1.0/24"), 254).withNexthops(List.of(Nexthop.onLink(2))),
                Route.to(prefix("0.0.0.0/0"), 100).withNexthopId(7));
    }

    public static Link link(int ifindex, String name) {
        return new Link(
                new LinkHeader(0, 1, ifindex, UP, 0),
                Attributes.of(new Attribute(IfLinkH.IFLA_IFNAME, Bytes.text(name))));
    }

    public static Prefix prefix(String text) {
        return Prefix.parse(text).orElseThrow();
    }

    public static IpAddress address(String text) {
        return IpAddress.parse(text).orElseThrow();
    }
}
