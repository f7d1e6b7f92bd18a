package io.routewright.app.shell;

import io.routewright.app.store.Snapshot;
import io.routewright.app.text.Strings;
import io.routewright.netlink.Link;
import io.routewright.netlink.Prefix;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// What the palette offers: acts first, then places, tables and links of the latest snapshot; for a typed address the routes that
/// concern it.
final class PaletteEntries {
    private static final Strings TEXT = new Strings(PaletteEntries.class);

    private final Workspace workspace;
    private final List<PaletteEntry> fixed;

    /// @param fixed what does not depend on the site
    PaletteEntries(Workspace workspace, List<PaletteEntry> fixed) {
        this.workspace = workspace;
        this.fixed = List.copyOf(fixed);
    }

    List<PaletteEntry> all(String typed) {
        List<PaletteEntry> all = new ArrayList<>();
        addAddress(typed.strip(), all);
        all.addAll(fixed);
        Snapshot s = workspace.feed().latest();
        addTables(s, all);
        for (Link link : s.links().all()) {
            String key = link.isVrf() ? "palette.vrf" : "palette.link";
            all.add(
                    new PaletteEntry(
                            link.isVrf() ? "layers" : "link",
                            link.name(),
                            TEXT.get(key),
                            () -> workspace.navigator().reveal(link)));
        }
        return all;
    }

    private void addAddress(String typed, List<PaletteEntry> all) {
        if (Prefix.parse(typed).isPresent()) {
            all.add(
                    new PaletteEntry(
                            "search",
                            TEXT.get("palette.address", typed),
                            "",
                            () -> workspace.navigator().showRoutes(typed)));
        }
    }

    /// Named tables, and those of VRFs; unnamed ones are found by typing into the filter.
    private void addTables(Snapshot s, List<PaletteEntry> all) {
        TreeSet<Long> ids = new TreeSet<>();
        s.tableNames().all().forEach(n -> ids.add(n.tableId()));
        s.rules().forEach(r -> ids.add(r.tableId()));
        s.links().vrfs().forEach(v -> ids.add(v.vrfTable()));
        ids.remove(0L);
        for (long id : ids) {
            String label = s.tableNames().label(id);
            all.add(
                    new PaletteEntry(
                            "folder",
                            TEXT.get("palette.table", label),
                            Long.toString(id),
                            () -> workspace.navigator().showRoutes("table:" + label)));
        }
    }
}
