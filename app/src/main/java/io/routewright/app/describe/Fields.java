package io.routewright.app.describe;

import io.routewright.app.store.Snapshot;
import io.routewright.netlink.Address;
import io.routewright.netlink.Link;
import io.routewright.netlink.Neighbour;
import io.routewright.netlink.Netconf;
import io.routewright.netlink.NexthopObject;
import io.routewright.netlink.Route;
import io.routewright.netlink.RtnetlinkObject;
import io.routewright.netlink.Rule;

import java.util.List;
import java.util.Map;

/// Every field of an object in words, header first, then each attribute in wire order, known or not.
public final class Fields {
    private Fields() {}

    /// The fields; names of links and tables come from `snapshot`.
    public static List<Field> of(RtnetlinkObject object, Snapshot snapshot) {
        FieldList out = new FieldList(snapshot);
        switch (object) {
            case Route o -> RouteFields.fill(o, out);
            case Rule o -> RuleFields.fill(o, out);
            case NexthopObject o -> NexthopFields.fill(o, out);
            case Link o -> LinkFields.fill(o, out);
            case Address o -> AddressFields.fill(o, out);
            case Neighbour o -> neighbour(o, out);
            case Netconf o -> out.addAll(o.attributes(), Map.of());
        }
        return out.fields();
    }

    private static void neighbour(Neighbour n, FieldList out) {
        out.add("interface", Show.link(n.ifindex(), out.snapshot()), n.ifindex());
        out.add("state", Integer.toString(n.state()), n.state());
        out.add("flags", Integer.toString(n.flags()), n.flags());
        out.addAll(
                n.attributes(),
                Map.of(1, Show.address("address"), 2, Show.bytes("hardwareAddress")));
    }
}
