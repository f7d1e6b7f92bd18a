package io.routewright.app.state;

import io.routewright.app.lab.Command;
import io.routewright.app.lab.Json;
import io.routewright.app.lab.Lab;
import io.routewright.app.store.Snapshot;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the installed `ip` says about a lab, and how our JSON differs from it. Both sides are normalised:
///
/// - `expires`, `valid_life_time`, `preferred_life_time`, `unbalanced_time` run while one looks: only their presence
///   counts.
/// - Keys newer than Debian 12's 6.1 (`hw_stats` 6.10, `dscp` 6.13, `sport_mask` 6.15, …) and `protocol` of addresses,
///   which 6.4 changed, are left out. The walk makes no encapsulation, which was printed flat before 6.3.
/// - Of links only what our state shows is compared, of the others' keys none.
final class Reference {
    private static final Set<String> RUNNING =
            Set.of("expires", "valid_life_time", "preferred_life_time", "unbalanced_time");
    private static final Set<String> NEW_KEYS =
            Set.of(
                    "sport_mask",
                    "dport_mask",
                    "dscp",
                    "dscp_mask",
                    "flowlabel",
                    "flowlabel_mask",
                    "hw_stats",
                    "tcp_usec_ts");
    private static final Set<String> LINK_KEYS =
            Set.of(
                    "ifindex",
                    "link",
                    "link_index",
                    "link_netnsid",
                    "ifname",
                    "flags",
                    "mtu",
                    "master",
                    "operstate",
                    "group",
                    "link_type",
                    "address",
                    "broadcast",
                    "ifalias");
    private static final String MARK = "----";
    private static final String SCRIPT =
            "for c in link addr '-4 rule' '-6 rule' '-4 route show table all'"
                    + " '-6 route show table all' nexthop; do ip -j -d -N $c; echo; echo "
                    + MARK
                    + "; done";

    private Reference() {}

    /// The kernel's state as `ip` shows it, by our keys.
    static Map<String, Object> of(Lab lab) {
        List<String> words = List.of("ip", "netns", "exec", lab.namespace(), "sh", "-c", SCRIPT);
        String[] parts = Command.run(words).succeeded().out().split(MARK + "\n");
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("links", links(Json.objects(parts[0])));
        state.put("addresses", addresses(Json.objects(parts[1])));
        state.put("rules", both(parts[2], parts[3]));
        state.put("routes", both(parts[4], parts[5]));
        state.put("nexthops", plain(Json.objects(parts[6])));
        return state;
    }

    private static Object both(String inet, String inet6) {
        List<Map<String, Object>> all = new ArrayList<>(Json.objects(inet));
        all.addAll(Json.objects(inet6));
        return plain(all);
    }

    /// Our state, as `routewright state` prints it.
    @SuppressWarnings("unchecked")
    static Map<String, Object> of(Snapshot snapshot) {
        StringWriter text = new StringWriter();
        try {
            StateJson.write(snapshot, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ofJson(text.toString());
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> ofJson(String text) {
        Map<String, Object> ours = (Map<String, Object>) Json.parse(text);
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("links", links((List<Map<String, Object>>) ours.get("links")));
        state.put("addresses", addresses((List<Map<String, Object>>) ours.get("addresses")));
        for (String key : List.of("rules", "routes", "nexthops")) {
            state.put(key, plain(ours.get(key)));
        }
        return state;
    }

    private static Object links(List<Map<String, Object>> all) {
        List<Object> shown = new ArrayList<>();
        for (Map<String, Object> link : all) {
            Map<String, Object> kept = new LinkedHashMap<>(link);
            kept.keySet().retainAll(LINK_KEYS);
            if (link.get("linkinfo") instanceof Map<?, ?> info) {
                kept.put("kind", String.valueOf(info.get("info_kind")));
                kept.put("port", String.valueOf(info.get("info_slave_kind")));
            }
            shown.add(plain(kept));
        }
        return shown;
    }

    private static Object addresses(List<Map<String, Object>> all) {
        Map<String, Object> byLink = new LinkedHashMap<>();
        for (Map<String, Object> link : all) {
            List<Object> infos = new ArrayList<>();
            for (Object info : (List<?>) link.getOrDefault("addr_info", List.of())) {
                Map<?, ?> kept = (Map<?, ?>) plain(info);
                kept.remove("protocol");
                infos.add(kept);
            }
            byLink.put(String.valueOf(link.get("ifname")), infos);
        }
        return byLink;
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<String, Object> next = new LinkedHashMap<>();
                map.forEach((k, v) -> {
                    if (!NEW_KEYS.contains(k)) {
                        next.put(k.toString(), RUNNING.contains(k) ? "running" : plain(v));
                    }
                });
                yield next;
            }
            case List<?> list -> {
                List<Object> next = new ArrayList<>();
                list.forEach(v -> next.add(plain(v)));
                yield next;
            }
            default -> value;
        };
    }

    /// The first few differences, for people; empty when the two are equal.
    static Optional<String> difference(Map<String, Object> ip, Map<String, Object> ours) {
        if (ip.equals(ours)) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        for (String key : ip.keySet()) {
            if (!ip.get(key).equals(ours.get(key))) {
                text.append(key).append(":\n").append(detail(ip.get(key), ours.get(key)));
            }
        }
        return Optional.of(text.toString());
    }

    private static String detail(Object ip, Object ours) {
        if (!(ip instanceof List<?> a) || !(ours instanceof List<?> b)) {
            return "  ip   " + ip + "\n  ours " + ours + "\n";
        }
        List<Object> onlyIp = new ArrayList<>(a);
        List<Object> onlyOurs = new ArrayList<>(b);
        b.forEach(onlyIp::remove);
        a.forEach(onlyOurs::remove);
        String order = onlyIp.isEmpty() && onlyOurs.isEmpty() ? "  (order)\n" : "";
        return order + lines("  ip   ", onlyIp) + lines("  ours ", onlyOurs);
    }

    private static String lines(String lead, List<Object> objects) {
        StringBuilder text = new StringBuilder();
        objects.stream().limit(6).forEach(o -> text.append(lead).append(o).append('\n'));
        return text.toString();
    }
}
