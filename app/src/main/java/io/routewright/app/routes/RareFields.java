package io.routewright.app.routes;

import io.routewright.app.store.Snapshot;
import io.routewright.app.text.KernelWords;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.Family;
import io.routewright.netlink.Route;
import io.routewright.netlink.Rtnetlink;

/// Fields that few routes have.
final class RareFields {
    private RareFields() {}

    /// The router preference of an IPv6 route.
    record Preference() implements RouteField.Codec {
        @Override
        public String read(Route r, Snapshot s) {
            int pref = r.attributes().u8(Rtnetlink.RTA_PREF, 0);
            return pref == 0 ? "" : KernelWords.preference(pref);
        }

        @Override
        public Route write(Route r, String text, Snapshot s) throws InvalidFieldException {
            if (r.family() == Family.INET && !text.isEmpty()) {
                throw new InvalidFieldException("only-ipv6", text);
            }
            int pref =
                    text.isEmpty()
                            ? 0
                            : KernelWords.preferenceOf(text)
                                    .orElseThrow(() -> new InvalidFieldException("pref", text));
            return r.with(Rtnetlink.RTA_PREF, Bytes.u8(pref));
        }
    }

    /// The seconds until an IPv6 route goes by itself.
    record Expires() implements RouteField.Codec {
        /// USER_HZ: RTA_CACHEINFO counts in 1/100 s.
        private static final int HZ = 100;

        @Override
        public String read(Route r, Snapshot s) {
            long own = r.attributes().u32(Rtnetlink.RTA_EXPIRES, 0);
            long left =
                    r.attributes()
                            .find(Rtnetlink.RTA_CACHEINFO)
                            .filter(v -> v.length() >= 12)
                            .map(v -> (long) v.s32At(8) / HZ)
                            .orElse(0L);
            long seconds = own > 0 ? own : left;
            return seconds > 0 ? Long.toString(seconds) : "";
        }

        @Override
        public Route write(Route r, String text, Snapshot s) throws InvalidFieldException {
            if (r.family() == Family.INET && !text.isEmpty()) {
                throw new InvalidFieldException("only-ipv6", text);
            }
            return text.isEmpty()
                    ? r.without(Rtnetlink.RTA_EXPIRES, Rtnetlink.RTA_CACHEINFO)
                    : r.with(Rtnetlink.RTA_EXPIRES, KeyFields.u32(text));
        }
    }

    /// The source and destination realm, for accounting; IPv4 only.
    record Realms() implements RouteField.Codec {
        @Override
        public String read(Route r, Snapshot s) {
            long flow = r.attributes().u32(Rtnetlink.RTA_FLOW, 0);
            long from = flow >>> 16;
            String to = Long.toString(flow & 0xffff);
            return flow == 0 ? "" : from == 0 ? to : from + "/" + to;
        }

        @Override
        public Route write(Route r, String text, Snapshot s) throws InvalidFieldException {
            if (text.isEmpty()) {
                return r.without(Rtnetlink.RTA_FLOW);
            }
            if (r.family() == Family.INET6) {
                throw new InvalidFieldException("only-ipv4", text);
            }
            int slash = text.indexOf('/');
            long from =
                    slash < 0 ? 0 : FieldTexts.unsigned(text.substring(0, slash), 0xffff, "realms");
            long to = FieldTexts.unsigned(text.substring(slash + 1), 0xffff, "realms");
            return r.with(Rtnetlink.RTA_FLOW, Bytes.u32(from << 16 | to));
        }
    }
}
