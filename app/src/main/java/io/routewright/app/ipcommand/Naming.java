package io.routewright.app.ipcommand;

import io.routewright.app.store.Snapshot;
import io.routewright.app.text.KernelWords;
import io.routewright.netlink.Rtnetlink;

/// How commands name tables, links and origins.
///
/// @param snapshot where names come from
/// @param isNumeric numbers for tables and origins, as `ip -N` prints them
record Naming(Snapshot snapshot, boolean isNumeric) {
    String table(long tableId) {
        if (isNumeric) {
            return Long.toString(tableId);
        }
        return snapshot.tableNames().nameOf(tableId).orElse(builtIn(tableId));
    }

    private static String builtIn(long tableId) {
        return switch ((int) Math.min(tableId, Integer.MAX_VALUE)) {
            case Rtnetlink.RT_TABLE_DEFAULT -> "default";
            case Rtnetlink.RT_TABLE_MAIN -> "main";
            case Rtnetlink.RT_TABLE_LOCAL -> "local";
            default -> Long.toString(tableId);
        };
    }

    String link(int ifindex) {
        return snapshot.links().nameOf(ifindex);
    }

    String protocol(int number) {
        return isNumeric ? Integer.toString(number) : KernelWords.protocolInCommands(number);
    }

    String scope(int number) {
        return isNumeric ? Integer.toString(number) : KernelWords.scope(number);
    }
}
