package io.routewright.daemon.plan;

import io.routewright.netlink.Address;
import io.routewright.netlink.Family;
import io.routewright.netlink.Link;
import io.routewright.netlink.Nexthop;
import io.routewright.netlink.NexthopObject;
import io.routewright.netlink.Route;
import io.routewright.netlink.RtnetlinkObject;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the kernel may drop or alter without a word while a change set is done: routes, addresses and nexthop
/// objects on links that go down, move or go; secondaries of an address; routes of a nexthop object.
///
/// @param links ifindexes of these links, each with the operation to blame
/// @param nexthops ids of nexthop objects at risk and of groups they are in
/// @param moved those of the links that only move between masters: what they lose shall come back
/// @param sources links that lose an address while another of its family stays
/// @param creator the operation that creates a VRF, with which the kernel may add rules
public record Risk(
        Map<Integer, Integer> links,
        Map<Long, Integer> nexthops,
        Set<Integer> moved,
        Set<Integer> sources,
        Optional<Integer> creator) {

    /// Where the kernel puts the rule of the first VRF.
    public static final long L3MDEV_PRIORITY = 1000;

    public static Risk of(Picture now, Picture goal, Map<Spot, Integer> touched) {
        Risk risk =
                new Risk(
                        new HashMap<>(),
                        new HashMap<>(),
                        new HashSet<>(),
                        new HashSet<>(),
                        creator(now, goal, touched));
        touched.forEach((spot, operation) -> risk.add(now, goal, spot, operation));
        risk.addNexthops(now);
        return risk;
    }

    private static Optional<Integer> creator(
            Picture now, Picture goal, Map<Spot, Integer> touched) {
        return touched.entrySet().stream()
                .filter(e -> e.getKey() instanceof Spot.OfLink)
                .filter(e -> now.at(e.getKey()).isEmpty() && !goal.at(e.getKey()).isEmpty())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private void add(Picture now, Picture goal, Spot spot, int operation) {
        switch (spot) {
            case Spot.OfLink s ->
                    now.link(s.ifindex())
                            .ifPresent(l -> addLink(now, l, goal.link(s.ifindex()), operation));
            case Spot.OfAddresses s -> addAddresses(now.at(s), goal.at(s), s.ifindex(), operation);
            case Spot.OfNexthop s -> {
                if (goal.at(s).isEmpty()) {
                    nexthops.put(s.id(), operation);
                }
            }
            default -> {
                /* nothing else takes others with it */
            }
        }
    }

    private void addLink(Picture now, Link before, Optional<Link> after, int operation) {
        if (after.isEmpty()) {
            links.put(before.ifindex(), operation);
            for (Link port : now.links()) {
                if (port.master() == before.ifindex()) {
                    links.put(port.ifindex(), operation);
                    moved.add(port.ifindex());
                }
            }
            return;
        }
        boolean isMoved = before.master() != after.get().master();
        boolean goesDown = before.isUp() && !after.get().isUp();
        if (isMoved || goesDown || before.mtu() != after.get().mtu()) {
            links.put(before.ifindex(), operation);
        }
        if (isMoved && after.get().isUp() == before.isUp()) {
            moved.add(before.ifindex());
        }
    }

    private void addAddresses(
            List<RtnetlinkObject> before, List<RtnetlinkObject> after, int ifindex, int operation) {
        if (before.stream().anyMatch(o -> !Lists.holds(after, o))) {
            links.put(ifindex, operation);
            if (!after.isEmpty()) {
                sources.add(ifindex);
            }
        }
    }

    private void addNexthops(Picture now) {
        for (NexthopObject n : now.nexthops()) {
            if (n.ifindex() != 0 && links.containsKey(n.ifindex())) {
                nexthops.put(n.id(), links.get(n.ifindex()));
            }
        }
        for (NexthopObject n : now.nexthops()) {
            n.members().stream()
                    .filter(m -> nexthops.containsKey(m.id()))
                    .findFirst()
                    .ifPresent(m -> nexthops.putIfAbsent(n.id(), nexthops.get(m.id())));
        }
    }

    public boolean isEmpty() {
        return links.isEmpty() && nexthops.isEmpty() && creator.isEmpty();
    }

    /// Whether routes may go with something.
    public boolean reachesRoutes() {
        return !links.isEmpty() || !nexthops.isEmpty();
    }

    /// The operation that puts this route at risk.
    public Optional<Integer> toRoute(Route r) {
        if (r.nexthopId() != 0 && nexthops.containsKey(r.nexthopId())) {
            return Optional.ofNullable(nexthops.get(r.nexthopId()));
        }
        for (Nexthop leg : r.nexthops()) {
            if (links.containsKey(leg.ifindex())) {
                return Optional.ofNullable(links.get(leg.ifindex()));
            }
        }
        return Optional.empty();
    }

    /// The spots other than routes that are at risk.
    public Map<Spot, Integer> spots() {
        Map<Spot, Integer> found = new HashMap<>();
        links.forEach((ifindex, operation) -> {
            found.put(new Spot.OfAddresses(ifindex, Family.INET), operation);
            found.put(new Spot.OfAddresses(ifindex, Family.INET6), operation);
            found.put(new Spot.OfLink(ifindex), operation);
        });
        nexthops.forEach((id, operation) -> found.put(new Spot.OfNexthop(id), operation));
        creator.ifPresent(operation -> {
            found.put(new Spot.OfRules(Family.INET, L3MDEV_PRIORITY), operation);
            found.put(new Spot.OfRules(Family.INET6, L3MDEV_PRIORITY), operation);
        });
        return found;
    }

    /// Whether what stood at the spot shall stand there again although the kernel dropped it: a move between
    /// masters is meant to take nothing but what belongs to the old one.
    public boolean comesBack(Spot spot, Picture before) {
        return switch (spot) {
            case Spot.OfAddresses s -> moved.contains(s.ifindex());
            case Spot.OfNexthop s ->
                    before.at(s).stream()
                            .map(NexthopObject.class::cast)
                            .anyMatch(n -> comesBack(n, before));
            default -> false;
        };
    }

    /// A group only with every member: a smaller one is as the kernel leaves it.
    private boolean comesBack(NexthopObject n, Picture before) {
        if (!n.isGroup()) {
            return moved.contains(n.ifindex());
        }
        return n.members().stream()
                .filter(m -> nexthops.containsKey(m.id()))
                .flatMap(m -> before.at(new Spot.OfNexthop(m.id())).stream())
                .allMatch(m -> comesBack((NexthopObject) m, before));
    }

    /// Addresses the kernel makes by itself: it makes them again.
    public static boolean isOfKernel(RtnetlinkObject o) {
        return switch (o) {
            case Route r -> r.protocol() == io.routewright.netlink.Rtnetlink.RTPROT_KERNEL;
            case Address a -> isOfKernel(a);
            default -> false;
        };
    }

    private static boolean isOfKernel(Address a) {
        boolean isLinkLocal =
                a.attributes().u8(io.routewright.netlink.IfLinkH.IFA_PROTO, 0) == IFAPROT_KERNEL_LL;
        boolean isTemporary = a.family() == Family.INET6 && (a.flags() & IFA_F_TEMPORARY) != 0;
        return isLinkLocal || isTemporary;
    }

    private static final int IFAPROT_KERNEL_LL = 3;
    private static final int IFA_F_TEMPORARY = 1;
}
