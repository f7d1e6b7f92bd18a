package io.routewright.app.ipcommand;

import io.routewright.netlink.Family;
import io.routewright.netlink.Prefix;
import io.routewright.netlink.Route;
import io.routewright.netlink.Rtnetlink;
import io.routewright.protocol.Operation;

import java.util.List;
import java.util.Optional;

/// `ip route flush table N [dev D] [proto P] [exact PREFIX]`: one deletion per route, so that each is seen before it goes.
final class RouteFlush {
    private static final Keywords OPTIONS =
            Keywords.of("table", "vrf", "=dev", "=oif:dev", "protocol", "=exact", "cache");

    private final Scene scene;
    private Optional<Long> table = Optional.empty();
    private Optional<Integer> ifindex = Optional.empty();
    private Optional<Integer> protocol = Optional.empty();
    private Optional<Prefix> prefix = Optional.empty();

    private RouteFlush(Scene scene) {
        this.scene = scene;
    }

    static List<Operation> read(Words words, Scene scene) throws SyntaxException {
        RouteFlush flush = new RouteFlush(scene);
        if (!words.hasMore()) {
            throw SyntaxException.at(words.last(), Texts.fix("flushTable"), "flushAll");
        }
        while (words.hasMore()) {
            flush.option(words);
        }
        List<Operation> gone =
                scene.snapshot().routes().stream()
                        .filter(flush::isHit)
                        .map(r -> (Operation) new Operation.Delete(r))
                        .toList();
        scene.note("flushed", Integer.toString(gone.size()));
        return gone;
    }

    private void option(Words words) throws SyntaxException {
        Word w = words.next("ip route flush");
        switch (OPTIONS.meaning(w.text()).orElse("")) {
            case "table" -> table = Optional.of(scene.names().table(words));
            case "vrf" -> table = Optional.of(scene.names().vrf(words));
            case "dev" -> ifindex = Optional.of(scene.names().link(words, "dev").ifindex());
            case "protocol" -> protocol = Optional.of(scene.names().protocol(words));
            case "exact" ->
                    prefix = Optional.of(Addresses.prefix(words.next("exact"), scene.family()));
            case "cache" -> throw SyntaxException.at(w, "", "unsupported", "flush cache");
            default -> throw Verbs.unknown(w, OPTIONS, "ip route flush");
        }
    }

    /// As iproute2: IPv4 unless told otherwise.
    private boolean isHit(Route r) {
        Family family = prefix.map(Prefix::family).or(scene::family).orElse(Family.INET);
        return r.family() == family
                && r.tableId() == table.orElse((long) Rtnetlink.RT_TABLE_MAIN)
                && protocol.map(p -> p == r.protocol()).orElse(true)
                && prefix.map(p -> p.equals(r.destination())).orElse(true)
                && ifindex.map(i -> r.nexthops().stream().anyMatch(leg -> leg.ifindex() == i))
                        .orElse(true);
    }
}
