package io.routewright.app.nexthops;

import io.routewright.app.staging.StagedView;
import io.routewright.app.store.Snapshot;
import io.routewright.netlink.Canonical;
import io.routewright.netlink.IpAddress;
import io.routewright.netlink.Nexthop;
import io.routewright.netlink.NexthopObject;
import io.routewright.netlink.NexthopObject.Member;
import io.routewright.netlink.Route;
import io.routewright.netlink.RtnetlinkObject;
import io.routewright.protocol.Operation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the screen shows: truth and intent together. Immutable; may be made on any thread.
final class NexthopsModel {
    private static final int LARGEST_ROUTE_WEIGHT = 256;

    private final StagedView view;
    private final Snapshot truth;
    private final Snapshot state;
    private final LegStates states;
    private final Map<Long, Integer> users = new HashMap<>();
    private final Map<Long, List<Long>> groups = new HashMap<>();
    private final List<Card> cards = new ArrayList<>();
    private final List<ObjectLine> objects = new ArrayList<>();

    NexthopsModel(StagedView view) {
        this.view = view;
        truth = view.truth();
        state = view.projected();
        states = new LegStates(truth);
        state.routes().stream()
                .filter(r -> r.nexthopId() != 0)
                .forEach(r -> users.merge(r.nexthopId(), 1, Integer::sum));
        state.nexthops().forEach(this::noteMembers);
        addRoutes();
        addGroups();
        addObjects();
    }

    private void noteMembers(NexthopObject group) {
        for (Member m : group.members()) {
            groups.computeIfAbsent(m.id(), i -> new ArrayList<>()).add(group.id());
        }
    }

    /// Multipath routes, then groups.
    List<Card> cards() {
        return cards;
    }

    /// Nexthop objects and groups by id.
    List<ObjectLine> objects() {
        return objects;
    }

    /// The state with everything staged.
    Snapshot state() {
        return state;
    }

    Snapshot truth() {
        return truth;
    }

    private void addRoutes() {
        for (Route r : truth.routes()) {
            if (r.isMultipath() && r.nexthopId() == 0) {
                cards.add(routeCard(r));
            }
        }
        for (Operation op : view.operations()) {
            if (op instanceof Operation.Change(Route before, Route after)
                    && after.isMultipath()
                    && !(before.isMultipath() && before.nexthopId() == 0)) {
                cards.add(routeCard(before, after, Card.Mark.CHANGED));
            }
        }
        for (Route r : view.created(Route.class)) {
            if (r.isMultipath()) {
                cards.add(routeCard(r, r, Card.Mark.ADDED));
            }
        }
        cards.sort(
                Comparator.comparing(
                        c -> c.route().orElseThrow(),
                        Comparator.comparing(Route::family)
                                .thenComparing(Route::tableId)
                                .thenComparing(Route::destination)
                                .thenComparing(Route::metric)));
    }

    private Card routeCard(Route r) {
        return switch (view.markOf(r)) {
            case NONE -> routeCard(r, r, Card.Mark.NONE);
            case REMOVED -> routeCard(r, r, Card.Mark.REMOVED);
            case CHANGED ->
                    routeCard(r, view.intended(r, Route.class).orElse(r), Card.Mark.CHANGED);
        };
    }

    private Card routeCard(Route before, Route after, Card.Mark mark) {
        List<Nexthop> old = mark == Card.Mark.ADDED ? List.of() : before.nexthops();
        List<Leg> legs = after.nexthops().stream().map(n -> leg(after, n, old)).toList();
        List<Leg> gone =
                old.stream()
                        .filter(o -> after.nexthops().stream().noneMatch(n -> isSame(n, o)))
                        .map(o -> leg(before, o, old))
                        .toList();
        return new Card(before, after, mark, legs, gone, 0, LARGEST_ROUTE_WEIGHT);
    }

    private Leg leg(Route route, Nexthop n, List<Nexthop> old) {
        int before =
                old.stream().filter(o -> isSame(n, o)).map(Nexthop::weight).findFirst().orElse(0);
        return new Leg(
                0,
                n.ifindex(),
                state.links().nameOf(n.ifindex()),
                n.gateway(),
                n.weight(),
                before,
                states.of(n, route.family()));
    }

    private static boolean isSame(Nexthop a, Nexthop b) {
        return a.ifindex() == b.ifindex() && a.gateway().equals(b.gateway());
    }

    private void addGroups() {
        List<Card> found = new ArrayList<>();
        truth.nexthops().stream().filter(NexthopObject::isGroup).forEach(g -> found.add(card(g)));
        view.created(NexthopObject.class).stream()
                .filter(NexthopObject::isGroup)
                .forEach(g -> found.add(card(g, g, Card.Mark.ADDED)));
        found.sort(Comparator.comparing(c -> c.group().map(NexthopObject::id).orElse(0L)));
        cards.addAll(found);
    }

    private Card card(NexthopObject g) {
        return card(g, intended(g), mark(g));
    }

    private NexthopObject intended(NexthopObject n) {
        return view.intended(n, NexthopObject.class).orElse(n);
    }

    private Card.Mark mark(RtnetlinkObject object) {
        return switch (view.markOf(object)) {
            case NONE -> Card.Mark.NONE;
            case CHANGED -> Card.Mark.CHANGED;
            case REMOVED -> Card.Mark.REMOVED;
        };
    }

    private Card card(NexthopObject before, NexthopObject after, Card.Mark mark) {
        List<Member> old = mark == Card.Mark.ADDED ? List.of() : before.members();
        List<Leg> legs = after.members().stream().map(m -> leg(m, old)).toList();
        List<Leg> gone =
                old.stream()
                        .filter(o -> after.members().stream().noneMatch(m -> m.id() == o.id()))
                        .map(o -> leg(o, old))
                        .toList();
        int largest = truth.kernel().largestGroupWeight();
        return new Card(
                before, after, mark, legs, gone, users.getOrDefault(after.id(), 0), largest);
    }

    private Leg leg(Member m, List<Member> old) {
        int before =
                old.stream()
                        .filter(o -> o.id() == m.id())
                        .map(Member::weight)
                        .findFirst()
                        .orElse(0);
        Optional<NexthopObject> object = state.nexthop(m.id()).or(() -> truth.nexthop(m.id()));
        int ifindex = object.map(NexthopObject::ifindex).orElse(0);
        Optional<IpAddress> gateway = object.flatMap(LegStates::gateway);
        LegState how =
                object.map(states::of)
                        .orElse(new LegState(true, false, false, NeighbourState.NONE, false));
        String link = state.links().nameOf(ifindex);
        return new Leg(m.id(), ifindex, link, gateway, m.weight(), before, how);
    }

    private void addObjects() {
        truth.nexthops().forEach(n -> objects.add(line(n, intended(n), mark(n))));
        view.created(NexthopObject.class).forEach(n -> objects.add(line(n, n, Card.Mark.ADDED)));
        objects.sort(Comparator.comparingLong(l -> l.current().id()));
    }

    private ObjectLine line(NexthopObject before, NexthopObject after, Card.Mark mark) {
        LegState how =
                after.isGroup()
                        ? new LegState(false, false, false, NeighbourState.NONE, false)
                        : states.of(after);
        return new ObjectLine(
                before,
                after,
                mark,
                groups.getOrDefault(after.id(), List.of()),
                users.getOrDefault(after.id(), 0),
                how);
    }

    /// What makes a card the same one later on. IPv4 routes may share a key; they are told apart by their order.
    static Object key(Card card, Set<Object> taken) {
        Object key = Canonical.key(card.truth());
        for (int n = 2; taken.contains(key); n++) {
            key = List.of(Canonical.key(card.truth()), n);
        }
        return key;
    }
}
