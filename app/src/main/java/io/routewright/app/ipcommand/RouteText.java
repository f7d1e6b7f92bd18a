package io.routewright.app.ipcommand;

import io.routewright.app.text.KernelWords;
import io.routewright.netlink.Attribute;
import io.routewright.netlink.Attributes;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.Canonical;
import io.routewright.netlink.Family;
import io.routewright.netlink.Nexthop;
import io.routewright.netlink.Route;
import io.routewright.netlink.RouteType;
import io.routewright.netlink.Rtnetlink;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Routes as `ip route` commands.
final class RouteText {
    private static final int USER_HZ = 100;
    private static final Set<Integer> WRITTEN =
            Set.of(
                    Rtnetlink.RTA_DST,
                    Rtnetlink.RTA_SRC,
                    Rtnetlink.RTA_OIF,
                    Rtnetlink.RTA_GATEWAY,
                    Rtnetlink.RTA_VIA,
                    Rtnetlink.RTA_PRIORITY,
                    Rtnetlink.RTA_PREFSRC,
                    Rtnetlink.RTA_METRICS,
                    Rtnetlink.RTA_MULTIPATH,
                    Rtnetlink.RTA_FLOW,
                    Rtnetlink.RTA_CACHEINFO,
                    Rtnetlink.RTA_TABLE,
                    Rtnetlink.RTA_PREF,
                    Rtnetlink.RTA_EXPIRES,
                    Rtnetlink.RTA_NH_ID);

    private RouteText() {}

    /// `ip [-6] route VERB …` with everything the route has.
    static String command(String verb, Route route, Naming names) {
        Route r = withoutDerived(route);
        Line out = start(verb, r);
        identity(out, r, names);
        out.addIf(r.protocol() != Rtnetlink.RTPROT_BOOT, "proto", names.protocol(r.protocol()));
        scope(out, r, names);
        r.preferredSource().ifPresent(a -> out.add("src", a.toString()));
        flow(out, r);
        expires(out, route);
        int preference = r.attributes().u8(Rtnetlink.RTA_PREF, 0);
        out.addIf(preference != 0, "pref", KernelWords.preference(preference));
        MetricsText.append(out, r.metrics());
        multipath(out, r, names);
        return out + comment(r);
    }

    /// `ip [-6] route del …` with what tells the route from others.
    static String deletion(Route route, Naming names) {
        Route r = withoutDerived(route);
        Line out = start("del", r);
        identity(out, r, names);
        out.add("proto", names.protocol(r.protocol()));
        scope(out, r, names);
        r.preferredSource().ifPresent(a -> out.add("src", a.toString()));
        multipath(out, r, names);
        return out.toString();
    }

    /// Without what the kernel derives; the lifetime is read from the whole route.
    private static Route withoutDerived(Route r) {
        return r.nexthopId() != 0 || r.type().isReject() ? (Route) Canonical.of(r) : r;
    }

    private static Line start(String verb, Route r) {
        return Line.of(r.family() == Family.INET6 ? "ip -6 route" : "ip route").add(verb);
    }

    private static void identity(Line out, Route r, Naming names) {
        out.addIf(r.type() != RouteType.UNICAST, r.type().word());
        out.add(r.destination().shortText());
        out.addIf(r.header().sourceLength() > 0, "from", r.source().shortText());
        out.addIf(r.tos() != 0, "tos", KernelWords.tos(r.tos()));
        out.addIf(r.nexthopId() != 0, "nhid", Long.toString(r.nexthopId()));
        if (!r.isMultipath()) {
            r.nexthops().forEach(leg -> leg(out, leg, r.family(), names));
        }
        boolean isDefault = r.tableId() == RouteDefaults.table(r.type());
        out.addIf(!isDefault, "table", names.table(r.tableId()));
        boolean hasMetric = r.attributes().has(Rtnetlink.RTA_PRIORITY);
        out.addIf(hasMetric, "metric", Long.toString(r.metric()));
    }

    private static void leg(Line out, Nexthop leg, Family family, Naming names) {
        leg.gateway()
                .ifPresent(g -> {
                    String word = g.family() == family ? "" : "inet6 ";
                    out.add("via", word + g);
                });
        out.addIf(leg.ifindex() != 0, "dev", names.link(leg.ifindex()));
        out.addIf(leg.isOnLink(), "onlink");
    }

    private static void scope(Line out, Route r, Naming names) {
        boolean hasNexthop = r.nexthopId() != 0 || r.isMultipath() || r.gateway().isPresent();
        boolean isDefault =
                r.family() == Family.INET6
                        || r.scope() == RouteDefaults.scope(r.family(), r.type(), hasNexthop);
        out.addIf(!isDefault, "scope", names.scope(r.scope()));
    }

    private static void flow(Line out, Route r) {
        if (r.attributes().has(Rtnetlink.RTA_FLOW)) {
            out.add("realms", realms(r.attributes().u32(Rtnetlink.RTA_FLOW, 0)));
        }
    }

    static String realms(long flow) {
        long from = flow >> 16;
        return from == 0 ? Long.toString(flow & 0xffff) : from + "/" + (flow & 0xffff);
    }

    private static void expires(Line out, Route r) {
        long seconds =
                r.attributes()
                        .find(Rtnetlink.RTA_CACHEINFO)
                        .filter(v -> v.length() >= 12)
                        .map(v -> v.s32At(8) / USER_HZ)
                        .orElse(0);
        seconds = r.attributes().u32(Rtnetlink.RTA_EXPIRES, seconds);
        out.addIf(seconds > 0, "expires", Long.toString(seconds));
    }

    private static void multipath(Line out, Route r, Naming names) {
        if (!r.isMultipath()) {
            return;
        }
        for (Nexthop leg : r.nexthops()) {
            out.add("nexthop");
            leg(out, leg, r.family(), names);
            out.add("weight", Integer.toString(leg.weight()));
            Attributes inner = leg.attributes();
            if (inner.has(Rtnetlink.RTA_FLOW)) {
                out.add("realms", realms(inner.u32(Rtnetlink.RTA_FLOW, 0)));
            }
        }
    }

    /// Names what a command cannot say, as a shell comment.
    private static String comment(Route r) {
        List<String> unwritten =
                r.attributes().list().stream()
                        .filter(a -> !WRITTEN.contains(a.kind()))
                        .map(RouteText::unwritten)
                        .toList();
        return unwritten.isEmpty() ? "" : " # " + String.join(", ", unwritten);
    }

    private static String unwritten(Attribute a) {
        Bytes value = a.value();
        String word =
                switch (a.kind()) {
                    case Rtnetlink.RTA_ENCAP_TYPE -> "encap-type";
                    case Rtnetlink.RTA_ENCAP -> "encap";
                    default -> "attribute " + a.kind();
                };
        return word + " " + value;
    }

    static String joined(List<String> words) {
        return words.stream().filter(w -> !w.isEmpty()).collect(Collectors.joining(" "));
    }
}
