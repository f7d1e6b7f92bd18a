package io.routewright.app.nexthops;

import io.routewright.app.store.Snapshot;
import io.routewright.netlink.NexthopObject;
import io.routewright.netlink.NexthopObject.Member;
import io.routewright.netlink.Route;
import io.routewright.protocol.Operation;

import java.util.ArrayList;
import java.util.List;

/// What goes with a nexthop object. The kernel does all of this silently when the object is deleted; staged one by
/// one it can be read before, and undone after.
///
/// @param routes routes that use the object, or a group that is left empty
/// @param shrunk groups that lose a member
/// @param emptied groups that lose their last member, and so go
record Cascade(
        NexthopObject object,
        List<Route> routes,
        List<NexthopObject> shrunk,
        List<NexthopObject> emptied) {
    /// Takes copies of the lists.
    Cascade {
        routes = List.copyOf(routes);
        shrunk = List.copyOf(shrunk);
        emptied = List.copyOf(emptied);
    }

    /// @param state the state with everything staged
    static Cascade of(NexthopObject object, Snapshot state) {
        List<NexthopObject> shrunk = new ArrayList<>();
        List<NexthopObject> emptied = new ArrayList<>();
        for (NexthopObject group : state.nexthops()) {
            if (group.members().stream().anyMatch(m -> m.id() == object.id())) {
                (without(group, object).isEmpty() ? emptied : shrunk).add(group);
            }
        }
        List<Long> ids = new ArrayList<>(List.of(object.id()));
        emptied.forEach(g -> ids.add(g.id()));
        List<Route> routes =
                state.routes().stream()
                        .filter(r -> r.nexthopId() != 0 && ids.contains(r.nexthopId()))
                        .toList();
        return new Cascade(object, routes, shrunk, emptied);
    }

    private static List<Member> without(NexthopObject group, NexthopObject member) {
        return group.members().stream().filter(m -> m.id() != member.id()).toList();
    }

    boolean isAlone() {
        return routes.isEmpty() && shrunk.isEmpty() && emptied.isEmpty();
    }

    /// One act: routes first, then groups, then the object.
    List<Operation> operations() {
        List<Operation> act = new ArrayList<>();
        routes.forEach(r -> act.add(new Operation.Delete(r)));
        shrunk.forEach(g -> act.add(new Operation.Change(g, g.withMembers(without(g, object)))));
        emptied.forEach(g -> act.add(new Operation.Delete(g)));
        act.add(new Operation.Delete(object));
        return act;
    }
}
