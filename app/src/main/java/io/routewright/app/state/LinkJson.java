package io.routewright.app.state;

import io.routewright.app.store.LinkTable;
import io.routewright.netlink.Attribute;
import io.routewright.netlink.Attributes;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.IfLinkH;
import io.routewright.netlink.Link;

import java.util.ArrayList;
import java.util.List;

/// A link as `ip -j -d -N link` prints it (iproute2 7.1, ip/ipaddress.c, print_linkinfo), without the keys that have
/// nothing to do with routing: queues, offloads, counters, and the settings of kinds other than `vrf`.
final class LinkJson {
    private static final int IFLA_BROADCAST = 2;
    private static final int IFLA_LINK_NETNSID = 37;
    private static final int IFLA_PROP_LIST = 52;
    private static final int IFLA_ALT_IFNAME = 53;
    private static final int IFLA_VRF_PORT_TABLE = 1;

    private static final List<String> OPER_STATES =
            List.of("UNKNOWN", "NOTPRESENT", "DOWN", "LOWERLAYERDOWN", "TESTING", "DORMANT", "UP");

    /// IFF_* in the order `ip` prints them, bit and word.
    private enum Flag {
        LOOPBACK(0x8),
        BROADCAST(0x2),
        POINTOPOINT(0x10),
        MULTICAST(0x1000),
        NOARP(0x80),
        ALLMULTI(0x200),
        PROMISC(0x100),
        MASTER(0x400),
        SLAVE(0x800),
        DEBUG(0x4),
        DYNAMIC(0x8000),
        AUTOMEDIA(0x4000),
        PORTSEL(0x2000),
        NOTRAILERS(0x20),
        UP(0x1),
        LOWER_UP(0x10000),
        DORMANT(0x20000),
        ECHO(0x40000);

        private final int bit;

        Flag(int bit) {
            this.bit = bit;
        }
    }

    private final LinkTable links;

    LinkJson(LinkTable links) {
        this.links = links;
    }

    JsonObject of(Link l) {
        JsonObject json = new JsonObject().put("ifindex", l.ifindex());
        boolean isLowerDown = lower(l, json);
        json.put("ifname", l.name());
        json.put("flags", flags(l.header().flags(), isLowerDown));
        state(l, json);
        json.text("group", l.group());
        json.put("link_type", "[" + l.header().hardwareType() + "]");
        hardware(l, json);
        details(l, json);
        return json;
    }

    /// The link it lies on; true when that one is down.
    private boolean lower(Link l, JsonObject json) {
        Attributes all = l.attributes();
        if (!all.has(IfLinkH.IFLA_LINK)) {
            return false;
        }
        int lower = (int) all.u32(IfLinkH.IFLA_LINK, 0);
        if (lower == 0) {
            json.mark("link");
            return false;
        }
        if (all.has(IFLA_LINK_NETNSID)) {
            json.put("link_index", lower);
            return false;
        }
        json.put("link", links.nameOf(lower));
        return links.byIndex(lower).map(below -> !below.isUp()).orElse(true);
    }

    private static List<String> flags(int flags, boolean isLowerDown) {
        List<String> words = new ArrayList<>();
        boolean isUp = (flags & IfLinkH.IFF_UP) != 0;
        if (isUp && (flags & IfLinkH.IFF_RUNNING) == 0) {
            words.add("NO-CARRIER");
        }
        int rest = flags & ~IfLinkH.IFF_RUNNING;
        for (Flag f : Flag.values()) {
            if ((rest & f.bit) != 0) {
                words.add(f.name());
                rest &= ~f.bit;
            }
        }
        if (rest != 0) {
            words.add(Integer.toHexString(rest));
        }
        if (isLowerDown) {
            words.add("M-DOWN");
        }
        return words;
    }

    private void state(Link l, JsonObject json) {
        Attributes all = l.attributes();
        if (all.has(IfLinkH.IFLA_MTU)) {
            json.put("mtu", l.mtu());
        }
        if (l.master() != 0) {
            json.put("master", links.nameOf(l.master()));
        }
        int state = l.operState();
        if (all.has(IfLinkH.IFLA_OPERSTATE) && state < OPER_STATES.size()) {
            json.put("operstate", OPER_STATES.get(state));
        }
    }

    private static void hardware(Link l, JsonObject json) {
        Attributes all = l.attributes();
        all.find(IfLinkH.IFLA_ADDRESS).ifPresent(a -> json.put("address", colons(a)));
        if (all.has(IFLA_BROADCAST)) {
            if ((l.header().flags() & IfLinkH.IFF_POINTOPOINT) != 0) {
                json.put("link_pointtopoint", true);
            }
            json.put("broadcast", colons(all.find(IFLA_BROADCAST).orElse(Bytes.EMPTY)));
        }
        if (all.has(IFLA_LINK_NETNSID)) {
            json.put("link_netnsid", (int) all.u32(IFLA_LINK_NETNSID, 0));
        }
    }

    private static String colons(Bytes address) {
        return String.join(":", address.toString().split("(?<=\\G..)"));
    }

    private static void details(Link l, JsonObject json) {
        Attributes info = l.attributes().nested(IfLinkH.IFLA_LINKINFO);
        if (!info.isEmpty()) {
            json.put("linkinfo", kinds(l, info));
        }
        if (l.attributes().has(IfLinkH.IFLA_IFALIAS)) {
            json.put("ifalias", l.alias());
        }
        if (l.attributes().has(IFLA_PROP_LIST)) {
            List<String> names = new ArrayList<>();
            for (Attribute a : l.attributes().nested(IFLA_PROP_LIST)) {
                if (a.kind() == IFLA_ALT_IFNAME) {
                    names.add(a.value().asText());
                }
            }
            json.put("altnames", names);
        }
    }

    private static JsonObject kinds(Link l, Attributes info) {
        JsonObject json = new JsonObject();
        if (info.has(IfLinkH.IFLA_INFO_KIND)) {
            json.put("info_kind", l.kind());
        }
        if (l.isVrf()) {
            json.put("info_data", new JsonObject().put("table", l.vrfTable()));
        }
        String port = info.text(IfLinkH.IFLA_INFO_SLAVE_KIND);
        if (!port.isEmpty()) {
            json.put("info_slave_kind", port);
        }
        if (port.equals("vrf")) {
            long table = info.nested(IfLinkH.IFLA_INFO_SLAVE_DATA).u32(IFLA_VRF_PORT_TABLE, 0);
            json.put("info_slave_data", new JsonObject().put("table", table));
        }
        return json;
    }
}
