package io.routewright.app.routes;

import io.routewright.app.routes.TableEntry.Trouble;
import io.routewright.app.store.Snapshot;
import io.routewright.netlink.Family;
import io.routewright.netlink.FibRulesH;
import io.routewright.netlink.Link;
import io.routewright.netlink.Route;
import io.routewright.netlink.Rtnetlink;
import io.routewright.netlink.Rule;
import io.routewright.protocol.TableName;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The tables there are: those with routes, with a name, with a VRF, or looked up by a rule.
final class TableList {
    private final Snapshot snapshot;
    private final Map<Long, int[]> counts = new HashMap<>();
    private final Map<Long, List<Rule>> users = new HashMap<>();
    private final Set<Long> ids = new TreeSet<>();

    private TableList(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /// @param snapshot with the staged changes done in it
    /// @param isShown which routes count
    static List<TableEntry> of(Snapshot snapshot, java.util.function.Predicate<Route> isShown) {
        TableList list = new TableList(snapshot);
        snapshot.routes().stream().filter(isShown).forEach(list::count);
        snapshot.rules().forEach(list::use);
        snapshot.links().vrfs().forEach(v -> list.ids.add(v.vrfTable()));
        snapshot.tableNames().all().stream()
                .map(TableName::tableId)
                .filter(id -> id != 0)
                .forEach(list.ids::add);
        list.ids.remove(0L);
        return list.entries();
    }

    private void count(Route route) {
        int[] both = counts.computeIfAbsent(route.tableId(), k -> new int[2]);
        both[route.family() == Family.INET ? 0 : 1]++;
        ids.add(route.tableId());
    }

    private void use(Rule rule) {
        if (rule.action() == FibRulesH.FR_ACT_TO_TBL && !rule.isL3mdev()) {
            users.computeIfAbsent(rule.tableId(), k -> new ArrayList<>()).add(rule);
            ids.add(rule.tableId());
        }
    }

    private List<TableEntry> entries() {
        List<TableEntry> all = new ArrayList<>();
        for (long id : ids) {
            all.add(entry(id));
        }
        all.sort(Comparator.comparingInt((TableEntry e) -> rank(e.id())));
        int[] sums = new int[2];
        counts.values()
                .forEach(c -> {
                    sums[0] += c[0];
                    sums[1] += c[1];
                });
        all.addFirst(new TableEntry(0, "", List.of(), sums[0], sums[1], List.of(), List.of()));
        return List.copyOf(all);
    }

    /// Main first, the kernel's other two last.
    private static int rank(long id) {
        return id == Rtnetlink.RT_TABLE_MAIN
                ? 0
                : id == Rtnetlink.RT_TABLE_DEFAULT ? 2 : id == Rtnetlink.RT_TABLE_LOCAL ? 3 : 1;
    }

    private TableEntry entry(long id) {
        int[] both = counts.getOrDefault(id, new int[2]);
        List<String> vrfs = snapshot.links().vrfsOfTable(id).stream().map(Link::name).toList();
        List<Rule> rules = users.getOrDefault(id, List.of());
        return new TableEntry(
                id,
                snapshot.tableNames().nameOf(id).orElse(""),
                vrfs,
                both[0],
                both[1],
                rules.stream().map(Rule::priority).distinct().sorted().toList(),
                troubles(id, vrfs, rules, both[0] + both[1]));
    }

    private List<Trouble> troubles(long id, List<String> vrfs, List<Rule> rules, int routes) {
        List<Trouble> found = new ArrayList<>();
        if (vrfs.size() > 1) {
            found.add(new Trouble("trouble.two-vrfs", List.of(String.join(", ", vrfs))));
        }
        if (!vrfs.isEmpty() && id >= Rtnetlink.RT_TABLE_DEFAULT && id <= 255) {
            found.add(new Trouble("trouble.system-vrf", List.of(vrfs.getFirst())));
        }
        boolean isShared = rules.stream().anyMatch(r -> r.iif().isEmpty() && r.oif().isEmpty());
        if (!vrfs.isEmpty() && isShared) {
            found.add(
                    new Trouble(
                            "trouble.vrf-and-rule",
                            List.of(vrfs.getFirst(), Long.toString(rules.getFirst().priority()))));
        }
        if (!rules.isEmpty() && routes == 0 && id != Rtnetlink.RT_TABLE_DEFAULT) {
            found.add(
                    new Trouble(
                            "trouble.empty", List.of(Long.toString(rules.getFirst().priority()))));
        }
        return List.copyOf(found);
    }
}
