package io.routewright.app.routes;

import io.routewright.app.store.Snapshot;
import io.routewright.netlink.Attributes;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.Route;
import io.routewright.netlink.Rtnetlink;

import java.util.Optional;

/// The RTAX_* values inside RTA_METRICS. A value behind `lock` is not adapted by the kernel.
final class Metrics {
    private static final String LOCK = " lock";

    private Metrics() {}

    /// A number, `lock` behind it where it is locked.
    ///
    /// @param shift the kernel stores milliseconds shifted left by this
    record Number(int rtax, int shift) implements RouteField.Codec {
        @Override
        public String read(Route r, Snapshot s) {
            Attributes all = r.metrics();
            Optional<Long> raw = all.find(rtax).filter(v -> v.length() >= 4).map(v -> v.u32At(0));
            String unit = shift > 0 || rtax == Rtnetlink.RTAX_RTO_MIN ? "ms" : "";
            String suffix = isLocked(all) ? LOCK : "";
            return raw.map(v -> (v >> shift) + unit + suffix).orElse("");
        }

        private boolean isLocked(Attributes all) {
            return (all.u32(Rtnetlink.RTAX_LOCK, 0) >> rtax & 1) == 1;
        }

        @Override
        public Route write(Route r, String text, Snapshot s) throws InvalidFieldException {
            boolean isLocked = text.endsWith(LOCK) || text.startsWith("lock ");
            String bare =
                    text.replace(LOCK, "").replace("lock ", "").replaceFirst("ms$", "").strip();
            if (bare.isEmpty()) {
                return put(r, lock(r.metrics(), false).without(rtax));
            }
            long largest = Math.min(limit(), FieldTexts.U32 >> shift);
            long value = FieldTexts.unsigned(bare, largest, "number");
            Attributes next = r.metrics().with(rtax, Bytes.u32(value << shift));
            return put(r, lock(next, isLocked));
        }

        private long limit() {
            return switch (rtax) {
                case Rtnetlink.RTAX_HOPLIMIT -> 255;
                case Rtnetlink.RTAX_MTU -> 65520;
                case Rtnetlink.RTAX_ADVMSS -> 65495;
                default -> FieldTexts.U32;
            };
        }

        private Attributes lock(Attributes all, boolean isLocked) {
            long old = all.u32(Rtnetlink.RTAX_LOCK, 0);
            long bits = isLocked ? old | 1L << rtax : old & ~(1L << rtax);
            if (bits == old) {
                return all;
            }
            return bits == 0
                    ? all.without(Rtnetlink.RTAX_LOCK)
                    : all.with(Rtnetlink.RTAX_LOCK, Bytes.u32(bits));
        }
    }

    /// Keeps the nest's own flag bits, as kernels differ in them.
    private static Route put(Route r, Attributes metrics) {
        return metrics.isEmpty()
                ? r.without(Rtnetlink.RTA_METRICS)
                : r.with(Rtnetlink.RTA_METRICS, metrics.encode());
    }

    /// Bits with names.
    record Features() implements RouteField.Codec {
        private static final int ECN = 1;
        private static final int TCP_USEC_TS = 16;

        @Override
        public String read(Route r, Snapshot s) {
            long bits = r.metrics().u32(Rtnetlink.RTAX_FEATURES, 0);
            String ecn = (bits & ECN) != 0 ? "ecn " : "";
            String usec = (bits & TCP_USEC_TS) != 0 ? "tcp_usec_ts " : "";
            return (ecn + usec).strip();
        }

        @Override
        public Route write(Route r, String text, Snapshot s) throws InvalidFieldException {
            long bits = r.metrics().u32(Rtnetlink.RTAX_FEATURES, 0) & ~(ECN | TCP_USEC_TS);
            for (String word : text.split("[ ,]+")) {
                bits |=
                        switch (word) {
                            case "" -> 0;
                            case "ecn" -> ECN;
                            case "tcp_usec_ts" -> TCP_USEC_TS;
                            default -> throw new InvalidFieldException("features", word);
                        };
            }
            Attributes all = r.metrics();
            return put(
                    r,
                    bits == 0
                            ? all.without(Rtnetlink.RTAX_FEATURES)
                            : all.with(Rtnetlink.RTAX_FEATURES, Bytes.u32(bits)));
        }
    }

    /// The name of the congestion control algorithm.
    record Congestion() implements RouteField.Codec {
        @Override
        public String read(Route r, Snapshot s) {
            return r.metrics().text(Rtnetlink.RTAX_CC_ALGO);
        }

        @Override
        public Route write(Route r, String text, Snapshot s) throws InvalidFieldException {
            if (!text.matches("[\\w-]{0,15}")) {
                throw new InvalidFieldException("congctl", text);
            }
            Attributes all = r.metrics();
            return put(
                    r,
                    text.isEmpty()
                            ? all.without(Rtnetlink.RTAX_CC_ALGO)
                            : all.with(Rtnetlink.RTAX_CC_ALGO, Bytes.text(text)));
        }
    }
}
