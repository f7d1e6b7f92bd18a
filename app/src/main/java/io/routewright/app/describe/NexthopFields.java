package io.routewright.app.describe;

import io.routewright.app.describe.FieldList.Shape;
import io.routewright.app.text.KernelWords;
import io.routewright.netlink.Attribute;
import io.routewright.netlink.Attributes;
import io.routewright.netlink.Family;
import io.routewright.netlink.NexthopH;
import io.routewright.netlink.NexthopHeader;
import io.routewright.netlink.NexthopObject;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The fields of a nexthop object or group.
final class NexthopFields {
    private static final Map<Integer, Shape> SHAPES = new HashMap<>();

    static {
        SHAPES.put(NexthopH.NHA_ID, Show.u32("nexthopId"));
        SHAPES.put(
                NexthopH.NHA_GROUP_TYPE,
                new Shape(
                        "groupType",
                        2,
                        (v, s) ->
                                v.u16At(0) == NexthopH.NEXTHOP_GRP_TYPE_RES
                                        ? "resilient"
                                        : "mpath"));
        SHAPES.put(NexthopH.NHA_BLACKHOLE, Show.flag("blackhole"));
        SHAPES.put(NexthopH.NHA_OIF, Show.link("interface"));
        SHAPES.put(NexthopH.NHA_GATEWAY, Show.address("gateway"));
        SHAPES.put(NexthopH.NHA_ENCAP_TYPE, Show.u16("encapType"));
        SHAPES.put(NexthopH.NHA_ENCAP, Show.bytes("encap"));
        SHAPES.put(NexthopH.NHA_FDB, Show.flag("fdb"));
        SHAPES.put(NexthopH.NHA_GROUP_STATS, Show.bytes("groupStats"));
        SHAPES.put(NexthopH.NHA_HW_STATS_ENABLE, Show.u32("hwStats"));
        SHAPES.put(NexthopH.NHA_HW_STATS_USED, Show.u32("hwStatsUsed"));
        SHAPES.put(NexthopH.NHA_OP_FLAGS, Show.hex32("opFlags"));
    }

    private NexthopFields() {}

    static void fill(NexthopObject n, FieldList out) {
        NexthopHeader h = n.header();
        String family = n.family().map(f -> f == Family.INET ? "IPv4" : "IPv6").orElse("");
        out.add("family", family, h.family());
        out.add(
                "origin",
                Show.named(KernelWords.protocol(n.protocol()), h.protocol()),
                h.protocol());
        out.add("scope", Show.named(KernelWords.scope(h.scope()), h.scope()), h.scope());
        if (h.flags() != 0) {
            out.add("flags", String.join(" ", KernelWords.routeFlags(h.flags())), h.flags());
        }
        for (Attribute a : n.attributes()) {
            switch (a.kind()) {
                case NexthopH.NHA_GROUP -> members(n, a, out);
                case NexthopH.NHA_RES_GROUP -> resilience(n, a, out);
                default -> out.addAll(Attributes.of(a), SHAPES);
            }
        }
    }

    private static void members(NexthopObject n, Attribute a, FieldList out) {
        List<NexthopObject.Member> members = n.members();
        for (int i = 0; i < members.size(); i++) {
            NexthopObject.Member m = members.get(i);
            String raw = a.value().slice(8 * i, 8).toString();
            out.addNumbered("member", i + 1, m.id() + " weight " + m.weight(), raw);
        }
    }

    private static void resilience(NexthopObject n, Attribute a, FieldList out) {
        String raw = a.value().toString();
        n.resilience()
                .ifPresent(r -> {
                    out.add("buckets", Integer.toString(r.buckets()), raw);
                    out.add("idleTimer", r.idleTimer() / 100.0 + " s", raw);
                    out.add("unbalancedTimer", r.unbalancedTimer() / 100.0 + " s", raw);
                });
    }
}
