package io.routewright.app.nexthops;

import io.routewright.app.control.Column;
import io.routewright.app.control.Pill;
import io.routewright.app.control.RowState;
import io.routewright.app.shell.Outcomes;
import io.routewright.app.store.Snapshot;
import io.routewright.app.text.KernelWords;
import io.routewright.netlink.NexthopObject;

import javafx.scene.Node;
import javafx.scene.control.Label;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The columns of the list of nexthop objects.
final class ObjectCells {
    private final Supplier<Snapshot> state;
    private final Outcomes outcomes;

    ObjectCells(Supplier<Snapshot> state, Outcomes outcomes) {
        this.state = state;
        this.outcomes = outcomes;
    }

    List<Column<ObjectLine>> columns() {
        return List.of(
                Column.<ObjectLine>of("id", text("id"), l -> Long.toString(l.current().id()))
                        .number()
                        .kept(),
                Column.<ObjectLine>of("kind", text("kind"), ObjectCells::kind),
                Column.<ObjectLine>of("via", text("via"), l -> via(l.current()))
                        .mono()
                        .before(l -> before(l, via(l.truth()), via(l.current()))),
                Column.<ObjectLine>of("dev", text("dev"), l -> link(l.current()))
                        .mono()
                        .drawn(l -> pill(link(l.current())), Pill.LINK_EXTRA)
                        .width(88, 220),
                Column.<ObjectLine>of("members", text("members"), l -> members(l.current()))
                        .mono()
                        .before(l -> before(l, members(l.truth()), members(l.current()))),
                Column.<ObjectLine>of("state", text("state"), ObjectCells::state),
                Column.<ObjectLine>of(
                        "flags", text("flags"), l -> l.current().isOnLink() ? "onlink" : ""),
                Column.<ObjectLine>of(
                        "proto", text("proto"), l -> KernelWords.protocol(l.current().protocol())),
                Column.<ObjectLine>of("used", text("used"), ObjectCells::used));
    }

    private static Node pill(String link) {
        return link.isEmpty() ? new Label() : Pill.link(link);
    }

    private static String text(String column) {
        return NexthopsText.get("column." + column);
    }

    private static Optional<String> before(ObjectLine line, String before, String after) {
        return line.mark() == Card.Mark.CHANGED && !before.equals(after)
                ? Optional.of(before)
                : Optional.empty();
    }

    private static String kind(ObjectLine line) {
        NexthopObject n = line.current();
        String key =
                n.isGroup()
                        ? n.resilience().isPresent() ? "kind.resilient" : "kind.group"
                        : n.isBlackhole()
                                ? "kind.blackhole"
                                : n.isFdb() ? "kind.fdb" : "kind.nexthop";
        return NexthopsText.get(key);
    }

    private static String via(NexthopObject n) {
        return LegStates.gateway(n).map(Object::toString).orElse("");
    }

    private String link(NexthopObject n) {
        return state.get().links().nameOf(n.ifindex());
    }

    private static String members(NexthopObject n) {
        List<String> parts = new ArrayList<>();
        n.members()
                .forEach(m ->
                        parts.add(
                                NexthopsText.get(
                                        "member",
                                        Long.toString(m.id()),
                                        Integer.toString(m.weight()))));
        return String.join("  ", parts);
    }

    private static String state(ObjectLine line) {
        if (line.current().isGroup() || line.current().isBlackhole()) {
            return "";
        }
        LegState s = line.state();
        if (s.isLinkDown()) {
            return NexthopsText.get("badge.linkdown");
        }
        if (s.isDead() && s.neighbour() != NeighbourState.FAILED) {
            return NexthopsText.get("badge.dead");
        }
        boolean isSilent = line.current().gateway().isEmpty();
        return isSilent ? "" : NexthopsText.get("neighbour." + s.neighbour().name());
    }

    private static String used(ObjectLine line) {
        List<String> parts = new ArrayList<>();
        if (!line.groups().isEmpty()) {
            List<String> ids = line.groups().stream().map(g -> Long.toString(g)).toList();
            parts.add(NexthopsText.get("used.groups", ids.size(), String.join(", ", ids)));
        }
        if (line.routes() > 0) {
            parts.add(NexthopsText.get("used.routes", line.routes()));
        }
        return String.join(", ", parts);
    }

    RowState rowState(ObjectLine line) {
        if (outcomes.of(line.truth()).isPresent()) {
            return RowState.FAILED;
        }
        return switch (line.mark()) {
            case ADDED -> RowState.ADDED;
            case CHANGED -> RowState.CHANGED;
            case REMOVED -> RowState.REMOVED;
            case NONE -> line.state().isDead() ? RowState.DEAD : RowState.NONE;
        };
    }

    String tooltip(ObjectLine line) {
        return outcomes.of(line.truth()).map(Outcomes.Failure::text).orElse("");
    }
}
