package io.routewright.daemon.plan;

import io.routewright.netlink.Bytes;
import io.routewright.netlink.Canonical;
import io.routewright.netlink.IfLinkH;
import io.routewright.netlink.Link;
import io.routewright.netlink.Route;
import io.routewright.netlink.RtnetlinkObject;
import io.routewright.protocol.Operation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The state a change set asks for, built from the present one operation after the other. Each operation is held
/// against what the ones before it leave, so that a set may delete a route and create another of the same key.
public final class Goal {
    private final Map<Spot, List<RtnetlinkObject>> lists;
    private final Map<Spot, String> texts;
    private final Map<Spot, Integer> touched = new HashMap<>();
    private final Map<RtnetlinkObject, Integer> authored = new HashMap<>();
    private final Set<Spot> moved = new HashSet<>();
    private final List<Operation> done = new ArrayList<>();

    private Goal(Picture now) {
        this.lists = now.lists();
        this.texts = now.texts();
    }

    /// @param now the kernel's state at all spots of the operations
    /// @throws Refused a `before` that does not hold, or a place that is taken
    public static Goal of(Picture now, List<Operation> operations) throws Refused {
        Goal goal = new Goal(now);
        for (int i = 0; i < operations.size(); i++) {
            goal.add(i, operations.get(i));
        }
        return goal;
    }

    /// The spots of all operations.
    public static Set<Spot> spots(List<Operation> operations) {
        Set<Spot> found = new HashSet<>();
        for (Operation operation : operations) {
            switch (operation) {
                case Operation.Create op -> found.add(Spot.of(op.after()));
                case Operation.Delete op -> found.add(Spot.of(op.before()));
                case Operation.Change op -> {
                    found.add(Spot.of(op.before()));
                    found.add(Spot.of(op.after()));
                }
                case Operation.Name op -> found.add(new Spot.OfName(op.tableId()));
                case Operation.Sysctl op -> found.add(new Spot.OfSysctl(op.key()));
            }
        }
        return found;
    }

    private void add(int index, Operation operation) throws Refused {
        switch (operation) {
            case Operation.Create op -> create(index, op.after(), op.placement());
            case Operation.Delete op -> delete(index, op.before());
            case Operation.Change op -> change(index, op);
            case Operation.Name op ->
                    text(index, new Spot.OfName(op.tableId()), op.before(), op.after());
            case Operation.Sysctl op ->
                    text(index, new Spot.OfSysctl(op.key()), op.before(), op.after());
        }
        done.add(operation);
    }

    private void text(int index, Spot spot, String before, String after) throws Refused {
        String present = texts.getOrDefault(spot, "");
        if (!present.equals(before)) {
            throw Refused.conflict(index, Bytes.of(present.getBytes(StandardCharsets.UTF_8)));
        }
        texts.put(spot, after);
        touched.put(spot, index);
    }

    private List<RtnetlinkObject> at(Spot spot) {
        return lists.computeIfAbsent(spot, s -> new ArrayList<>());
    }

    private List<RtnetlinkObject> open(Spot spot, int index) {
        touched.put(spot, index);
        lists.put(spot, new ArrayList<>(at(spot)));
        return at(spot);
    }

    private void create(int index, RtnetlinkObject object, Operation.Placement placement)
            throws Refused {
        Spot spot = Spot.of(object);
        if (object instanceof Route route && placement != Operation.Placement.ALONE) {
            Optional<Route> merged = SixLegs.merged(at(spot), route);
            if (merged.isPresent()) {
                replace(index, merged.get());
                return;
            }
        }
        Optional<RtnetlinkObject> taken = taken(object, placement);
        if (taken.isPresent()) {
            throw Refused.conflict(index, message(taken.get()));
        }
        insert(open(spot, index), object, placement);
        authored.put(Canonical.of(object), index);
    }

    /// What stands in the way of a new object.
    private Optional<RtnetlinkObject> taken(RtnetlinkObject object, Operation.Placement placement) {
        if (object instanceof Link link) {
            return allLinks()
                    .filter(l -> clashes(l, link))
                    .map(RtnetlinkObject.class::cast)
                    .findFirst();
        }
        boolean isShared =
                placement != Operation.Placement.ALONE
                        || object instanceof io.routewright.netlink.Rule;
        return at(Spot.of(object)).stream()
                .filter(o -> isShared ? Canonical.isSame(o, object) : sameKey(o, object))
                .findFirst();
    }

    private java.util.stream.Stream<Link> allLinks() {
        return lists.values().stream()
                .flatMap(List::stream)
                .filter(Link.class::isInstance)
                .map(Link.class::cast);
    }

    private static boolean clashes(Link a, Link b) {
        return a.ifindex() == b.ifindex() || a.name().equals(b.name());
    }

    private static boolean sameKey(RtnetlinkObject a, RtnetlinkObject b) {
        return Canonical.key(a).equals(Canonical.key(b));
    }

    /// Routes stand by metric; within one metric where the placement says. All else goes last.
    private static void insert(
            List<RtnetlinkObject> list, RtnetlinkObject object, Operation.Placement placement) {
        int at = list.size();
        if (object instanceof Route route) {
            at = 0;
            while (at < list.size() && goesBefore(metric(list.get(at)), metric(route), placement)) {
                at++;
            }
        }
        list.add(at, object);
    }

    private static boolean goesBefore(long standing, long own, Operation.Placement placement) {
        return placement == Operation.Placement.FIRST ? standing < own : standing <= own;
    }

    private static long metric(RtnetlinkObject route) {
        return ((Route) Canonical.of(route)).metric();
    }

    private void delete(int index, RtnetlinkObject before) throws Refused {
        Spot spot = Spot.of(before);
        int at = indexOf(spot, before, index);
        RtnetlinkObject gone = open(spot, index).remove(at);
        authored.put(Canonical.of(gone), index);
    }

    private int indexOf(Spot spot, RtnetlinkObject before, int index) throws Refused {
        List<RtnetlinkObject> list = at(spot);
        for (int i = 0; i < list.size(); i++) {
            if (Canonical.isSame(list.get(i), before)) {
                return i;
            }
        }
        Optional<RtnetlinkObject> other = list.stream().filter(o -> sameKey(o, before)).findFirst();
        throw Refused.conflict(index, other.map(Goal::message).orElse(Bytes.EMPTY));
    }

    private void change(int index, Operation.Change op) throws Refused {
        Spot from = Spot.of(op.before());
        int at = indexOf(from, op.before(), index);
        RtnetlinkObject present = at(from).get(at);
        ClosedList.checkUnknown(index, present, op.after());
        if (op.after() instanceof Link after) {
            changeLink(index, (Link) present, after);
        } else if (sameKey(present, op.after())) {
            authored.put(Canonical.of(present), index);
            authored.put(Canonical.of(op.after()), index);
            open(from, index).set(at, op.after());
        } else {
            delete(index, op.before());
            create(index, op.after(), Operation.Placement.ALONE);
            moved.add(from);
        }
    }

    /// The only row of its key becomes `object`.
    private void replace(int index, Route object) {
        List<RtnetlinkObject> list = open(Spot.of(object), index);
        for (int i = 0; i < list.size(); i++) {
            if (sameKey(list.get(i), object)) {
                authored.put(Canonical.of(list.get(i)), index);
                list.set(i, object);
            }
        }
        authored.put(Canonical.of(object), index);
    }

    /// The present link with the properties that may be changed taken from `after`.
    private void changeLink(int index, Link present, Link after) throws Refused {
        Optional<Link> namesake =
                allLinks()
                        .filter(l ->
                                l.ifindex() != after.ifindex() && l.name().equals(after.name()))
                        .findFirst();
        if (namesake.isPresent()) {
            throw Refused.conflict(index, message(namesake.get()));
        }
        Link next = present.withMaster(after.master()).withUp(after.isUp());
        for (int kind :
                new int[] {
                    IfLinkH.IFLA_IFNAME, IfLinkH.IFLA_MTU, IfLinkH.IFLA_IFALIAS, IfLinkH.IFLA_GROUP
                }) {
            Optional<Bytes> value = after.attributes().find(kind);
            next = value.isPresent() ? next.with(kind, value.get()) : next;
        }
        open(Spot.of(present), index).set(0, next);
        authored.put(Canonical.of(next), index);
    }

    private static Bytes message(RtnetlinkObject object) {
        return object.toMessage(object.newType(), 0).encode();
    }

    /// The wished state.
    public Picture picture() {
        return new Picture(lists, texts);
    }

    /// The spots the operations touch, each with the last operation that does.
    public Map<Spot, Integer> touched() {
        return Map.copyOf(touched);
    }

    /// Spots an object leaves for another spot: it stays until it stands there.
    public Set<Spot> moved() {
        return Set.copyOf(moved);
    }

    /// The operation that wants this object there or gone; empty for one that only shares a spot.
    public Optional<Integer> authorOf(RtnetlinkObject object) {
        return Optional.ofNullable(authored.get(Canonical.of(object)));
    }

    public List<Operation> operations() {
        return List.copyOf(done);
    }
}
