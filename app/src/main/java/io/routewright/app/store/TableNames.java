package io.routewright.app.store;

import io.routewright.protocol.TableName;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The names of routing tables as iproute2 reads them: for an id the last line wins, for a name the first. Immutable.
public final class TableNames {
    /// No names.
    public static final TableNames EMPTY = new TableNames(List.of());

    private final List<TableName> all;
    private final Map<Long, String> nameById = new LinkedHashMap<>();
    private final Map<String, Long> idByName = new LinkedHashMap<>();

    /// Takes a copy of `names`, which are in file order.
    public TableNames(List<TableName> names) {
        all = List.copyOf(names);
        for (TableName n : all) {
            nameById.put(n.tableId(), n.name());
            idByName.putIfAbsent(n.name(), n.tableId());
        }
    }

    public List<TableName> all() {
        return all;
    }

    /// The name of the table.
    public Optional<String> nameOf(long tableId) {
        return Optional.ofNullable(nameById.get(tableId));
    }

    /// The name, or the number as text.
    public String label(long tableId) {
        return nameById.getOrDefault(tableId, Long.toString(tableId));
    }

    /// The table of that name.
    public Optional<Long> idOf(String name) {
        return Optional.ofNullable(idByName.get(name));
    }
}
