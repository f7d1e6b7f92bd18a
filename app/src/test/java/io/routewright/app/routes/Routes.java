package io.routewright.app.routes;

import io.routewright.app.store.Kernel;
import io.routewright.app.store.LinkTable;
import io.routewright.app.store.Snapshot;
import io.routewright.app.store.TableNames;
import io.routewright.netlink.Address;
import io.routewright.netlink.Attribute;
import io.routewright.netlink.Attributes;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.Family;
import io.routewright.netlink.FibRulesH;
import io.routewright.netlink.IfLinkH;
import io.routewright.netlink.IpAddress;
import io.routewright.netlink.Link;
import io.routewright.netlink.LinkHeader;
import io.routewright.netlink.Nexthop;
import io.routewright.netlink.NexthopObject;
import io.routewright.netlink.Prefix;
import io.routewright.netlink.Route;
import io.routewright.netlink.RouteType;
import io.routewright.netlink.Rtnetlink;
import io.routewright.netlink.Rule;
import io.routewright.protocol.TableName;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// Routes and a small host for the tests of this room: eth0 10.0.0.2/24 and eth1 10.0.1.2/24, both with IPv6.
final class Routes {
    private Routes() {}

    static Prefix prefix(String text) {
        return text.equals("default") ? Prefix.any(Family.INET) : Prefix.parse(text).orElseThrow();
    }

    static IpAddress address(String text) {
        return IpAddress.parse(text).orElseThrow();
    }

    static Route via(String destination, String gateway, int ifindex) {
        return Route.to(prefix(destination), 254)
                .withNexthops(List.of(Nexthop.via(address(gateway), ifindex)));
    }

    static Route connected(String destination, int ifindex) {
        return Route.to(prefix(destination), 254)
                .withNexthops(List.of(Nexthop.onLink(ifindex)))
                .withProtocol(Rtnetlink.RTPROT_KERNEL)
                .withScope(Rtnetlink.RT_SCOPE_LINK);
    }

    static Link link(int ifindex, String name) {
        return new Link(
                new LinkHeader(0, 1, ifindex, IfLinkH.IFF_UP | IfLinkH.IFF_LOWER_UP, 0),
                Attributes.of(new Attribute(IfLinkH.IFLA_IFNAME, Bytes.text(name))));
    }

    static List<Route> some() {
        return List.of(
                via("default", "10.0.0.1", 2),
                via("default", "10.0.1.1", 3).withTable(100),
                via("10.20.0.0/16", "10.0.1.1", 3).withMetric(200),
                via("100.0.0.0/8", "10.0.0.1", 2),
                via("10.0.9.0/24", "10.0.0.9", 2).withMetric(50),
                Route.to(prefix("10.66.0.0/16"), 254).withType(RouteType.BLACKHOLE),
                connected("10.0.0.0/24", 2),
                connected("10.0.1.0/24", 3),
                Route.to(prefix("10.0.0.2"), 255)
                        .withNexthops(List.of(Nexthop.onLink(2)))
                        .withType(RouteType.LOCAL)
                        .withScope(Rtnetlink.RT_SCOPE_HOST)
                        .withProtocol(Rtnetlink.RTPROT_KERNEL),
                Route.to(prefix("10.70.0.0/16"), 254)
                        .withNexthops(
                                List.of(
                                        Nexthop.via(address("10.0.0.1"), 2),
                                        Nexthop.via(address("10.0.1.1"), 3).withWeight(2))),
                Route.to(prefix("10.80.0.0/16"), 254).withNexthopId(7),
                via("2001:db8::/32", "fd00::1", 2).withMetric(1024));
    }

    static Snapshot snapshot(List<Route> routes) {
        return new Snapshot(
                1,
                new LinkTable(
                        List.of(
                                link(1, "lo"),
                                link(2, "eth0"),
                                link(3, "eth1"),
                                Link.newVrf(4, "vrf-blue", 300))),
                List.of(
                        Address.on(2, prefix("10.0.0.2/24")),
                        Address.on(3, prefix("10.0.1.2/24")),
                        Address.on(2, prefix("fd00::2/64"))),
                List.of(
                        Rule.lookup(Family.INET, 0, 255),
                        Rule.lookup(Family.INET, 10010, 100)
                                .with(FibRulesH.FRA_PROTOCOL, Bytes.u8(4)),
                        Rule.lookup(Family.INET, 10020, 400),
                        Rule.lookup(Family.INET, 32766, 254),
                        Rule.lookup(Family.INET, 32767, 253)),
                routes,
                List.of(
                        NexthopObject.withId(Family.INET, 7)
                                .withIfindex(3)
                                .withGateway(address("10.0.1.1"))),
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

    static Snapshot snapshot() {
        return snapshot(some());
    }
}
