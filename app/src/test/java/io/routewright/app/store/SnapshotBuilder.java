package io.routewright.app.store;

import io.routewright.netlink.Address;
import io.routewright.netlink.Attribute;
import io.routewright.netlink.Attributes;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.IfLinkH;
import io.routewright.netlink.IpAddress;
import io.routewright.netlink.Link;
import io.routewright.netlink.LinkHeader;
import io.routewright.netlink.Neighbour;
import io.routewright.netlink.Nexthop;
import io.routewright.netlink.NexthopObject;
import io.routewright.netlink.Prefix;
import io.routewright.netlink.Route;
import io.routewright.netlink.RtnetlinkObject;
import io.routewright.netlink.Rule;
import io.routewright.protocol.TableName;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Makes snapshots for tests, object by object.
public final class SnapshotBuilder {
    private final List<Link> links = new ArrayList<>();
    private final List<Address> addresses = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final List<Route> routes = new ArrayList<>();
    private final List<NexthopObject> nexthops = new ArrayList<>();
    private final List<Neighbour> neighbours = new ArrayList<>();
    private final List<TableName> names =
            new ArrayList<>(
                    List.of(
                            new TableName(255, "local", false),
                            new TableName(254, "main", false),
                            new TableName(253, "default", false)));
    private final Map<String, String> sysctls = new HashMap<>();
    private Kernel kernel =
            new Kernel("6.18", Set.of("vrf", "nexthop", "nexthop-weight-16", "resilient"), true);

    /// A hardware-like link with all flags of one that is up and has carrier.
    public static Link link(int ifindex, String name) {
        return link(ifindex, name, IfLinkH.IFF_UP | IfLinkH.IFF_RUNNING | IfLinkH.IFF_LOWER_UP);
    }

    /// With an attribute this program has no word for.
    public static Link link(int ifindex, String name, int flags) {
        return new Link(
                new LinkHeader(0, 1, ifindex, flags, 0),
                Attributes.of(
                        new Attribute(IfLinkH.IFLA_IFNAME, Bytes.text(name)),
                        new Attribute(IfLinkH.IFLA_MTU, Bytes.u32(1500)),
                        new Attribute(99, Bytes.u32(0xabcd))));
    }

    public static Link loopback() {
        return link(1, "lo", IfLinkH.IFF_UP | IfLinkH.IFF_LOOPBACK | IfLinkH.IFF_LOWER_UP);
    }

    /// Also other kinds, such as a bridge.
    public static Link ofKind(Link link, String kind) {
        Attributes info = Attributes.of(new Attribute(IfLinkH.IFLA_INFO_KIND, Bytes.text(kind)));
        return new Link(link.header(), link.attributes().withNest(IfLinkH.IFLA_LINKINFO, info));
    }

    /// A VRF that is up.
    public static Link vrf(int ifindex, String name, long table) {
        return Link.newVrf(ifindex, name, table).withUp(true);
    }

    /// A static route such as `route(254, "default", "10.0.0.1", 2)`.
    public static Route route(long table, String prefix, String gateway, int ifindex) {
        return Route.to(prefix(prefix), table)
                .withNexthops(List.of(Nexthop.via(ip(gateway), ifindex)));
    }

    public static Prefix prefix(String text) {
        return text.equals("default")
                ? Prefix.parse("0.0.0.0/0").orElseThrow()
                : Prefix.parse(text).orElseThrow();
    }

    public static IpAddress ip(String text) {
        return IpAddress.parse(text).orElseThrow();
    }

    /// @param state NUD_*
    public static Neighbour neighbour(int ifindex, String address, int state) {
        IpAddress a = ip(address);
        Attributes all = Attributes.of(new Attribute(IfLinkH.NDA_DST, a.bytes()));
        return new Neighbour(a.family().number(), ifindex, state, 0, 1, all);
    }

    public static Address address(int ifindex, String prefix) {
        return Address.on(ifindex, prefix(prefix));
    }

    public SnapshotBuilder with(RtnetlinkObject... objects) {
        for (RtnetlinkObject object : objects) {
            switch (object) {
                case Link o -> links.add(o);
                case Address o -> addresses.add(o);
                case Rule o -> rules.add(o);
                case Route o -> routes.add(o);
                case NexthopObject o -> nexthops.add(o);
                case Neighbour o -> neighbours.add(o);
                default -> throw new IllegalArgumentException(object.toString());
            }
        }
        return this;
    }

    public SnapshotBuilder named(long table, String name) {
        names.add(new TableName(table, name, true));
        return this;
    }

    public SnapshotBuilder sysctl(String key, String value) {
        sysctls.put(key, value);
        return this;
    }

    public SnapshotBuilder kernel(String... features) {
        kernel = new Kernel("6.1", Set.of(features), true);
        return this;
    }

    public Snapshot build() {
        links.sort(Comparator.comparingInt(Link::ifindex));
        routes.sort(Comparator.comparing(Route::family));
        return new Snapshot(
                1,
                new LinkTable(links),
                List.copyOf(addresses),
                List.copyOf(rules),
                List.copyOf(routes),
                List.copyOf(nexthops),
                List.copyOf(neighbours),
                List.of(),
                new TableNames(names),
                Map.copyOf(sysctls),
                kernel);
    }
}
