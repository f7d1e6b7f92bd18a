package io.routewright.app.state;

import io.routewright.app.store.LinkTable;
import io.routewright.netlink.Attributes;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.Family;
import io.routewright.netlink.IpAddress;
import io.routewright.netlink.Nexthop;
import io.routewright.netlink.Prefix;
import io.routewright.netlink.Route;
import io.routewright.netlink.Rtnetlink;

import java.util.List;
import java.util.Map;

/// A route as `ip -j -d -N route show table all` prints it (iproute2 7.1, ip/iproute.c, print_route).
final class RouteJson {
    private static final int USER_HZ = 100;
    private static final Map<Integer, String> PREFERENCES =
            Map.of(0, "medium", 1, "high", 3, "low");

    private final LinkTable links;
    private final Map<Long, JsonObject> nexthops;

    /// @param nexthops the nexthop objects by id, as `NexthopJson` shows them
    RouteJson(LinkTable links, Map<Long, JsonObject> nexthops) {
        this.links = links;
        this.nexthops = nexthops;
    }

    JsonObject of(Route r) {
        JsonObject json = new JsonObject().text("type", r.header().type());
        ends(r, json);
        way(r, json);
        origin(r, json);
        rest(r, json);
        return json;
    }

    private static void ends(Route r, JsonObject json) {
        json.put("dst", destination(r));
        if (r.attributes().has(Rtnetlink.RTA_SRC)) {
            json.put("from", text(r.source()));
        } else if (r.header().sourceLength() != 0) {
            json.put("src", "0/" + r.header().sourceLength());
        }
    }

    private static String destination(Route r) {
        if (r.attributes().has(Rtnetlink.RTA_DST)) {
            return text(r.destination());
        }
        int length = r.header().destinationLength();
        return length == 0 ? "default" : "0/" + length + " ";
    }

    private static String text(Prefix p) {
        return p.isHost() ? p.address().toString() : p.toString();
    }

    private void way(Route r, JsonObject json) {
        Attributes all = r.attributes();
        if (all.has(Rtnetlink.RTA_NH_ID)) {
            json.put("nhid", r.nexthopId());
        }
        EncapJson.add(all, Rtnetlink.RTA_ENCAP_TYPE, Rtnetlink.RTA_ENCAP, json);
        if (r.tos() != 0) {
            json.put("tos", String.format("0x%02x", r.tos()));
        }
        gateway(all, json);
        if (all.has(Rtnetlink.RTA_OIF)) {
            json.put("dev", links.nameOf(r.ifindex()));
        }
    }

    private static void gateway(Attributes all, JsonObject json) {
        all.find(Rtnetlink.RTA_GATEWAY)
                .flatMap(IpAddress::of)
                .ifPresent(g -> json.put("gateway", g.toString()));
        all.find(Rtnetlink.RTA_VIA)
                .filter(v -> v.length() > 2)
                .flatMap(v -> IpAddress.of(v.from(2)))
                .ifPresent(g -> json.put("via", via(g)));
    }

    private static JsonObject via(IpAddress gateway) {
        return new JsonObject()
                .put("family", gateway.family() == Family.INET ? "inet" : "inet6")
                .put("host", gateway.toString());
    }

    private static void origin(Route r, JsonObject json) {
        if (r.tableId() != 0) {
            json.text("table", r.tableId());
        }
        json.text("protocol", r.protocol()).text("scope", r.scope());
        r.preferredSource().ifPresent(s -> json.put("prefsrc", s.toString()));
        if (r.attributes().has(Rtnetlink.RTA_PRIORITY)) {
            json.put("metric", r.metric());
        }
        json.put("flags", RouteFlags.of(r.header().flags()));
    }

    private void rest(Route r, JsonObject json) {
        Attributes all = r.attributes();
        long mark = all.u32(Rtnetlink.RTA_MARK, 0);
        if (mark != 0) {
            json.put("mark", mark);
        }
        flow(all, json);
        if (all.has(Rtnetlink.RTA_UID)) {
            json.put("uid", all.u32(Rtnetlink.RTA_UID, 0));
        }
        all.find(Rtnetlink.RTA_CACHEINFO).ifPresent(raw -> cacheInfo(raw, json));
        if (all.has(Rtnetlink.RTA_METRICS)) {
            json.put("metrics", List.of(MetricsJson.of(r.metrics())));
        }
        if (all.has(Rtnetlink.RTA_IIF)) {
            json.put("iif", links.nameOf((int) all.u32(Rtnetlink.RTA_IIF, 0)));
        }
        tail(r, json);
    }

    private void tail(Route r, JsonObject json) {
        Attributes all = r.attributes();
        if (all.has(Rtnetlink.RTA_PREF)) {
            int preference = all.u8(Rtnetlink.RTA_PREF, 0);
            Object known = PREFERENCES.get(preference);
            json.put("pref", known == null ? Integer.valueOf(preference) : known);
        }
        if (all.has(Rtnetlink.RTA_TTL_PROPAGATE)) {
            // iproute2 spells it that way.
            json.put("ttl-propogate", all.u8(Rtnetlink.RTA_TTL_PROPAGATE, 0) != 0);
        }
        JsonObject object = nexthops.get(r.nexthopId());
        if (object != null) {
            json.put("nh_info", object);
        }
        if (r.isMultipath()) {
            json.put("nexthops", r.nexthops().stream().map(this::leg).toList());
        }
    }

    private JsonObject leg(Nexthop leg) {
        JsonObject json = new JsonObject();
        Attributes all = leg.attributes();
        EncapJson.add(all, Rtnetlink.RTA_ENCAP_TYPE, Rtnetlink.RTA_ENCAP, json);
        gateway(all, json);
        flow(all, json);
        json.put("dev", links.nameOf(leg.ifindex())).put("weight", leg.weight());
        return json.put("flags", RouteFlags.of(leg.flags()));
    }

    private static void flow(Attributes all, JsonObject json) {
        if (all.has(Rtnetlink.RTA_FLOW)) {
            long realms = all.u32(Rtnetlink.RTA_FLOW, 0);
            JsonObject flow = new JsonObject();
            if (realms >> 16 != 0) {
                flow.text("from", realms >> 16);
            }
            json.put("flow", flow.text("to", realms & 0xffff));
        }
    }

    /// struct rta_cacheinfo, 32 bits each: clntref, lastuse, expires, error, used, id, ts, tsage.
    private static void cacheInfo(Bytes raw, JsonObject json) {
        if (raw.length() < 32) {
            return;
        }
        if (raw.s32At(8) != 0) {
            json.put("expires", raw.s32At(8) / USER_HZ);
        }
        if (raw.s32At(12) != 0) {
            json.put("error", raw.u32At(12));
        }
        if (raw.u32At(20) != 0) {
            json.hex("ipid", raw.u32At(20));
        }
        if (raw.u32At(24) != 0 || raw.u32At(28) != 0) {
            json.hex("ts", raw.u32At(24)).put("tsage", raw.u32At(28));
        }
    }
}
