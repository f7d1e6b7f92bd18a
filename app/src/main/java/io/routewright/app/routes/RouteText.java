package io.routewright.app.routes;

import io.routewright.app.store.Snapshot;
import io.routewright.app.text.KernelWords;
import io.routewright.netlink.Family;
import io.routewright.netlink.Link;
import io.routewright.netlink.Nexthop;
import io.routewright.netlink.Prefix;
import io.routewright.netlink.Route;
import io.routewright.netlink.RouteType;
import io.routewright.netlink.Rtnetlink;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The cells of a route as texts. An empty text is an empty cell.
final class RouteText {
    private final Snapshot snapshot;

    RouteText(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    static String destination(Route r) {
        String from = r.source().isAny() ? "" : " from " + r.source().shortText();
        return r.destination().shortText() + from;
    }

    /// Empty for unicast.
    static String type(Route r) {
        return r.type() == RouteType.UNICAST ? "" : r.type().word();
    }

    /// Of several legs with their weights, where these differ.
    static String gateway(Route r) {
        List<Nexthop> legs = r.nexthops();
        if (legs.isEmpty() && r.nexthopId() != 0) {
            return "nhid " + r.nexthopId();
        }
        boolean isEven = legs.stream().mapToInt(Nexthop::weight).distinct().count() <= 1;
        return legs.stream()
                .filter(n -> n.gateway().isPresent())
                .map(n -> n.gateway().get() + (isEven ? "" : " \u00d7" + n.weight()))
                .collect(Collectors.joining(", "));
    }

    /// The gateways, or the type of a route that has none.
    static String via(Route r) {
        String gateway = gateway(r);
        return gateway.isEmpty() ? type(r) : gateway;
    }

    /// The links' names, each once. IPv6 reject routes are dumped with `lo`, which means nothing.
    List<String> links(Route r) {
        if (r.type().isReject()) {
            return List.of();
        }
        return r.nexthops().stream()
                .filter(n -> n.ifindex() != 0)
                .map(n -> snapshot.links().nameOf(n.ifindex()))
                .distinct()
                .toList();
    }

    String table(Route r) {
        return snapshot.tableNames().label(r.tableId());
    }

    static String metric(Route r) {
        return r.metric() == 0 ? "" : Long.toString(r.metric());
    }

    static String protocol(Route r) {
        return KernelWords.protocol(r.protocol());
    }

    /// Empty for the usual scope, global.
    static String scope(Route r) {
        return r.scope() == Rtnetlink.RT_SCOPE_UNIVERSE ? "" : KernelWords.scope(r.scope());
    }

    static String source(Route r) {
        return r.preferredSource().map(Object::toString).orElse("");
    }

    static String nexthop(Route r) {
        return r.nexthopId() == 0 ? "" : Long.toString(r.nexthopId());
    }

    /// The words of the flags and of rarer attributes that change what the route does.
    static List<String> flags(Route r) {
        List<String> words = new ArrayList<>();
        int all = r.header().flags();
        int any = all;
        for (Nexthop n : r.nexthops()) {
            any |= n.flags();
        }
        addFlag(words, any, Rtnetlink.RTNH_F_DEAD, "dead");
        addFlag(words, any, Rtnetlink.RTNH_F_LINKDOWN, "linkdown");
        addFlag(words, any, Rtnetlink.RTNH_F_ONLINK, "onlink");
        addFlag(words, any, Rtnetlink.RTNH_F_PERVASIVE, "pervasive");
        addFlag(words, any, Rtnetlink.RTNH_F_OFFLOAD, "offload");
        addFlag(words, any, Rtnetlink.RTNH_F_TRAP, "trap");
        if (r.tos() != 0) {
            words.add("tos " + KernelWords.tos(r.tos()));
        }
        return words;
    }

    private static void addFlag(List<String> words, int flags, int bit, String word) {
        if ((flags & bit) != 0) {
            words.add(word);
        }
    }

    /// RTAX_* and the like, as `ip` prints them: `mtu 1400 lock`.
    static String details(Route r) {
        List<String> words = new ArrayList<>();
        for (RouteField f : RouteField.values()) {
            String text = f.isDetail() ? f.read(r, Snapshot.EMPTY) : "";
            if (!text.isEmpty()) {
                words.add(f.word() + " " + text);
            }
        }
        return String.join(", ", words);
    }

    /// What the kernel makes for itself and nobody edits: own addresses, broadcasts, link-local and multicast. The routes
    /// to connected networks are not meant.
    static boolean isKernels(Route r) {
        return r.tableId() == Rtnetlink.RT_TABLE_LOCAL
                || r.protocol() == Rtnetlink.RTPROT_KERNEL
                        && (r.type() != RouteType.UNICAST || isLinkLocal(r.destination()));
    }

    private static boolean isLinkLocal(Prefix p) {
        boolean isMulticast = p.family() == Family.INET6 && p.address().bytes().u8At(0) == 0xff;
        return isMulticast || p.family() == Family.INET6 && p.address().isLinkLocal();
    }

    /// No leg can be used.
    static boolean isDead(Route r) {
        List<Nexthop> legs = r.nexthops();
        return !legs.isEmpty() && legs.stream().allMatch(n -> n.isDead() || n.isLinkDown());
    }

    /// The VRF whose table the route is in; empty when there is none.
    String vrf(Route r) {
        return snapshot.links().vrfsOfTable(r.tableId()).stream()
                .map(Link::name)
                .collect(Collectors.joining(", "));
    }

    /// Everything a plain word of the filter is looked for in.
    String everything(Route r) {
        return String.join(
                " ",
                destination(r),
                r.type().word(),
                gateway(r),
                String.join(" ", links(r)),
                table(r),
                metric(r),
                protocol(r),
                scope(r),
                source(r),
                String.join(" ", flags(r)),
                vrf(r));
    }
}
