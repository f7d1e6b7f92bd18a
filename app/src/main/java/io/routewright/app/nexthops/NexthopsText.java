package io.routewright.app.nexthops;

import io.routewright.app.store.Snapshot;
import io.routewright.app.text.Strings;
import io.routewright.netlink.NexthopObject;
import io.routewright.netlink.Route;

import java.util.ArrayList;
import java.util.List;

/// The texts of this room.
final class NexthopsText {
    static final Strings TEXT = new Strings(NexthopsText.class);

    private NexthopsText() {}

    static String get(String key) {
        return TEXT.get(key);
    }

    static String get(String key, Object... values) {
        return TEXT.get(key, values);
    }

    /// `default`, `10.0.0.0/8`, or `Group 10`.
    static String title(Card card) {
        return card.route()
                .map(r -> r.destination().shortText())
                .orElseGet(() ->
                        TEXT.get("card.group", Long.toString(card.group().orElseThrow().id())));
    }

    /// What stands muted beside the title.
    static String detail(Card card, Snapshot state) {
        return card.route()
                .map(r -> detail(r, state))
                .orElseGet(() -> detail(card.group().orElseThrow()));
    }

    private static String detail(Route r, Snapshot state) {
        List<String> parts = new ArrayList<>();
        parts.add(TEXT.get("family." + r.family().name()));
        String label = state.tableNames().label(r.tableId());
        String number = Long.toString(r.tableId());
        parts.add(TEXT.get(label.equals(number) ? "card.table" : "card.tableNamed", label, number));
        if (r.metric() != 0) {
            parts.add(TEXT.get("card.metric", Long.toString(r.metric())));
        }
        return String.join(" \u00b7 ", parts);
    }

    private static String detail(NexthopObject group) {
        return group.resilience()
                .map(r -> TEXT.get("card.resilient", Integer.toString(r.buckets())))
                .orElse(TEXT.get("card.hashed"));
    }

    /// How many routes use it.
    static String users(int routes) {
        return TEXT.get("users", routes);
    }

    static String neighbour(Leg leg) {
        return leg.gateway().isEmpty()
                ? ""
                : TEXT.get("neighbour." + leg.state().neighbour().name());
    }

    /// `33.3 %`.
    static String percent(double share) {
        return TEXT.get("share", Math.round(share * 1000) / 10.0);
    }

    /// Such as `Deletes 3 routes and shrinks group 10.`; empty when nothing else goes.
    static String cascade(Cascade cascade) {
        List<String> parts = new ArrayList<>();
        if (!cascade.routes().isEmpty()) {
            parts.add(TEXT.get("cascade.routes", cascade.routes().size()));
        }
        if (!cascade.shrunk().isEmpty()) {
            parts.add(groups("cascade.shrinks", cascade.shrunk()));
        }
        if (!cascade.emptied().isEmpty()) {
            parts.add(groups("cascade.empties", cascade.emptied()));
        }
        return parts.isEmpty() ? "" : sentence(String.join(TEXT.get("cascade.and"), parts));
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }

    private static String groups(String key, List<NexthopObject> groups) {
        List<String> ids = groups.stream().map(g -> Long.toString(g.id())).toList();
        return TEXT.get(key, ids.size(), String.join(", ", ids));
    }
}
