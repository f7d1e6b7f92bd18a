package io.routewright.app.staging;

import io.routewright.app.store.LinkTable;
import io.routewright.app.store.Snapshot;
import io.routewright.app.store.TableNames;
import io.routewright.netlink.Address;
import io.routewright.netlink.Family;
import io.routewright.netlink.Link;
import io.routewright.netlink.NexthopObject;
import io.routewright.netlink.Route;
import io.routewright.netlink.RtnetlinkObject;
import io.routewright.netlink.Rule;
import io.routewright.protocol.Operation;
import io.routewright.protocol.TableName;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The state as it would be after some operations: what the operations say, the VRF rules the kernel adds with the
/// first VRF, and the addresses and port memberships that go with a deleted link. Other side effects of the kernel
/// are not guessed. Confined to one thread; the snapshots it hands out are immutable.
public final class Projection {
    private final Snapshot truth;
    private final Rows<Link> links;
    private final Rows<Address> addresses;
    private final Rows<Rule> rules;
    private final Rows<Route> routes;
    private final Rows<NexthopObject> nexthops;
    private TableNames tableNames;
    private Map<String, String> sysctls;
    private LinkTable linkTable;

    public Projection(Snapshot truth) {
        this.truth = truth;
        links = new Rows<>(Link.class, truth.links().all());
        addresses = new Rows<>(Address.class, truth.addresses());
        rules = new Rows<>(Rule.class, truth.rules());
        routes = new Rows<>(Route.class, truth.routes());
        nexthops = new Rows<>(NexthopObject.class, truth.nexthops());
        tableNames = truth.tableNames();
        sysctls = truth.sysctls();
        linkTable = truth.links();
    }

    /// The state after all of `operations`, in their order.
    public static Snapshot of(Snapshot truth, List<Operation> operations) {
        if (operations.isEmpty()) {
            return truth;
        }
        Projection projection = new Projection(truth);
        operations.forEach(projection::apply);
        return projection.snapshot();
    }

    /// Does one operation; one that does not fit the state (a deletion of what is not there) changes nothing.
    public void apply(Operation operation) {
        switch (operation) {
            case Operation.Create op -> create(op.after(), op.placement());
            case Operation.Delete op -> delete(op.before());
            case Operation.Change op -> change(op.before(), op.after());
            case Operation.Name op -> name(op);
            case Operation.Sysctl op -> {
                sysctls = new HashMap<>(sysctls);
                sysctls.put(op.key(), op.after());
            }
        }
    }

    /// The state now; cheap, and not affected by what is applied later.
    public Snapshot snapshot() {
        return new Snapshot(
                truth.generation(),
                linkTable,
                addresses.view(),
                rules.view(),
                routes.view(),
                nexthops.view(),
                truth.neighbours(),
                truth.netconf(),
                tableNames,
                Map.copyOf(sysctls),
                truth.kernel());
    }

    private void create(RtnetlinkObject object, Operation.Placement placement) {
        switch (object) {
            case Rule o -> insertRule(o);
            case Route o -> insertRoute(o, placement);
            case NexthopObject o ->
                    nexthops.insertSorted(o, Comparator.comparingLong(NexthopObject::id));
            case Link o -> createLink(o);
            case Address o -> addresses.add(o);
            default -> {
                /* neighbours and settings are not staged */
            }
        }
    }

    private void insertRule(Rule rule) {
        rules.insertSorted(
                rule, Comparator.comparing(Rule::family).thenComparingLong(Rule::priority));
    }

    private void insertRoute(Route route, Operation.Placement placement) {
        if (placement == Operation.Placement.FIRST) {
            routes.insertBeforeKey(route);
        } else {
            routes.insertAfterKey(route, Comparator.comparing(Route::family));
        }
    }

    private void createLink(Link link) {
        links.insertSorted(link, Comparator.comparingInt(Link::ifindex));
        linkTable = new LinkTable(links.view());
        if (link.isVrf() && rules.view().stream().noneMatch(VrfRule::isVrfRule)) {
            for (Family family : Family.values()) {
                insertRule(VrfRule.of(family));
            }
        }
    }

    private void delete(RtnetlinkObject object) {
        switch (object) {
            case Rule o -> rules.remove(o);
            case Route o -> routes.remove(o);
            case NexthopObject o -> nexthops.remove(o);
            case Link o -> deleteLink(o);
            case Address o -> addresses.remove(o);
            default -> {
                /* neighbours and settings are not staged */
            }
        }
    }

    private void deleteLink(Link link) {
        links.remove(link);
        List<Link> ports = links.view().stream().filter(l -> l.master() == link.ifindex()).toList();
        ports.forEach(p -> links.replace(p, p.withMaster(0)));
        linkTable = new LinkTable(links.view());
        addresses.removeIf(a -> a.ifindex() == link.ifindex());
    }

    private void change(RtnetlinkObject before, RtnetlinkObject after) {
        switch (after) {
            case Rule o -> {
                boolean isMoved = before instanceof Rule b && b.priority() != o.priority();
                if (isMoved) {
                    delete(before);
                    insertRule(o);
                } else {
                    rules.replace(before, o);
                }
            }
            case Route o -> routes.replace(before, o);
            case NexthopObject o -> nexthops.replace(before, o);
            case Link o -> {
                links.replace(before, o);
                linkTable = new LinkTable(links.view());
            }
            case Address o -> addresses.replace(before, o);
            default -> {
                /* neighbours and settings are not staged */
            }
        }
    }

    private void name(Operation.Name op) {
        List<TableName> next = new ArrayList<>(tableNames.all());
        next.removeIf(n -> n.isOwn() && n.tableId() == op.tableId());
        if (!op.after().isEmpty()) {
            next.add(new TableName(op.tableId(), op.after(), true));
        }
        tableNames = new TableNames(next);
    }
}
