package io.routewright.app.state;

import io.routewright.app.store.LinkTable;
import io.routewright.netlink.Attributes;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.NexthopH;
import io.routewright.netlink.NexthopObject;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A nexthop object as `ip -j -d -N nexthop` prints it (iproute2 7.1, ip/ipnexthop.c, __print_nexthop_entry).
final class NexthopJson {
    /// NHA_OP_FLAG_RESP_GRP_RESVD_0: the kernel means the high byte of a weight.
    private static final long WIDE_WEIGHTS = 1L << 31;

    private static final double USER_HZ = 100;

    private NexthopJson() {}

    static JsonObject of(NexthopObject n, LinkTable links) {
        Attributes all = n.attributes();
        JsonObject json = new JsonObject().put("id", n.id());
        if (n.isGroup()) {
            json.put("group", members(n));
        }
        groupType(n, json);
        EncapJson.add(all, NexthopH.NHA_ENCAP_TYPE, NexthopH.NHA_ENCAP, json);
        n.gateway().ifPresent(g -> json.put("gateway", g.toString()));
        if (n.ifindex() != 0) {
            json.put("dev", links.nameOf(n.ifindex()));
        }
        json.text("scope", n.header().scope());
        if (n.isBlackhole()) {
            json.mark("blackhole");
        }
        json.text("protocol", n.protocol());
        json.put("flags", RouteFlags.of(n.header().flags()));
        if (n.isFdb()) {
            json.mark("fdb");
        }
        if (all.has(NexthopH.NHA_HW_STATS_ENABLE)) {
            json.put("hw_stats", hardwareStatistics(all));
        }
        return json;
    }

    private static void groupType(NexthopObject n, JsonObject json) {
        int type = n.attributes().u16(NexthopH.NHA_GROUP_TYPE, 0);
        if (type != NexthopH.NEXTHOP_GRP_TYPE_MPATH) {
            json.put(
                    "type", type == NexthopH.NEXTHOP_GRP_TYPE_RES ? "resilient" : "<unknown type>");
        }
        if (n.attributes().has(NexthopH.NHA_RES_GROUP)) {
            json.put("resilient_args", resilience(n.attributes().nested(NexthopH.NHA_RES_GROUP)));
        }
    }

    private static List<JsonObject> members(NexthopObject n) {
        boolean isWide = (n.attributes().u32(NexthopH.NHA_OP_FLAGS, 0) & WIDE_WEIGHTS) != 0;
        List<JsonObject> members = new ArrayList<>();
        for (NexthopObject.Member m : n.members()) {
            JsonObject json = new JsonObject().put("id", m.id());
            int weight = isWide ? m.weight() & 0xffff : ((m.weight() - 1) & 0xff) + 1;
            if (weight > 1) {
                json.put("weight", weight);
            }
            members.add(json);
        }
        return members;
    }

    private static JsonObject resilience(Attributes args) {
        Bytes time = args.find(NexthopH.NHA_RES_GROUP_UNBALANCED_TIME).orElse(Bytes.EMPTY);
        return new JsonObject()
                .put("buckets", args.u16(NexthopH.NHA_RES_GROUP_BUCKETS, 0))
                .put("idle_timer", seconds(args.u32(NexthopH.NHA_RES_GROUP_IDLE_TIMER, 0)))
                .put(
                        "unbalanced_timer",
                        seconds(args.u32(NexthopH.NHA_RES_GROUP_UNBALANCED_TIMER, 0)))
                .put("unbalanced_time", seconds(time.length() == 8 ? time.u64At(0) : 0));
    }

    /// As C's `%g` prints it: six significant digits, no fraction where there is none.
    private static Number seconds(long ticks) {
        double seconds = Double.parseDouble(String.format(Locale.ROOT, "%.5e", ticks / USER_HZ));
        if (seconds == Math.rint(seconds)) {
            return (long) seconds;
        }
        return seconds;
    }

    private static JsonObject hardwareStatistics(Attributes all) {
        return new JsonObject()
                .put("enabled", all.u32(NexthopH.NHA_HW_STATS_ENABLE, 0) != 0)
                .put("used", all.u32(NexthopH.NHA_HW_STATS_USED, 0) != 0);
    }
}
