package io.routewright.app.ipcommand;

import io.routewright.app.text.KernelWords;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.Rtnetlink;

/// Reads the RTAX_* options of a route.
final class MetricsReader {
    private MetricsReader() {}

    /// Reads the option's value; false when the option is none of these.
    static boolean read(String option, Words words, RouteSpec spec) throws SyntaxException {
        int rtax = KernelWords.metricOf(option).orElse(0);
        switch (rtax) {
            case 0 -> {
                return false;
            }
            case Rtnetlink.RTAX_FEATURES -> put(spec, rtax, features(words));
            case Rtnetlink.RTAX_CC_ALGO -> {
                lock(words, spec, rtax);
                String name = words.next(option).text();
                spec.metrics = spec.metrics.with(rtax, Bytes.text(name));
            }
            case Rtnetlink.RTAX_RTO_MIN -> {
                spec.locked |= 1L << rtax;
                put(spec, rtax, Numbers.time(words, option, 1));
            }
            default -> {
                lock(words, spec, rtax);
                put(spec, rtax, number(rtax, option, words));
            }
        }
        return true;
    }

    private static void put(RouteSpec spec, int rtax, long value) {
        spec.metrics = spec.metrics.with(rtax, Bytes.u32(value));
    }

    private static void lock(Words words, RouteSpec spec, int rtax) {
        boolean canLock =
                rtax != Rtnetlink.RTAX_QUICKACK && rtax != Rtnetlink.RTAX_FASTOPEN_NO_COOKIE;
        if (canLock && words.take("lock")) {
            spec.locked |= 1L << rtax;
        }
    }

    private static long number(int rtax, String option, Words words) throws SyntaxException {
        return switch (rtax) {
            case Rtnetlink.RTAX_RTT -> Numbers.time(words, option, 8);
            case Rtnetlink.RTAX_RTTVAR -> Numbers.time(words, option, 4);
            case Rtnetlink.RTAX_HOPLIMIT -> Numbers.upTo(words, option, 255);
            case Rtnetlink.RTAX_QUICKACK, Rtnetlink.RTAX_FASTOPEN_NO_COOKIE ->
                    Numbers.upTo(words, option, 1);
            default -> Numbers.u32(words, option);
        };
    }

    private static long features(Words words) throws SyntaxException {
        long found = 0;
        while (words.hasMore()) {
            if (words.take("ecn")) {
                found |= MetricsText.ECN;
            } else if (words.take("tcp_usec_ts")) {
                found |= MetricsText.TCP_USEC_TS;
            } else {
                break;
            }
        }
        if (found == 0) {
            Word w = words.next("features");
            throw SyntaxException.at(w, Texts.fix("features"), "named", "features", w.text());
        }
        return found;
    }
}
