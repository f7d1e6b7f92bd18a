package io.routewright.app.describe;

import io.routewright.app.store.Snapshot;
import io.routewright.app.text.Strings;
import io.routewright.netlink.Address;
import io.routewright.netlink.Link;
import io.routewright.netlink.Neighbour;
import io.routewright.netlink.Netconf;
import io.routewright.netlink.Nexthop;
import io.routewright.netlink.NexthopObject;
import io.routewright.netlink.Route;
import io.routewright.netlink.RouteType;
import io.routewright.netlink.Rtnetlink;
import io.routewright.netlink.RtnetlinkObject;
import io.routewright.netlink.Rule;
import io.routewright.protocol.Operation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// An object or an operation as one line of words.
public final class Describe {
    private static final Strings STRINGS = new Strings(Describe.class);

    private Describe() {}

    /// Such as `from 192.168.1.100 → table isp2` or `10.0.0.0/8 via 10.0.1.1 dev eth1 in table isp2`.
    public static String object(RtnetlinkObject object, Snapshot snapshot) {
        return switch (object) {
            case Route o -> route(o, snapshot);
            case Rule o -> RuleSentence.of(o, snapshot);
            case NexthopObject o -> nexthop(o, snapshot);
            case Link o -> link(o, snapshot);
            case Address o -> address(o, snapshot);
            case Neighbour o ->
                    STRINGS.get(
                            "sentence.neighbour",
                            o.address().map(Object::toString).orElse(""),
                            snapshot.links().nameOf(o.ifindex()));
            case Netconf o -> STRINGS.get("sentence.netconf", snapshot.links().nameOf(o.ifindex()));
        };
    }

    /// Such as `Add rule 10010: from 192.168.1.100 → table isp2`.
    public static String operation(Operation operation, Snapshot snapshot) {
        return switch (operation) {
            case Operation.Create op ->
                    STRINGS.get("add." + kind(op.after()), named(op.after(), snapshot));
            case Operation.Delete op ->
                    STRINGS.get("delete." + kind(op.before()), named(op.before(), snapshot));
            case Operation.Change op ->
                    STRINGS.get("change." + kind(op.before()), named(op.before(), snapshot));
            case Operation.Name op ->
                    op.after().isEmpty()
                            ? STRINGS.get("name.remove", number(op.tableId()), op.before())
                            : STRINGS.get("name.set", number(op.tableId()), op.after());
            case Operation.Sysctl op -> STRINGS.get("sysctl.set", op.key(), op.after());
        };
    }

    /// `route`, `rule`, `nexthop`, `link`, `vrf`, `address`, `neighbour`, `netconf`.
    public static String kind(RtnetlinkObject object) {
        return switch (object) {
            case Route o -> "route";
            case Rule o -> "rule";
            case NexthopObject o -> "nexthop";
            case Link o -> o.isVrf() ? "vrf" : "link";
            case Address o -> "address";
            case Neighbour o -> "neighbour";
            case Netconf o -> "netconf";
        };
    }

    private static String named(RtnetlinkObject object, Snapshot snapshot) {
        return object instanceof Rule r
                ? r.priority() + ": " + object(object, snapshot)
                : object(object, snapshot);
    }

    private static String number(long value) {
        return Long.toString(value);
    }

    private static String route(Route r, Snapshot snapshot) {
        List<String> parts = new ArrayList<>();
        if (r.type() != RouteType.UNICAST) {
            parts.add(r.type().word());
        }
        parts.add(r.destination().shortText());
        if (r.nexthopId() != 0) {
            parts.add(STRINGS.get("route.nhid", number(r.nexthopId())));
        } else {
            parts.add(legs(r, snapshot));
        }
        if (r.metric() != 0) {
            parts.add(STRINGS.get("route.metric", number(r.metric())));
        }
        if (r.tableId() != Rtnetlink.RT_TABLE_MAIN) {
            parts.add(STRINGS.get("route.table", snapshot.tableNames().label(r.tableId())));
        }
        return words(parts);
    }

    private static String legs(Route r, Snapshot snapshot) {
        if (r.type().isReject()) {
            return "";
        }
        boolean isWeighted = r.isMultipath();
        return r.nexthops().stream()
                .map(leg -> Show.leg(bare(leg), snapshot, isWeighted))
                .collect(Collectors.joining(", "));
    }

    private static Nexthop bare(Nexthop leg) {
        return leg.withFlags(leg.flags() & Rtnetlink.RTNH_F_ONLINK);
    }

    private static String nexthop(NexthopObject n, Snapshot snapshot) {
        if (n.isGroup()) {
            String members =
                    n.members().stream()
                            .map(m ->
                                    STRINGS.get(
                                            "nexthop.member", number(m.id()), number(m.weight())))
                            .collect(Collectors.joining(", "));
            String key = n.resilience().isPresent() ? "nexthop.resilient" : "nexthop.group";
            return STRINGS.get(key, number(n.id()), members);
        }
        List<String> parts = new ArrayList<>();
        parts.add(number(n.id()));
        if (n.isBlackhole()) {
            parts.add("blackhole");
        }
        n.gateway().ifPresent(g -> parts.add("via " + g));
        if (n.ifindex() != 0) {
            parts.add("dev " + snapshot.links().nameOf(n.ifindex()));
        }
        parts.add(n.isOnLink() ? "onlink" : "");
        return words(parts);
    }

    private static String link(Link l, Snapshot snapshot) {
        List<String> parts = new ArrayList<>();
        parts.add(l.name());
        if (l.isVrf()) {
            parts.add(STRINGS.get("route.table", snapshot.tableNames().label(l.vrfTable())));
        }
        if (l.master() != 0) {
            parts.add(STRINGS.get("link.master", snapshot.links().nameOf(l.master())));
        }
        parts.add(STRINGS.get(l.isUp() ? "link.up" : "link.down"));
        return words(parts);
    }

    private static String address(Address a, Snapshot snapshot) {
        String own = a.local().toString();
        boolean isPointToPoint = !a.peer().equals(a.local().address());
        String shown =
                isPointToPoint
                        ? a.local().address()
                                + " peer "
                                + a.peer()
                                + "/"
                                + a.header().prefixLength()
                        : own;
        return STRINGS.get("sentence.address", shown, snapshot.links().nameOf(a.ifindex()));
    }

    static String words(List<String> parts) {
        return parts.stream().filter(p -> !p.isEmpty()).collect(Collectors.joining(" "));
    }
}
