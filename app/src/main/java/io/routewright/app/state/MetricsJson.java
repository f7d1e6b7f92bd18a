package io.routewright.app.state;

import io.routewright.app.text.KernelWords;
import io.routewright.netlink.Attributes;
import io.routewright.netlink.Rtnetlink;

/// The metrics of a route as `ip` prints them (ip/iproute.c, print_rta_metrics). Locks are not shown, as there.
final class MetricsJson {
    private static final long FEATURE_ECN = 0x1;
    private static final long FEATURE_TCP_USEC_TS = 0x10;
    private static final long UNSET = 0xffff_ffffL;

    private MetricsJson() {}

    static JsonObject of(Attributes metrics) {
        JsonObject json = new JsonObject();
        long locks = metrics.u32(Rtnetlink.RTAX_LOCK, 0);
        for (int i = Rtnetlink.RTAX_MTU; i <= Rtnetlink.RTAX_FASTOPEN_NO_COOKIE; i++) {
            if (metrics.has(i) || (locks & (1L << i)) != 0) {
                add(i, metrics, json);
            }
        }
        return json;
    }

    private static void add(int rtax, Attributes metrics, JsonObject json) {
        long value = metrics.u32(rtax, 0);
        switch (rtax) {
            case Rtnetlink.RTAX_HOPLIMIT -> {
                if (value != UNSET) {
                    json.put("hoplimit", value);
                }
            }
            case Rtnetlink.RTAX_FEATURES -> features(value, json);
            case Rtnetlink.RTAX_CC_ALGO -> json.put("congestion", metrics.text(rtax));
            case Rtnetlink.RTAX_RTT -> json.put("rtt", value / 8);
            case Rtnetlink.RTAX_RTTVAR -> json.put("rttvar", value / 4);
            default -> json.put(KernelWords.metric(rtax), value);
        }
    }

    private static void features(long value, JsonObject json) {
        if ((value & FEATURE_ECN) != 0) {
            json.mark("ecn");
        }
        if ((value & FEATURE_TCP_USEC_TS) != 0) {
            json.mark("tcp_usec_ts");
        }
        if ((value & ~(FEATURE_ECN | FEATURE_TCP_USEC_TS)) != 0) {
            json.hex("features", value);
        }
    }
}
