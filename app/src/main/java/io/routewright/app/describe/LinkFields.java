package io.routewright.app.describe;

import io.routewright.app.describe.FieldList.Shape;
import io.routewright.app.text.KernelWords;
import io.routewright.netlink.Attribute;
import io.routewright.netlink.Attributes;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.IfLinkH;
import io.routewright.netlink.Link;
import io.routewright.netlink.LinkHeader;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The fields of a link.
final class LinkFields {
    private static final Map<Integer, Shape> SHAPES = new HashMap<>();

    static {
        SHAPES.put(IfLinkH.IFLA_ADDRESS, new Shape("hardwareAddress", 0, (v, s) -> colons(v)));
        SHAPES.put(2, new Shape("hardwareBroadcast", 0, (v, s) -> colons(v)));
        SHAPES.put(IfLinkH.IFLA_IFNAME, Show.text("name"));
        SHAPES.put(IfLinkH.IFLA_MTU, Show.u32("mtu"));
        SHAPES.put(IfLinkH.IFLA_LINK, Show.link("peerLink"));
        SHAPES.put(6, Show.text("qdisc"));
        SHAPES.put(IfLinkH.IFLA_MASTER, Show.link("master"));
        SHAPES.put(IfLinkH.IFLA_TXQLEN, Show.u32("queueLength"));
        SHAPES.put(
                IfLinkH.IFLA_OPERSTATE,
                new Shape(
                        "operState",
                        1,
                        (v, s) -> Show.named(KernelWords.operState(v.u8At(0)), v.u8At(0))));
        SHAPES.put(17, Show.u8("linkMode"));
        SHAPES.put(IfLinkH.IFLA_IFALIAS, Show.text("alias"));
        SHAPES.put(IfLinkH.IFLA_GROUP, Show.u32("group"));
        SHAPES.put(30, Show.u32("promiscuity"));
        SHAPES.put(31, Show.u32("txQueues"));
        SHAPES.put(32, Show.u32("rxQueues"));
        SHAPES.put(IfLinkH.IFLA_CARRIER, Show.u8("carrier"));
        SHAPES.put(35, Show.u32("carrierChanges"));
        SHAPES.put(37, Show.u32("peerNamespace"));
        SHAPES.put(39, Show.u8("protoDown"));
        SHAPES.put(50, Show.u32("minMtu"));
        SHAPES.put(51, Show.u32("maxMtu"));
    }

    private LinkFields() {}

    static void fill(Link l, FieldList out) {
        LinkHeader h = l.header();
        out.add("ifindex", Integer.toString(h.ifindex()), h.ifindex());
        out.add("hardwareType", Integer.toString(h.hardwareType()), h.hardwareType());
        out.add("flags", String.join(" ", KernelWords.linkFlags(h.flags())), h.flags());
        for (Attribute a : l.attributes()) {
            if (a.kind() == IfLinkH.IFLA_LINKINFO) {
                kind(l, a, out);
            } else {
                out.addAll(Attributes.of(a), SHAPES);
            }
        }
    }

    private static void kind(Link l, Attribute a, FieldList out) {
        Attributes info = l.attributes().nested(IfLinkH.IFLA_LINKINFO);
        String raw = a.value().toString();
        if (info.has(IfLinkH.IFLA_INFO_KIND)) {
            out.add("kind", l.kind(), raw);
        }
        if (l.isVrf()) {
            out.add("vrfTable", Show.table(l.vrfTable(), out.snapshot()), l.vrfTable());
        }
        if (info.has(IfLinkH.IFLA_INFO_SLAVE_KIND)) {
            out.add("portOf", info.text(IfLinkH.IFLA_INFO_SLAVE_KIND), raw);
        }
        if (info.has(IfLinkH.IFLA_INFO_SLAVE_DATA)) {
            long table = info.nested(IfLinkH.IFLA_INFO_SLAVE_DATA).u32(IfLinkH.IFLA_VRF_TABLE, 0);
            out.add("portTable", Show.table(table, out.snapshot()), table);
        }
    }

    private static String colons(Bytes v) {
        return IntStream.range(0, v.length())
                .mapToObj(i -> String.format("%02x", v.u8At(i)))
                .collect(Collectors.joining(":"));
    }
}
