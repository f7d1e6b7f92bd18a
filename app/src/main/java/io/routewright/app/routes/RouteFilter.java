package io.routewright.app.routes;

import io.routewright.app.store.Snapshot;
import io.routewright.app.text.KernelWords;
import io.routewright.netlink.IpAddress;
import io.routewright.netlink.Prefix;
import io.routewright.netlink.Route;
import io.routewright.netlink.RouteType;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// The small language of the filter box: words separated by blanks, each a condition. Conditions of one key are
/// alternatives (bounds such as `metric:>100` are not), all others must hold together; `!` before a word turns it round.
///
/// `table: dev: via: proto: type: metric: family: vrf: src: scope: nhid: flag:`, a prefix (routes that overlap it),
/// `=prefix` (exactly it), an address (routes that cover it, most specific first), anything else (found in any cell).
record RouteFilter(List<Term> terms, Optional<IpAddress> covered) {
    static final RouteFilter NONE = new RouteFilter(List.of(), Optional.empty());

    /// The keys, in the order they are offered.
    static final List<String> KEYS =
            List.of(
                    "table:", "dev:", "via:", "proto:", "type:", "metric:", "family:", "vrf:",
                    "src:", "scope:", "nhid:", "flag:");

    /// One word.
    ///
    /// @param key groups alternatives; unique for words that are none
    /// @param text names and numbers are looked up when the filter is used
    record Term(String key, Condition condition, boolean isNegated) {}

    /// Whether a route is wanted.
    @FunctionalInterface
    interface Condition {
        boolean holds(Route route, RouteText text);
    }

    /// @param snapshot for names of tables and links
    /// @throws InvalidFieldException a word says nothing; its key and values make the sentence
    static RouteFilter parse(String text, Snapshot snapshot) throws InvalidFieldException {
        List<Term> terms = new ArrayList<>();
        Optional<IpAddress> covered = Optional.empty();
        for (String word : text.strip().split("\\s+")) {
            boolean isNegated = word.length() > 1 && word.startsWith("!");
            String bare = isNegated ? word.substring(1) : word;
            if (!bare.isEmpty()) {
                String key = keyOf(bare);
                boolean isBound =
                        bare.startsWith(">", key.length()) || bare.startsWith("<", key.length());
                boolean isAlone = key.isEmpty() || isNegated || isBound;
                String unique = isAlone ? "#" + terms.size() : key;
                terms.add(new Term(unique, condition(key, bare, snapshot), isNegated));
                covered = isNegated || covered.isPresent() ? covered : IpAddress.parse(bare);
            }
        }
        return new RouteFilter(List.copyOf(terms), covered);
    }

    /// `table:` of `table:isp2`; empty for a word without a key.
    private static String keyOf(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return KEYS.stream().filter(lower::startsWith).findFirst().orElse("");
    }

    private static Condition condition(String key, String word, Snapshot snapshot)
            throws InvalidFieldException {
        if (!key.isEmpty()) {
            return keyed(key, word.substring(key.length()), snapshot);
        }
        if (word.startsWith("=")) {
            Prefix exact = prefix(word.substring(1));
            return (r, t) -> r.destination().equals(exact);
        }
        Optional<IpAddress> address = IpAddress.parse(word);
        if (address.isPresent()) {
            IpAddress wanted = address.get();
            return (r, t) -> r.destination().contains(wanted);
        }
        if (word.contains("/") && Character.digit(word.charAt(0), 16) >= 0
                || word.startsWith("::")) {
            Prefix wanted = prefix(word);
            return (r, t) -> r.destination().overlaps(wanted);
        }
        String needle = word.toLowerCase(Locale.ROOT);
        return (r, t) -> t.everything(r).toLowerCase(Locale.ROOT).contains(needle);
    }

    private static Condition keyed(String key, String value, Snapshot snapshot)
            throws InvalidFieldException {
        if (value.isEmpty()) {
            throw new InvalidFieldException("filter-empty", key);
        }
        return switch (key) {
            case "table:" -> table(value, snapshot);
            case "dev:" -> named(value, (r, t) -> t.links(r));
            case "vrf:" -> named(value, (r, t) -> List.of(t.vrf(r)));
            case "flag:" -> named(value, (r, t) -> RouteText.flags(r));
            case "via:" -> via(value);
            case "proto:" -> protocol(value);
            case "type:" -> type(value);
            case "scope:" -> scope(value);
            case "family:" -> family(value);
            case "src:" -> {
                Prefix wanted = prefix(value);
                yield (r, t) -> r.preferredSource().filter(wanted::contains).isPresent();
            }
            case "nhid:" -> {
                Amount wanted = Amount.parse(value);
                yield (r, t) -> r.nexthopId() != 0 && wanted.holds(r.nexthopId());
            }
            default -> {
                Amount wanted = Amount.parse(value);
                yield (r, t) -> wanted.holds(r.metric());
            }
        };
    }

    private static Prefix prefix(String text) throws InvalidFieldException {
        if (text.equals("default")) {
            return Prefix.any(io.routewright.netlink.Family.INET);
        }
        return Prefix.parse(text).orElseThrow(() -> new InvalidFieldException("prefix", text));
    }

    private static Condition table(String value, Snapshot snapshot) throws InvalidFieldException {
        Optional<Long> id =
                snapshot.tableNames()
                        .idOf(value)
                        .or(() -> KernelWords.unsigned(value, 0xffff_ffffL));
        if (id.isPresent()) {
            long wanted = id.get();
            return (r, t) -> r.tableId() == wanted;
        }
        boolean isKnown =
                snapshot.tableNames().all().stream().anyMatch(n -> matches(value, n.name()));
        if (!isKnown) {
            throw new InvalidFieldException("filter-table", value);
        }
        return named(value, (r, t) -> List.of(t.table(r)));
    }

    /// Where a name is looked for.
    @FunctionalInterface
    private interface Names {
        List<String> of(Route route, RouteText text);
    }

    private static Condition named(String pattern, Names names) {
        return (r, t) -> names.of(r, t).stream().anyMatch(n -> matches(pattern, n));
    }

    /// `*` at the end stands for anything.
    private static boolean matches(String pattern, String name) {
        return pattern.endsWith("*")
                ? name.startsWith(pattern.substring(0, pattern.length() - 1))
                : name.equals(pattern);
    }

    private static Condition via(String value) throws InvalidFieldException {
        Prefix wanted = prefix(value);
        return (r, t) ->
                r.nexthops().stream().flatMap(n -> n.gateway().stream()).anyMatch(wanted::contains);
    }

    private static Condition protocol(String value) throws InvalidFieldException {
        int wanted =
                KernelWords.protocolOf(value)
                        .orElseThrow(() -> new InvalidFieldException("protocol", value));
        return (r, t) -> r.protocol() == wanted;
    }

    private static Condition scope(String value) throws InvalidFieldException {
        int wanted =
                KernelWords.scopeOf(value)
                        .orElseThrow(() -> new InvalidFieldException("scope", value));
        return (r, t) -> r.scope() == wanted;
    }

    private static Condition type(String value) throws InvalidFieldException {
        RouteType wanted =
                RouteType.ofWord(value).orElseThrow(() -> new InvalidFieldException("type", value));
        return (r, t) -> r.type() == wanted;
    }

    private static Condition family(String value) throws InvalidFieldException {
        int bits =
                switch (value) {
                    case "4", "inet" -> 32;
                    case "6", "inet6" -> 128;
                    default -> throw new InvalidFieldException("family", value);
                };
        return (r, t) -> r.family().bits() == bits;
    }

    boolean isEmpty() {
        return terms.isEmpty();
    }

    /// Whether a route is wanted; made once for many routes.
    Predicate<Route> on(RouteText text) {
        Map<String, List<Term>> groups = new LinkedHashMap<>();
        for (Term term : terms) {
            groups.computeIfAbsent(term.key(), k -> new ArrayList<>()).add(term);
        }
        List<List<Term>> all = List.copyOf(groups.values());
        return r -> all.stream().allMatch(group -> anyHolds(group, r, text));
    }

    private static boolean anyHolds(List<Term> group, Route route, RouteText text) {
        for (Term term : group) {
            if (term.condition().holds(route, text) != term.isNegated()) {
                return true;
            }
        }
        return false;
    }
}
