package io.routewright.app.describe;

import io.routewright.app.describe.FieldList.Shape;
import io.routewright.app.text.KernelWords;
import io.routewright.netlink.Attribute;
import io.routewright.netlink.Attributes;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.Family;
import io.routewright.netlink.Nexthop;
import io.routewright.netlink.Route;
import io.routewright.netlink.RouteHeader;
import io.routewright.netlink.Rtnetlink;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The fields of a route.
final class RouteFields {
    private static final Map<Integer, Shape> SHAPES = new HashMap<>();

    /// USER_HZ: the unit of the times in struct rta_cacheinfo.
    private static final int USER_HZ = 100;

    static {
        SHAPES.put(Rtnetlink.RTA_PRIORITY, Show.u32("metric"));
        SHAPES.put(Rtnetlink.RTA_OIF, Show.link("interface"));
        SHAPES.put(Rtnetlink.RTA_IIF, Show.link("incoming"));
        SHAPES.put(Rtnetlink.RTA_GATEWAY, Show.address("gateway"));
        SHAPES.put(Rtnetlink.RTA_VIA, new Shape("gateway", 3, (v, s) -> Show.address(v.from(2))));
        SHAPES.put(Rtnetlink.RTA_PREFSRC, Show.address("preferredSource"));
        SHAPES.put(Rtnetlink.RTA_FLOW, Show.realms("realms"));
        SHAPES.put(Rtnetlink.RTA_NH_ID, Show.u32("nexthopId"));
        SHAPES.put(
                Rtnetlink.RTA_PREF,
                new Shape(
                        "preference",
                        1,
                        (v, s) -> Show.named(KernelWords.preference(v.u8At(0)), v.u8At(0))));
        SHAPES.put(Rtnetlink.RTA_EXPIRES, new Shape("expires", 4, (v, s) -> v.u32At(0) + " s"));
        SHAPES.put(Rtnetlink.RTA_CACHEINFO, new Shape("cache", 16, (v, s) -> cache(v)));
        SHAPES.put(Rtnetlink.RTA_ENCAP_TYPE, Show.u16("encapType"));
        SHAPES.put(Rtnetlink.RTA_ENCAP, Show.bytes("encap"));
        SHAPES.put(Rtnetlink.RTA_TTL_PROPAGATE, Show.u8("ttlPropagate"));
        SHAPES.put(Rtnetlink.RTA_MARK, Show.hex32("mark"));
        SHAPES.put(Rtnetlink.RTA_UID, Show.u32("uid"));
    }

    private RouteFields() {}

    static void fill(Route r, FieldList out) {
        RouteHeader h = r.header();
        out.add("family", r.family() == Family.INET ? "IPv4" : "IPv6", h.family());
        out.add("destination", r.destination().shortText(), raw(r, Rtnetlink.RTA_DST));
        if (h.sourceLength() > 0 || r.attributes().has(Rtnetlink.RTA_SRC)) {
            out.add("source", r.source().toString(), raw(r, Rtnetlink.RTA_SRC));
        }
        out.add("type", r.type().word(), h.type());
        out.add("table", Show.table(r.tableId(), out.snapshot()), r.tableId());
        out.add(
                "origin",
                Show.named(KernelWords.protocol(r.protocol()), h.protocol()),
                h.protocol());
        out.add("scope", Show.named(KernelWords.scope(r.scope()), h.scope()), h.scope());
        if (h.tos() != 0) {
            out.add("tos", KernelWords.tos(h.tos()), h.tos());
        }
        if (h.flags() != 0) {
            out.add("flags", String.join(" ", KernelWords.routeFlags(h.flags())), h.flags());
        }
        attributes(r, out);
    }

    private static String raw(Route r, int kind) {
        return r.attributes().find(kind).map(Bytes::toString).orElse("");
    }

    private static void attributes(Route r, FieldList out) {
        for (Attribute a : r.attributes()) {
            switch (a.kind()) {
                case Rtnetlink.RTA_DST, Rtnetlink.RTA_SRC, Rtnetlink.RTA_TABLE -> {
                    /* shown with the header */
                }
                case Rtnetlink.RTA_MULTIPATH -> legs(r, out);
                case Rtnetlink.RTA_METRICS -> metrics(r.metrics(), out);
                default -> out.addAll(Attributes.of(a), SHAPES);
            }
        }
    }

    private static void legs(Route r, FieldList out) {
        List<Nexthop> legs = r.nexthops();
        for (int i = 0; i < legs.size(); i++) {
            Nexthop leg = legs.get(i);
            String inner = leg.attributes().encode().toString();
            out.addNumbered("nexthop", i + 1, Show.leg(leg, out.snapshot(), true), inner);
        }
    }

    private static void metrics(Attributes metrics, FieldList out) {
        long locked = metrics.u32(Rtnetlink.RTAX_LOCK, 0);
        for (Attribute m : metrics) {
            String word = KernelWords.metric(m.kind());
            boolean isLocked = m.kind() < 32 && (locked >> m.kind() & 1) == 1;
            String value = metric(m) + (isLocked ? " " + FieldList.label("locked") : "");
            out.addMetric(word, value, m.value().toString());
        }
    }

    private static String metric(Attribute m) {
        Bytes v = m.value();
        if (m.kind() == Rtnetlink.RTAX_CC_ALGO) {
            return v.asText();
        }
        if (v.length() < 4) {
            return v.toString();
        }
        return switch (m.kind()) {
            case Rtnetlink.RTAX_LOCK -> "0x" + Long.toHexString(v.u32At(0));
            case Rtnetlink.RTAX_RTT -> v.u32At(0) / 8.0 + " ms";
            case Rtnetlink.RTAX_RTTVAR -> v.u32At(0) / 4.0 + " ms";
            case Rtnetlink.RTAX_RTO_MIN -> v.u32At(0) + " ms";
            default -> Long.toString(v.u32At(0));
        };
    }

    private static String cache(Bytes v) {
        int expires = v.s32At(8);
        return expires == 0 ? FieldList.label("never") : expires / USER_HZ + " s";
    }
}
