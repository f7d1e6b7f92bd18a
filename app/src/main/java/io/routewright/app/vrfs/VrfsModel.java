package io.routewright.app.vrfs;

import io.routewright.app.describe.Describe;
import io.routewright.app.staging.StagedView;
import io.routewright.app.store.Snapshot;
import io.routewright.app.vrfs.Port.AddressLine;
import io.routewright.app.vrfs.VrfCard.Leaks;
import io.routewright.app.vrfs.VrfCard.RouteLine;
import io.routewright.netlink.Address;
import io.routewright.netlink.Family;
import io.routewright.netlink.Link;
import io.routewright.netlink.Route;
import io.routewright.netlink.Rtnetlink;
import io.routewright.netlink.RtnetlinkObject;
import io.routewright.protocol.Operation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the board shows: truth and intent together. Immutable; may be made on any thread.
final class VrfsModel {
    /// Routes shown on a card; the rest is counted.
    private static final int SHOWN_ROUTES = 5;

    private static final Comparator<Route> ORDER =
            Comparator.comparing(Route::family)
                    .thenComparing(Route::destination)
                    .thenComparing(Route::metric);

    private final StagedView view;
    private final Snapshot truth;
    private final Snapshot state;
    private final Map<Integer, List<AddressLine>> addresses = new HashMap<>();
    private final Map<Integer, List<Port>> ports = new HashMap<>();
    private final Map<Long, List<RouteLine>> routes = new HashMap<>();
    private final List<VrfCard> cards = new ArrayList<>();

    VrfsModel(StagedView view) {
        this.view = view;
        truth = view.truth();
        state = view.projected();
        addAddresses();
        addPorts();
        addRoutes();
        addCards();
    }

    /// The links without a VRF first, then the VRFs by name.
    List<VrfCard> cards() {
        return cards;
    }

    /// The state with everything staged.
    Snapshot state() {
        return state;
    }

    StagedView view() {
        return view;
    }

    Optional<VrfCard> card(int ifindex) {
        return cards.stream().filter(c -> c.ifindex() == ifindex).findFirst();
    }

    /// The link as the board shows it.
    Optional<Port> port(int ifindex) {
        return cards.stream()
                .flatMap(c -> c.ports().stream())
                .filter(p -> p.current().ifindex() == ifindex)
                .findFirst();
    }

    private void addAddresses() {
        for (Address a : truth.addresses()) {
            Address after = view.intended(a, Address.class).orElse(a);
            lines(a.ifindex()).add(new AddressLine(a, after, mark(a)));
        }
        for (Address a : view.created(Address.class)) {
            lines(a.ifindex()).add(new AddressLine(a, a, Mark.ADDED));
        }
        addresses
                .values()
                .forEach(
                        l -> l.sort(Comparator.comparing((AddressLine a) -> a.current().family())));
    }

    private List<AddressLine> lines(int ifindex) {
        return addresses.computeIfAbsent(ifindex, i -> new ArrayList<>());
    }

    private Mark mark(RtnetlinkObject object) {
        return switch (view.markOf(object)) {
            case NONE -> Mark.NONE;
            case CHANGED -> Mark.CHANGED;
            case REMOVED -> Mark.REMOVED;
        };
    }

    private void addPorts() {
        for (Link current : state.links().all()) {
            if (!current.isVrf()) {
                Link old = truth.links().byIndex(current.ifindex()).orElse(current);
                int home = home(current, state);
                boolean isMoved = home != home(old, truth);
                ports.computeIfAbsent(home, i -> new ArrayList<>())
                        .add(port(old, current, isMoved));
            }
        }
    }

    private Port port(Link old, Link current, boolean isMoved) {
        String master =
                state.links().vrfOf(current).isPresent()
                        ? ""
                        : state.links().nameOf(current.master());
        return new Port(old, current, master, isMoved, lines(current.ifindex()));
    }

    /// The VRF the link belongs to, by way of its bridge or bond where it is in one; 0 for none.
    static int home(Link link, Snapshot s) {
        Link at = link;
        for (int hops = 0; hops < 4; hops++) {
            Optional<Link> master = s.links().byIndex(at.master());
            if (master.isEmpty() || master.get().isVrf()) {
                return master.map(Link::ifindex).orElse(0);
            }
            at = master.get();
        }
        return 0;
    }

    private void addRoutes() {
        routes.put((long) Rtnetlink.RT_TABLE_MAIN, new ArrayList<>());
        state.links().vrfs().forEach(v -> routes.put(v.vrfTable(), new ArrayList<>()));
        for (Route r : state.routes()) {
            List<RouteLine> ofTable = routes.get(r.tableId());
            if (ofTable != null && r.protocol() != Rtnetlink.RTPROT_KERNEL) {
                ofTable.add(new RouteLine(r, Mark.NONE, ""));
            }
        }
        for (Operation op : view.operations()) {
            if (op instanceof Operation.Delete(Route r) && routes.containsKey(r.tableId())) {
                routes.get(r.tableId()).add(new RouteLine(r, Mark.REMOVED, ""));
            }
        }
    }

    private List<RouteLine> shown(long table) {
        return routes.getOrDefault(table, List.of()).stream()
                .sorted(Comparator.comparing(RouteLine::route, ORDER))
                .limit(SHOWN_ROUTES)
                .map(l -> new RouteLine(l.route(), mark(l), text(l.route())))
                .toList();
    }

    private Mark mark(RouteLine line) {
        return line.mark() == Mark.REMOVED
                ? Mark.REMOVED
                : view.operationOn(line.route()).map(VrfsModel::markOf).orElse(Mark.NONE);
    }

    private static Mark markOf(Operation op) {
        return op instanceof Operation.Create ? Mark.ADDED : Mark.CHANGED;
    }

    /// Without the table, which the card says already: as if it were in main.
    private String text(Route route) {
        return Describe.object(route.withTable(Rtnetlink.RT_TABLE_MAIN), state);
    }

    private void addCards() {
        cards.add(card(Optional.empty(), Optional.empty(), Mark.NONE));
        List<VrfCard> found = new ArrayList<>();
        for (Link v : truth.links().vrfs()) {
            Link after = view.intended(v, Link.class).orElse(v);
            found.add(card(Optional.of(v), Optional.of(after), mark(v)));
        }
        for (Link v : view.created(Link.class)) {
            found.add(card(Optional.of(v), Optional.of(v), Mark.ADDED));
        }
        found.sort(Comparator.comparing(c -> natural(c.name())));
        cards.addAll(found);
    }

    /// With numbers of equal length, so that vrf-2 comes before vrf-10.
    private static String natural(String name) {
        return Pattern.compile("\\d+")
                .matcher(name)
                .replaceAll(m -> "0".repeat(Math.max(0, 12 - m.group().length())) + m.group());
    }

    private VrfCard card(Optional<Link> before, Optional<Link> after, Mark mark) {
        long table = after.map(Link::vrfTable).orElse((long) Rtnetlink.RT_TABLE_MAIN);
        int ifindex = after.map(Link::ifindex).orElse(0);
        List<String> sharers =
                after.isEmpty()
                        ? List.of()
                        : state.links().vrfsOfTable(table).stream()
                                .filter(o -> o.ifindex() != ifindex)
                                .map(Link::name)
                                .toList();
        List<RouteLine> lines = shown(table);
        int all = routes.getOrDefault(table, List.of()).size();
        Leaks leaks =
                after.isEmpty()
                        ? new Leaks(false, false)
                        : new Leaks(leaks(table, Family.INET), leaks(table, Family.INET6));
        return new VrfCard(
                before,
                after,
                mark,
                table,
                state.tableNames().label(table),
                sharers,
                ports.getOrDefault(ifindex, List.of()),
                lines,
                all - lines.size(),
                leaks);
    }

    private boolean leaks(long table, Family family) {
        return routes.getOrDefault(table, List.of()).stream()
                .filter(l -> l.mark() != Mark.REMOVED)
                .noneMatch(l -> l.route().family() == family && l.route().destination().isAny());
    }

    /// What makes a card the same one later on.
    static Object key(VrfCard card) {
        return card.ifindex();
    }
}
