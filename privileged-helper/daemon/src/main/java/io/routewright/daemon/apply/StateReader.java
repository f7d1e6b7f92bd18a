package io.routewright.daemon.apply;

import io.routewright.daemon.kernel.Ack;
import io.routewright.daemon.kernel.Errno;
import io.routewright.daemon.kernel.Kernel;
import io.routewright.daemon.kernel.KernelException;
import io.routewright.daemon.names.OwnNames;
import io.routewright.daemon.plan.Picture;
import io.routewright.daemon.plan.Risk;
import io.routewright.daemon.plan.Spot;
import io.routewright.daemon.sysctl.Sysctls;
import io.routewright.netlink.Canonical;
import io.routewright.netlink.Decoder;
import io.routewright.netlink.DumpRequest;
import io.routewright.netlink.Family;
import io.routewright.netlink.MalformedMessageException;
import io.routewright.netlink.NetlinkMessage;
import io.routewright.netlink.Route;
import io.routewright.netlink.Rtnetlink;
import io.routewright.netlink.RtnetlinkObject;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Reads what stands at given spots. Tables may hold a million routes: those that are not asked for are dropped as they
/// come.
final class StateReader {
    /// Up to so many tables are dumped one by one, more as a whole.
    private static final int FEW_TABLES = 6;

    /// Rule dumps go by position: one that meets a change skips or doubles rules, unmarked.
    private static final int RULE_READS = 6;

    private final Kernel kernel;
    private final OwnNames names;

    StateReader(Kernel kernel, OwnNames names) {
        this.kernel = kernel;
        this.names = names;
    }

    /// All links, addresses, nexthops and rules; the routes, names and sysctls of the spots.
    Picture read(Collection<Spot> spots) throws KernelException {
        Map<Spot, List<RtnetlinkObject>> lists = new HashMap<>();
        collect(lists, Rtnetlink.RTM_GETLINK, 0);
        collect(lists, Rtnetlink.RTM_GETADDR, 0);
        collect(lists, Rtnetlink.RTM_GETNEXTHOP, 0);
        rules().forEach(r -> put(lists, r));
        for (Family family : Family.values()) {
            routes(family, spots, lists);
        }
        return new Picture(lists, texts(spots));
    }

    private Map<Spot, String> texts(Collection<Spot> spots) {
        Map<Spot, String> found = new HashMap<>();
        Map<Long, String> own = names.read();
        for (Spot spot : spots) {
            switch (spot) {
                case Spot.OfName s -> found.put(s, own.getOrDefault(s.tableId(), ""));
                case Spot.OfSysctl s -> found.put(s, Sysctls.read(s.key()).orElse(""));
                default -> {
                    /* objects, not text */
                }
            }
        }
        return found;
    }

    private static void put(Map<Spot, List<RtnetlinkObject>> lists, RtnetlinkObject object) {
        lists.computeIfAbsent(Spot.of(object), s -> new ArrayList<>()).add(object);
    }

    private void collect(Map<Spot, List<RtnetlinkObject>> lists, int type, int family)
            throws KernelException {
        dump(type, family, 0, o -> put(lists, o));
    }

    /// A kernel without the family or the kind of object has none of them.
    private void dump(int type, int family, long tableId, Consumer<RtnetlinkObject> visitor)
            throws KernelException {
        NetlinkMessage request = DumpRequest.of(type, family, tableId, 0).orElseThrow();
        Ack end = kernel.dump(request, m -> decode(m, visitor));
        boolean isNone = end.errno() == Errno.EOPNOTSUPP || end.errno() == Errno.ENOENT;
        if (!end.isDone() && !isNone) {
            throw new KernelException("dump of type " + type, end.errno());
        }
    }

    private static void decode(NetlinkMessage m, Consumer<RtnetlinkObject> visitor) {
        try {
            Decoder.decode(m).ifPresent(visitor);
        } catch (MalformedMessageException e) {
            throw new IllegalStateException("the kernel sent a message that cannot be read", e);
        }
    }

    private List<RtnetlinkObject> rules() throws KernelException {
        List<RtnetlinkObject> last = rulesOnce();
        for (int i = 0; i < RULE_READS; i++) {
            List<RtnetlinkObject> next = rulesOnce();
            if (next.equals(last)) {
                break;
            }
            last = next;
        }
        return last;
    }

    private List<RtnetlinkObject> rulesOnce() throws KernelException {
        List<RtnetlinkObject> found = new ArrayList<>();
        for (Family family : Family.values()) {
            dump(Rtnetlink.RTM_GETRULE, family.number(), 0, found::add);
        }
        return found;
    }

    private void routes(
            Family family, Collection<Spot> spots, Map<Spot, List<RtnetlinkObject>> lists)
            throws KernelException {
        Set<Spot> wanted = new HashSet<>();
        Set<Long> tables = new HashSet<>();
        for (Spot spot : spots) {
            if (spot instanceof Spot.OfRoutes s && s.destination().family() == family) {
                wanted.add(s);
                tables.add(s.tableId());
            }
        }
        Consumer<RtnetlinkObject> keep = o -> keep((Route) o, wanted, lists);
        if (tables.size() > FEW_TABLES) {
            dump(Rtnetlink.RTM_GETROUTE, family.number(), 0, keep);
            return;
        }
        for (long table : tables) {
            dump(Rtnetlink.RTM_GETROUTE, family.number(), table, keep);
        }
    }

    /// IPv6 dumps repeat rows when the table changes under them.
    private static void keep(
            Route route, Set<Spot> wanted, Map<Spot, List<RtnetlinkObject>> lists) {
        Spot spot = Spot.of(route);
        if (!wanted.contains(spot)) {
            return;
        }
        List<RtnetlinkObject> list = lists.computeIfAbsent(spot, s -> new ArrayList<>());
        boolean isRepeated =
                route.family() == Family.INET6
                        && list.stream().anyMatch(o -> Canonical.of(o).equals(Canonical.of(route)));
        if (!isRepeated) {
            list.add(route);
        }
    }

    /// The spots of all routes at risk, each with the operation to blame.
    ///
    /// @param most when there are more, the answer holds more than `most` and is not complete
    Map<Spot, Integer> routesAtRisk(Risk risk, int most) throws KernelException {
        Map<Spot, Integer> found = new HashMap<>();
        if (risk.reachesRoutes()) {
            for (Family family : Family.values()) {
                dump(
                        Rtnetlink.RTM_GETROUTE,
                        family.number(),
                        0,
                        o -> note((Route) o, risk, found, most));
            }
        }
        return found;
    }

    private static void note(Route route, Risk risk, Map<Spot, Integer> found, int most) {
        if (found.size() <= most && !Risk.isOfKernel(route)) {
            risk.toRoute(route)
                    .ifPresent(operation -> found.putIfAbsent(Spot.of(route), operation));
        }
    }
}
