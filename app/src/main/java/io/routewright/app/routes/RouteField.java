package io.routewright.app.routes;

import io.routewright.app.store.Snapshot;
import io.routewright.netlink.Route;
import io.routewright.netlink.Rtnetlink;

import java.util.Locale;

/// Every part of a route as a text that can be edited. An empty text means "not said"; flags read `yes`.
/// Writing patches the raw attributes: what belongs to other fields stays byte for byte.
enum RouteField {
    TYPE("", new KeyFields.Type()),
    DESTINATION("", new KeyFields.Destination()),
    GATEWAY("via", new LegFields.Gateway()),
    LINK("dev", new LegFields.OnLink()),
    TABLE("table", new KeyFields.Table()),
    METRIC("metric", new KeyFields.Metric()),
    SOURCE("src", new LegFields.PreferredSource()),
    PROTOCOL("proto", new KeyFields.Protocol()),
    SCOPE("scope", new KeyFields.Scope()),
    ONLINK("onlink", new LegFields.IsOnLink()),
    NEXTHOP("nhid", new LegFields.NexthopId()),
    TOS("tos", new KeyFields.Tos()),
    FROM("from", new KeyFields.From()),
    MTU("mtu", new Metrics.Number(Rtnetlink.RTAX_MTU, 0)),
    ADVMSS("advmss", new Metrics.Number(Rtnetlink.RTAX_ADVMSS, 0)),
    INITCWND("initcwnd", new Metrics.Number(Rtnetlink.RTAX_INITCWND, 0)),
    INITRWND("initrwnd", new Metrics.Number(Rtnetlink.RTAX_INITRWND, 0)),
    HOPLIMIT("hoplimit", new Metrics.Number(Rtnetlink.RTAX_HOPLIMIT, 0)),
    WINDOW("window", new Metrics.Number(Rtnetlink.RTAX_WINDOW, 0)),
    RTT("rtt", new Metrics.Number(Rtnetlink.RTAX_RTT, 3)),
    RTTVAR("rttvar", new Metrics.Number(Rtnetlink.RTAX_RTTVAR, 2)),
    RTO_MIN("rto_min", new Metrics.Number(Rtnetlink.RTAX_RTO_MIN, 0)),
    CWND("cwnd", new Metrics.Number(Rtnetlink.RTAX_CWND, 0)),
    SSTHRESH("ssthresh", new Metrics.Number(Rtnetlink.RTAX_SSTHRESH, 0)),
    REORDERING("reordering", new Metrics.Number(Rtnetlink.RTAX_REORDERING, 0)),
    QUICKACK("quickack", new Metrics.Number(Rtnetlink.RTAX_QUICKACK, 0)),
    FASTOPEN("fastopen_no_cookie", new Metrics.Number(Rtnetlink.RTAX_FASTOPEN_NO_COOKIE, 0)),
    FEATURES("features", new Metrics.Features()),
    CONGCTL("congctl", new Metrics.Congestion()),
    PREF("pref", new RareFields.Preference()),
    EXPIRES("expires", new RareFields.Expires()),
    REALMS("realms", new RareFields.Realms());

    /// Reads and writes one field.
    interface Codec {
        String read(Route route, Snapshot snapshot);

        /// @param text stripped and different from what `read` gives; empty to take the field away
        /// @throws InvalidFieldException the text is no value for this field
        Route write(Route route, String text, Snapshot snapshot) throws InvalidFieldException;
    }

    static final String YES = "yes";

    private final String word;
    private final Codec codec;

    RouteField(String word, Codec codec) {
        this.word = word;
        this.codec = codec;
    }

    /// The word of `ip route` before the value; empty where there is none.
    String word() {
        return word;
    }

    /// Key of its label in the bundle.
    String key() {
        return "field." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Rare enough for one common column of details.
    boolean isDetail() {
        return compareTo(MTU) >= 0;
    }

    String read(Route route, Snapshot snapshot) {
        return codec.read(route, snapshot);
    }

    /// The route with this field saying `text`, and the very same route when it says so already.
    ///
    /// @throws InvalidFieldException the text is no value for this field
    Route write(Route route, String text, Snapshot snapshot) throws InvalidFieldException {
        String wanted = text.strip();
        return wanted.equals(read(route, snapshot)) ? route : codec.write(route, wanted, snapshot);
    }
}
