package io.routewright.app.ipcommand;

import io.routewright.app.staging.Projection;
import io.routewright.app.store.Snapshot;
import io.routewright.netlink.Address;
import io.routewright.netlink.Canonical;
import io.routewright.netlink.Link;
import io.routewright.netlink.NexthopObject;
import io.routewright.netlink.Route;
import io.routewright.netlink.RtnetlinkObject;
import io.routewright.netlink.Rule;
import io.routewright.protocol.Operation;

import java.util.ArrayList;
import java.util.List;

/// Operations and objects as the `ip` commands that do or make them: what `IpParser` reads back to the same.
/// What a command cannot say (encapsulations, attributes unknown to this program) follows as a `#` comment.
public final class IpText {
    private final Naming names;

    /// Names of tables and links as they are in `snapshot`.
    public IpText(Snapshot snapshot) {
        this(snapshot, false);
    }

    /// @param isNumeric numbers for tables and origins instead of names
    public IpText(Snapshot snapshot, boolean isNumeric) {
        names = new Naming(snapshot, isNumeric);
    }

    /// The commands for several operations, in the given order. Links that the operations make are named as well.
    public static List<String> of(List<Operation> operations, Snapshot truth) {
        IpText text = new IpText(Projection.of(truth, operations));
        List<String> lines = new ArrayList<>();
        operations.forEach(op -> lines.addAll(text.lines(op)));
        return lines;
    }

    /// The command that makes the object as it is; several for a link with settings.
    public List<String> making(RtnetlinkObject object) {
        return switch (object) {
            case Route o -> List.of(RouteText.command("add", o, names));
            case Rule o -> List.of(RuleText.command("add", o, names));
            case NexthopObject o -> List.of(NexthopText.command("add", o, names));
            case Address o -> List.of(AddressText.command("add", o, names));
            case Link o ->
                    o.isVrf()
                            ? LinkText.creation(o, names)
                            : List.of("ip link show dev " + o.name());
            default -> List.of();
        };
    }

    /// The commands that do the operation.
    public List<String> lines(Operation operation) {
        return switch (operation) {
            case Operation.Create op -> creation(op);
            case Operation.Delete op -> List.of(deletion(op.before()));
            case Operation.Change op -> change(op.before(), op.after());
            case Operation.Name op -> List.of(naming(op));
            case Operation.Sysctl op -> List.of("sysctl -w " + op.key() + "=" + op.after());
        };
    }

    private List<String> creation(Operation.Create op) {
        if (op.after() instanceof Route r) {
            String verb =
                    switch (op.placement()) {
                        case ALONE -> "add";
                        case LAST -> "append";
                        case FIRST -> "prepend";
                    };
            return List.of(RouteText.command(verb, r, names));
        }
        return making(op.after());
    }

    private String deletion(RtnetlinkObject object) {
        return switch (object) {
            case Route o -> RouteText.deletion(o, names);
            case Rule o -> RuleText.command("del", o, names);
            case NexthopObject o -> NexthopText.deletion(o);
            case Address o -> AddressText.deletion(o, names);
            case Link o -> LinkText.deletion(o);
            default -> "";
        };
    }

    private List<String> change(RtnetlinkObject before, RtnetlinkObject after) {
        return switch (after) {
            case Link o -> LinkText.change((Link) before, o, names);
            case NexthopObject o -> List.of(NexthopText.command("replace", o, names));
            case Route o when Canonical.key(before).equals(Canonical.key(after)) ->
                    List.of(RouteText.command("replace", o, names));
            case Address o when Canonical.key(before).equals(Canonical.key(after)) ->
                    List.of(AddressText.command("change", o, names));
            default -> both(before, after);
        };
    }

    private List<String> both(RtnetlinkObject before, RtnetlinkObject after) {
        List<String> lines = new ArrayList<>(making(after));
        lines.add(deletion(before));
        return lines;
    }

    private static String naming(Operation.Name op) {
        String file = "/etc/iproute2/rt_tables.d/routewright.conf";
        return op.after().isEmpty()
                ? "sed -i '/^" + op.tableId() + "[[:blank:]]/d' " + file
                : "echo '" + op.tableId() + " " + op.after() + "' >> " + file;
    }
}
