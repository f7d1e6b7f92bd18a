package io.routewright.app.routes;

import io.routewright.app.shell.Workspace;
import io.routewright.app.store.Snapshot;
import io.routewright.app.store.TableNames;
import io.routewright.netlink.Route;
import io.routewright.protocol.Operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the admin does with routes and names of tables, as staged changes. FX thread only.
final class RoutesActions {
    private final Workspace workspace;

    RoutesActions(Workspace workspace) {
        this.workspace = workspace;
    }

    /// Behind the routes of its key, where there are some already.
    void add(Route route, Snapshot there) {
        Consequence effect = Consequence.ofAdding(route, there);
        workspace.staging().stage(new Operation.Create(route, effect.placement()));
    }

    /// Does nothing when the two are equal.
    void change(RouteLine line, Route after) {
        if (!line.shown().equals(after)) {
            workspace.staging().stage(new Operation.Change(line.shown(), after));
        }
    }

    /// Exactly these routes; those that are added only by a staged change are simply taken back.
    void delete(List<RouteLine> lines) {
        List<Operation> all = new ArrayList<>();
        for (RouteLine line : lines) {
            if (line.isEditable()) {
                all.add(new Operation.Delete(line.shown()));
            }
        }
        if (!all.isEmpty()) {
            workspace.staging().stage(all);
        }
    }

    /// Takes the staged change of each line back.
    void revert(RoutesModel model, List<RouteLine> lines) {
        for (RouteLine line : lines) {
            model.view().operationOn(line.truth()).ifPresent(workspace.staging()::drop);
        }
    }

    /// Gives, changes or (with the empty text) takes a table's name; the reason when that cannot be.
    Optional<String> name(long tableId, String name, TableNames names) {
        try {
            TableNaming.check(tableId, name, names);
            Operation operation = TableNaming.operation(tableId, name, names);
            if (!names.nameOf(tableId).orElse("").equals(name)) {
                workspace.staging().stage(operation);
            }
            return Optional.empty();
        } catch (InvalidFieldException e) {
            return Optional.of(RoutesText.of(e));
        }
    }
}
