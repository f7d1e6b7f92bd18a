package io.routewright.app.staging;

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
import io.routewright.netlink.Link;
import io.routewright.netlink.LinkHeader;
import io.routewright.netlink.NexthopObject;
import io.routewright.netlink.Prefix;
import io.routewright.netlink.Route;
import io.routewright.netlink.Rule;
import io.routewright.protocol.Operation;
import io.routewright.protocol.TableName;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A made-up host for tests without a kernel: lo, eth0 192.168.1.100/24 (and fd00:1::2/64), eth1 10.0.1.2/24 (and
/// fd00:2::2/64), lan 172.31.0.1/24, dark (up, no carrier), off (down); the three rules a host is born with; table 100
/// is `isp2`.
public final class Machine {
    private final List<Link> links = new ArrayList<>();
    private final List<Address> addresses = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final List<Route> routes = new ArrayList<>();
    private final List<NexthopObject> nexthops = new ArrayList<>();
    private Kernel kernel =
            new Kernel("6.18.0", Set.of("vrf", "nexthop", "nexthop-weight-16"), true);

    /// The host as described.
    public Machine() {
        int running = IfLinkH.IFF_UP | IfLinkH.IFF_RUNNING | IfLinkH.IFF_LOWER_UP;
        link(1, "lo", running | IfLinkH.IFF_LOOPBACK);
        link(2, "eth0", running);
        link(3, "eth1", running);
        link(4, "lan", running);
        link(5, "dark", IfLinkH.IFF_UP);
        link(6, "off", 0);
        address(2, "192.168.1.100/24");
        address(2, "fd00:1::2/64");
        address(3, "10.0.1.2/24");
        address(3, "fd00:2::2/64");
        address(4, "172.31.0.1/24");
        for (Family family : Family.values()) {
            rules.add(Rule.lookup(family, 0, 255));
            rules.add(Rule.lookup(family, 32766, 254));
            rules.add(Rule.lookup(family, 32767, 253));
        }
    }

    private void link(int ifindex, String name, int flags) {
        Attributes all =
                Attributes.of(
                        new Attribute(IfLinkH.IFLA_IFNAME, Bytes.text(name)),
                        new Attribute(IfLinkH.IFLA_MTU, Bytes.u32(1500)));
        links.add(new Link(new LinkHeader(0, 1, ifindex, flags, 0), all));
    }

    private void address(int ifindex, String prefix) {
        addresses.add(Address.on(ifindex, Prefix.parse(prefix).orElseThrow()));
    }

    /// Adds a route.
    public Machine with(Route route) {
        routes.add(route);
        return this;
    }

    /// Adds a nexthop object.
    public Machine with(NexthopObject nexthop) {
        nexthops.add(nexthop);
        return this;
    }

    /// Runs another kernel.
    public Machine with(Kernel other) {
        kernel = other;
        return this;
    }

    /// The state; by default a kernel with VRFs and 16-bit weights.
    public Snapshot snapshot() {
        return new Snapshot(
                1,
                new LinkTable(links),
                List.copyOf(addresses),
                List.copyOf(rules),
                List.copyOf(routes),
                List.copyOf(nexthops),
                List.of(),
                List.of(),
                new TableNames(
                        List.of(
                                new TableName(255, "local", false),
                                new TableName(254, "main", false),
                                new TableName(253, "default", false),
                                new TableName(100, "isp2", true))),
                Map.of("net/ipv4/fib_multipath_hash_policy", "0"),
                kernel);
    }

    /// The state after some operations.
    public static Snapshot after(Snapshot before, Operation... operations) {
        return Projection.of(before, List.of(operations));
    }
}
