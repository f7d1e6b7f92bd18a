package io.routewright.app.routes;

import io.routewright.app.store.TableNames;
import io.routewright.app.text.KernelWords;
import io.routewright.netlink.Rtnetlink;
import io.routewright.protocol.Operation;
import io.routewright.protocol.TableName;

import java.util.Optional;

/// Names of tables: what may be one, and the change that gives, changes or takes one.
final class TableNaming {
    private TableNaming() {}

    /// @throws InvalidFieldException why that name cannot be given to that table
    static void check(long id, String name, TableNames names) throws InvalidFieldException {
        if (id >= Rtnetlink.RT_TABLE_DEFAULT && id <= Rtnetlink.RT_TABLE_LOCAL || id == 0) {
            throw new InvalidFieldException("name-system", Long.toString(id));
        }
        Optional<TableName> foreign =
                names.all().stream().filter(n -> n.tableId() == id && !n.isOwn()).findFirst();
        if (foreign.isPresent()) {
            throw new InvalidFieldException("name-foreign", foreign.get().name());
        }
        if (name.isEmpty()) {
            return;
        }
        checkForm(name);
        Optional<Long> owner = names.idOf(name);
        if (owner.isPresent() && owner.get() != id || name.equals("all")) {
            throw new InvalidFieldException("name-taken", name, Long.toString(owner.orElse(0L)));
        }
    }

    private static void checkForm(String name) throws InvalidFieldException {
        if (name.length() > 64 || !name.matches("[^\\s#/]+")) {
            throw new InvalidFieldException("name-characters", name);
        }
        // A table called "100" would hide table 100, as names are looked up first.
        if (KernelWords.unsigned(name, Long.MAX_VALUE).isPresent()
                || Character.isDigit(name.charAt(0))) {
            throw new InvalidFieldException("name-number", name);
        }
    }

    /// The change that makes `name` the table's name; the empty text takes it away.
    static Operation operation(long id, String name, TableNames names) {
        return new Operation.Name(id, names.nameOf(id).orElse(""), name);
    }

    /// A number above 100 that nothing uses.
    static long free(java.util.List<TableEntry> tables) {
        long id = 101;
        while (isTaken(id, tables)) {
            id++;
        }
        return id;
    }

    private static boolean isTaken(long id, java.util.List<TableEntry> tables) {
        return id >= Rtnetlink.RT_TABLE_COMPAT && id <= Rtnetlink.RT_TABLE_LOCAL
                || tables.stream().anyMatch(t -> t.id() == id);
    }
}
