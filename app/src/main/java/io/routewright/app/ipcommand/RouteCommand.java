package io.routewright.app.ipcommand;

import io.routewright.app.describe.Describe;
import io.routewright.app.staging.Reach;
import io.routewright.app.store.Snapshot;
import io.routewright.netlink.Canonical;
import io.routewright.netlink.Family;
import io.routewright.netlink.IpAddress;
import io.routewright.netlink.Link;
import io.routewright.netlink.Nexthop;
import io.routewright.netlink.Route;
import io.routewright.protocol.Operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `ip route …` as operations.
final class RouteCommand {
    private static final Keywords VERBS =
            Keywords.of(
                    "list:show",
                    "show",
                    "lst:show",
                    "get:show",
                    "add",
                    "change",
                    "=chg:change",
                    "replace",
                    "prepend",
                    "append",
                    "test",
                    "delete",
                    "flush",
                    "save:show",
                    "restore",
                    "showdump:show",
                    "help:show");

    private RouteCommand() {}

    static List<Operation> read(Words words, Scene scene) throws SyntaxException {
        if (!words.hasMore()) {
            return Verbs.shown(scene, "ip route");
        }
        Word verb = words.next("ip route");
        return switch (Verbs.meaning(VERBS, verb, "ip route")) {
            case "show" -> Verbs.shown(scene, "ip route " + verb.text());
            case "add" -> List.of(new Operation.Create(route(words, scene)));
            case "append" -> add(route(words, scene), scene, Operation.Placement.LAST);
            case "prepend" -> add(route(words, scene), scene, Operation.Placement.FIRST);
            case "replace" -> replace(route(words, scene), scene);
            case "change" -> change(words, scene);
            case "delete" -> RouteDeletion.read(words, scene);
            case "flush" -> RouteFlush.read(words, scene);
            default -> throw SyntaxException.at(verb, "", "unsupported", verb.text());
        };
    }

    private static Route route(Words words, Scene scene) throws SyntaxException {
        return withLinks(RouteReader.read(words, scene).toRoute(), scene.snapshot());
    }

    /// Names the link of each gateway that is said without one, where the addresses leave no doubt.
    private static Route withLinks(Route r, Snapshot snapshot) {
        List<Nexthop> legs = r.nexthops();
        boolean isOpen = legs.stream().anyMatch(leg -> leg.ifindex() == 0);
        if (r.nexthopId() != 0 || !isOpen) {
            return r;
        }
        List<Nexthop> next = new ArrayList<>();
        legs.forEach(leg -> next.add(withLink(leg, r, snapshot)));
        return r.withNexthops(next);
    }

    private static Nexthop withLink(Nexthop leg, Route r, Snapshot snapshot) {
        Optional<IpAddress> gateway = leg.gateway();
        if (leg.ifindex() != 0 || gateway.isEmpty()) {
            return leg;
        }
        List<Integer> all = Reach.linksTo(gateway.get(), snapshot);
        List<Integer> own = all.stream().filter(i -> isInTable(i, r.tableId(), snapshot)).toList();
        List<Integer> found =
                own.isEmpty() ? all.stream().filter(i -> isOutside(i, snapshot)).toList() : own;
        return found.size() == 1 ? leg.withIfindex(found.getFirst()) : leg;
    }

    /// Links of a VRF are found from its own table, other links from every table.
    private static boolean isInTable(int ifindex, long table, Snapshot snapshot) {
        List<Link> owners = snapshot.links().vrfsOfTable(table);
        return owners.isEmpty()
                ? isOutside(ifindex, snapshot)
                : vrfOf(ifindex, snapshot).filter(owners::contains).isPresent();
    }

    private static boolean isOutside(int ifindex, Snapshot snapshot) {
        return vrfOf(ifindex, snapshot).isEmpty();
    }

    private static Optional<Link> vrfOf(int ifindex, Snapshot snapshot) {
        return snapshot.links().byIndex(ifindex).flatMap(snapshot.links()::vrfOf);
    }

    private static List<Operation> add(Route r, Scene scene, Operation.Placement placement) {
        if (r.family() == Family.INET) {
            return List.of(new Operation.Create(r, placement));
        }
        Optional<Route> sibling =
                sharing(r, scene.snapshot()).stream()
                        .filter(o -> isEcmp(o) && isEcmp(r))
                        .findFirst();
        if (sibling.isEmpty()) {
            boolean isAlone = sharing(r, scene.snapshot()).isEmpty();
            return List.of(
                    new Operation.Create(r, isAlone ? Operation.Placement.ALONE : placement));
        }
        List<Nexthop> legs = new ArrayList<>(sibling.get().nexthops());
        legs.addAll(r.nexthops());
        return List.of(new Operation.Change(sibling.get(), sibling.get().withNexthops(legs)));
    }

    /// Whether IPv6 counts the route among those it balances over (rt6_qualify_for_ecmp).
    private static boolean isEcmp(Route r) {
        return r.nexthopId() == 0
                && !r.nexthops().isEmpty()
                && r.nexthops().stream().allMatch(leg -> leg.gateway().isPresent());
    }

    private static List<Operation> replace(Route r, Scene scene) {
        Optional<Route> first = replaced(r, scene.snapshot());
        if (first.isEmpty()) {
            return List.of(new Operation.Create(r));
        }
        if (Canonical.isSame(first.get(), r)) {
            scene.note("alreadySo", Describe.object(r, scene.snapshot()));
            return List.of();
        }
        return List.of(new Operation.Change(first.get(), r));
    }

    /// The row a replace hits: the first of the key; in IPv6 rather one that balances as the new one does.
    private static Optional<Route> replaced(Route r, Snapshot snapshot) {
        List<Route> rows = sharing(r, snapshot);
        Optional<Route> alike =
                rows.stream()
                        .filter(o -> r.family() == Family.INET6 && isEcmp(o) == isEcmp(r))
                        .findFirst();
        return alike.or(() -> rows.stream().findFirst());
    }

    private static List<Operation> change(Words words, Scene scene) throws SyntaxException {
        RouteSpec spec = RouteReader.read(words, scene);
        Route r = withLinks(spec.toRoute(), scene.snapshot());
        if (sharing(r, scene.snapshot()).isEmpty()) {
            Word to = spec.destinationWord.orElseThrow();
            String what = Describe.object(r, scene.snapshot());
            throw SyntaxException.at(to, Texts.fix("useReplace"), "noRoute", what);
        }
        return replace(r, scene);
    }

    /// The rows with the route's key, in order.
    static List<Route> sharing(Route r, Snapshot snapshot) {
        Canonical.Key key = Canonical.key(r);
        return snapshot.routes().stream()
                .filter(o -> o.family() == r.family())
                .filter(o -> o.header().destinationLength() == r.header().destinationLength())
                .filter(o -> Canonical.key(o).equals(key))
                .toList();
    }
}
