package io.routewright.app.routes;

import io.routewright.app.store.Snapshot;
import io.routewright.app.text.KernelWords;
import io.routewright.netlink.Link;
import io.routewright.protocol.TableName;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What the word under the caret could become.
final class FilterCompletion {
    private static final int MOST = 12;

    private FilterCompletion() {}

    /// Whole words that start like `word`, best first; empty when it is complete or nothing fits.
    static List<String> of(String word, Snapshot snapshot) {
        String lower = word.toLowerCase(Locale.ROOT);
        int colon = lower.indexOf(':');
        if (colon < 0) {
            return RouteFilter.KEYS.stream().filter(k -> k.startsWith(lower)).toList();
        }
        String key = lower.substring(0, colon + 1);
        return values(key, snapshot)
                .distinct()
                .map(v -> key + v)
                .filter(v -> v.toLowerCase(Locale.ROOT).startsWith(lower) && !v.equals(word))
                .limit(MOST)
                .toList();
    }

    private static Stream<String> values(String key, Snapshot snapshot) {
        return switch (key) {
            case "table:" -> snapshot.tableNames().all().stream().map(TableName::name);
            case "dev:" -> snapshot.links().all().stream().map(Link::name);
            case "vrf:" -> snapshot.links().vrfs().stream().map(Link::name);
            case "via:" ->
                    snapshot.routes().stream()
                            .limit(5000)
                            .flatMap(r -> r.nexthops().stream())
                            .flatMap(n -> n.gateway().stream())
                            .map(Object::toString);
            case "proto:" -> KernelWords.protocolWords().stream();
            case "type:" -> KernelWords.routeTypeWords().stream();
            case "scope:" -> KernelWords.scopeWords().stream();
            case "family:" -> Stream.of("4", "6");
            case "metric:" -> Stream.of(">100", "<100");
            case "nhid:" -> snapshot.nexthops().stream().map(n -> Long.toString(n.id()));
            case "flag:" -> Stream.of("dead", "linkdown", "onlink");
            case "src:" -> snapshot.addresses().stream().map(a -> a.local().address().toString());
            default -> Stream.of();
        };
    }
}
