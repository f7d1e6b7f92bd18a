package io.routewright.app.ipcommand;

import io.routewright.netlink.Bytes;
import io.routewright.netlink.IfLinkH;
import io.routewright.netlink.Link;

import java.util.ArrayList;
import java.util.List;

/// Links as `ip link` commands.
final class LinkText {
    private static final int LARGEST_MTU = 65535;

    private LinkText() {}

    static List<String> creation(Link l, Naming names) {
        List<String> lines = new ArrayList<>();
        Line add = Line.of("ip link add").add(l.name()).add("type", l.kind());
        lines.add(add.addIf(l.isVrf(), "table", names.table(l.vrfTable())).toString());
        lines.addAll(settings(l.name(), bare(l), l, names));
        return lines;
    }

    /// The link as `ip link add` leaves it; a VRF's own MTU is the largest there is.
    private static Link bare(Link l) {
        Link made = Link.newVrf(l.ifindex(), l.name(), l.vrfTable());
        return l.mtu() >= LARGEST_MTU ? made.with(IfLinkH.IFLA_MTU, Bytes.u32(l.mtu())) : made;
    }

    static List<String> change(Link before, Link after, Naming names) {
        return settings(before.name(), before, after, names);
    }

    private static List<String> settings(String name, Link before, Link after, Naming names) {
        List<String> lines = new ArrayList<>();
        String set = "ip link set dev ";
        if (!before.name().equals(after.name())) {
            lines.add(set + name + " name " + after.name());
        }
        String start = set + after.name() + " ";
        if (before.mtu() != after.mtu()) {
            lines.add(start + "mtu " + after.mtu());
        }
        if (!before.alias().equals(after.alias())) {
            lines.add(start + "alias " + quoted(after.alias()));
        }
        if (before.group() != after.group()) {
            lines.add(start + "group " + after.group());
        }
        if (before.isUp() && !after.isUp()) {
            lines.add(start + "down");
        }
        if (before.master() != after.master()) {
            lines.add(
                    start
                            + (after.master() == 0
                                    ? "nomaster"
                                    : "master " + names.link(after.master())));
        }
        if (!before.isUp() && after.isUp()) {
            lines.add(start + "up");
        }
        return lines;
    }

    private static String quoted(String alias) {
        return alias.matches("[\\w.:,@%+-]+") ? alias : "\"" + alias.replace("\"", "\\\"") + "\"";
    }

    static String deletion(Link l) {
        return "ip link del " + l.name();
    }
}
