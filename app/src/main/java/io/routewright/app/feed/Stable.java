package io.routewright.app.feed;

import io.routewright.netlink.Address;
import io.routewright.netlink.Attributes;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.Family;
import io.routewright.netlink.IfLinkH;
import io.routewright.netlink.Link;
import io.routewright.netlink.Neighbour;
import io.routewright.netlink.NexthopH;
import io.routewright.netlink.NexthopObject;
import io.routewright.netlink.Route;
import io.routewright.netlink.Rtnetlink;
import io.routewright.netlink.RtnetlinkObject;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Keeps an object as it is while nothing but a counter or a timer in it moves: a staged change finds its object
/// again, and a list that was read again unchanged is no news.
///
/// A life time that only runs down counts as a timer; one that was set anew does not.
final class Stable {
    private static final int IFLA_STATS = 7;
    private static final int IFLA_AF_SPEC = 26;
    private static final int NDA_CACHEINFO = 3;
    private static final int NDA_PROBES = 4;

    /// IFLA_BR_HELLO_TIMER, TCN_TIMER, TOPOLOGY_CHANGE_TIMER, GC_TIMER.
    private static final int[] BRIDGE_TIMERS = {16, 17, 18, 19};

    /// IFLA_BRPORT_MESSAGE_AGE_TIMER, FORWARD_DELAY_TIMER, HOLD_TIMER.
    private static final int[] PORT_TIMERS = {21, 22, 23};

    private Stable() {}

    /// `fresh`, with the objects of `held` in place of those that differ in timers only; `held` itself when it holds
    /// the same in the same order.
    static List<RtnetlinkObject> merge(List<RtnetlinkObject> held, List<RtnetlinkObject> fresh) {
        if (isSame(held, fresh)) {
            return held;
        }
        if (fresh.isEmpty() || !mayTick(fresh.getFirst())) {
            return List.copyOf(fresh);
        }
        Map<RtnetlinkObject, RtnetlinkObject> known = new HashMap<>();
        held.forEach(o -> known.putIfAbsent(still(o), o));
        List<RtnetlinkObject> merged = new ArrayList<>(fresh.size());
        for (RtnetlinkObject now : fresh) {
            RtnetlinkObject before = known.get(still(now));
            merged.add(before != null && runsDown(before, now) ? before : now);
        }
        return List.copyOf(merged);
    }

    private static boolean isSame(List<RtnetlinkObject> held, List<RtnetlinkObject> fresh) {
        if (held.size() != fresh.size()) {
            return false;
        }
        for (int i = 0; i < fresh.size(); i++) {
            if (!isSame(held.get(i), fresh.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSame(RtnetlinkObject held, RtnetlinkObject fresh) {
        return held.equals(fresh)
                || (mayTick(fresh)
                        && held.newType() == fresh.newType()
                        && still(held).equals(still(fresh))
                        && runsDown(held, fresh));
    }

    private static boolean mayTick(RtnetlinkObject object) {
        return switch (object) {
            case Route r -> r.family() == Family.INET6;
            case Link l -> true;
            case Address a -> true;
            case Neighbour n -> true;
            case NexthopObject n -> true;
            default -> false;
        };
    }

    /// The object without what moves by itself.
    private static RtnetlinkObject still(RtnetlinkObject object) {
        return switch (object) {
            case Route r -> r.without(Rtnetlink.RTA_CACHEINFO);
            case Link l -> new Link(l.header(), still(l.attributes()));
            case Address a -> a.without(IfLinkH.IFA_CACHEINFO);
            case Neighbour n ->
                    new Neighbour(
                            n.family(),
                            n.ifindex(),
                            n.state(),
                            n.flags(),
                            n.type(),
                            n.attributes().without(NDA_CACHEINFO, NDA_PROBES));
            case NexthopObject n -> still(n);
            default -> object;
        };
    }

    private static Attributes still(Attributes link) {
        Attributes bare = link.without(IFLA_STATS, IfLinkH.IFLA_STATS64, IFLA_AF_SPEC);
        Attributes info = bare.nested(IfLinkH.IFLA_LINKINFO);
        Attributes next = withoutInside(info, IfLinkH.IFLA_INFO_DATA, BRIDGE_TIMERS, "bridge");
        next = withoutInside(next, IfLinkH.IFLA_INFO_SLAVE_DATA, PORT_TIMERS, "bridge");
        return info.equals(next) ? bare : bare.with(IfLinkH.IFLA_LINKINFO, next.encode());
    }

    private static Attributes withoutInside(Attributes info, int nest, int[] kinds, String owner) {
        int word =
                nest == IfLinkH.IFLA_INFO_DATA
                        ? IfLinkH.IFLA_INFO_KIND
                        : IfLinkH.IFLA_INFO_SLAVE_KIND;
        return info.has(nest) && info.text(word).equals(owner)
                ? info.with(nest, info.nested(nest).without(kinds).encode())
                : info;
    }

    private static NexthopObject still(NexthopObject n) {
        NexthopObject bare = n.without(NexthopH.NHA_GROUP_STATS);
        return n.attributes().has(NexthopH.NHA_RES_GROUP)
                ? bare.with(
                        NexthopH.NHA_RES_GROUP,
                        n.attributes()
                                .nested(NexthopH.NHA_RES_GROUP)
                                .without(NexthopH.NHA_RES_GROUP_UNBALANCED_TIME)
                                .encode())
                : bare;
    }

    private static boolean runsDown(RtnetlinkObject before, RtnetlinkObject now) {
        return switch (now) {
            case Route r ->
                    expiresRunsDown(
                            cacheOf(before, Rtnetlink.RTA_CACHEINFO),
                            cacheOf(r, Rtnetlink.RTA_CACHEINFO));
            case Address a ->
                    isSetAtTheSameTime(
                            cacheOf(before, IfLinkH.IFA_CACHEINFO),
                            cacheOf(a, IfLinkH.IFA_CACHEINFO));
            default -> true;
        };
    }

    private static Bytes cacheOf(RtnetlinkObject object, int kind) {
        return object.attributes().find(kind).orElse(Bytes.EMPTY);
    }

    /// struct rta_cacheinfo: clntref, lastuse, expires, error, …; each 32 bits.
    private static boolean expiresRunsDown(Bytes before, Bytes now) {
        if (before.length() < 16 || now.length() < 16) {
            return before.equals(now);
        }
        int was = before.s32At(8);
        int is = now.s32At(8);
        return before.s32At(12) == now.s32At(12)
                && Integer.signum(was) == Integer.signum(is)
                && is <= was;
    }

    /// struct ifa_cacheinfo: preferred, valid, then when made and when last set.
    private static boolean isSetAtTheSameTime(Bytes before, Bytes now) {
        if (before.length() < 16 || now.length() < 16) {
            return before.equals(now);
        }
        return before.slice(8, 8).equals(now.slice(8, 8));
    }
}
