package io.routewright.app.ipcommand;

import io.routewright.app.text.KernelWords;
import io.routewright.netlink.Attribute;
import io.routewright.netlink.Attributes;
import io.routewright.netlink.Rtnetlink;

/// The RTAX_* values of a route as words of `ip route`.
final class MetricsText {
    /// RTAX_FEATURE_ECN and RTAX_FEATURE_TCP_USEC_TS.
    static final int ECN = 1;

    static final int TCP_USEC_TS = 1 << 4;

    private MetricsText() {}

    static void append(Line out, Attributes metrics) {
        long locked = metrics.u32(Rtnetlink.RTAX_LOCK, 0);
        for (Attribute m : metrics) {
            boolean isShown = m.kind() != Rtnetlink.RTAX_LOCK && hasWord(m.kind());
            if (isShown) {
                append(out, m, (locked >> m.kind() & 1) == 1);
            }
        }
    }

    private static boolean hasWord(int rtax) {
        return KernelWords.metricOf(KernelWords.metric(rtax)).isPresent();
    }

    private static void append(Line out, Attribute m, boolean isLocked) {
        int kind = m.kind();
        long value = m.value().length() >= 4 ? m.value().u32At(0) : 0;
        switch (kind) {
            case Rtnetlink.RTAX_FEATURES -> features(out, value);
            case Rtnetlink.RTAX_CC_ALGO ->
                    out.add("congctl").addIf(isLocked, "lock").add(m.value().asText());
            case Rtnetlink.RTAX_RTO_MIN -> out.add("rto_min", value + "ms");
            case Rtnetlink.RTAX_RTT -> out.add("rtt").addIf(isLocked, "lock").add(scaled(value, 8));
            case Rtnetlink.RTAX_RTTVAR ->
                    out.add("rttvar").addIf(isLocked, "lock").add(scaled(value, 4));
            default ->
                    out.add(KernelWords.metric(kind))
                            .addIf(isLocked, "lock")
                            .add(Long.toString(value));
        }
    }

    /// Milliseconds, or the raw number (which `ip` takes without a unit) where that is not exact.
    private static String scaled(long value, int factor) {
        return value % factor == 0 ? value / factor + "ms" : Long.toString(value);
    }

    private static void features(Line out, long value) {
        out.addIf((value & (ECN | TCP_USEC_TS)) != 0, "features")
                .addIf((value & ECN) != 0, "ecn")
                .addIf((value & TCP_USEC_TS) != 0, "tcp_usec_ts");
    }
}
