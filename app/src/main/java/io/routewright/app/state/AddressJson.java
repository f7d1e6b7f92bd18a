package io.routewright.app.state;

import io.routewright.netlink.Address;
import io.routewright.netlink.Attributes;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.Family;
import io.routewright.netlink.IfLinkH;
import io.routewright.netlink.IpAddress;

/// An address as an element of `addr_info` in `ip -j -d -N addr` (iproute2 7.1, ip/ipaddress.c, print_addrinfo).
final class AddressJson {
    private static final int IFA_ANYCAST = 5;
    private static final int IFA_MULTICAST = 7;

    /// IFA_F_* in the order `ip` prints them. `permanent` is told by its absence.
    private enum Flag {
        SECONDARY(0x01, "secondary"),
        NODAD(0x02, "nodad"),
        OPTIMISTIC(0x04, "optimistic"),
        DADFAILED(0x08, "dadfailed"),
        HOME(0x10, "home"),
        DEPRECATED(0x20, "deprecated"),
        TENTATIVE(0x40, "tentative"),
        PERMANENT(0x80, "dynamic"),
        MNGTMPADDR(0x100, "mngtmpaddr"),
        NOPREFIXROUTE(0x200, "noprefixroute"),
        AUTOJOIN(0x400, "autojoin"),
        STABLE_PRIVACY(0x800, "stable-privacy");

        private final int bit;
        private final String key;

        Flag(int bit, String key) {
            this.bit = bit;
            this.key = key;
        }
    }

    private AddressJson() {}

    static JsonObject of(Address a) {
        JsonObject json =
                new JsonObject().put("family", a.family() == Family.INET ? "inet" : "inet6");
        json.put("local", a.local().address().toString());
        if (!a.peer().equals(a.local().address())) {
            json.put("address", a.peer().toString());
        }
        json.put("prefixlen", a.header().prefixLength());
        Attributes all = a.attributes();
        if (all.has(IfLinkH.IFA_RT_PRIORITY)) {
            json.put("metric", all.u32(IfLinkH.IFA_RT_PRIORITY, 0));
        }
        other(all, IfLinkH.IFA_BROADCAST, "broadcast", json);
        other(all, IFA_ANYCAST, "anycast", json);
        other(all, IFA_MULTICAST, "multicast", json);
        json.text("scope", a.scope());
        flags(a, json);
        tail(a, json);
        return json;
    }

    private static void other(Attributes all, int kind, String key, JsonObject json) {
        all.find(kind).flatMap(IpAddress::of).ifPresent(o -> json.put(key, o.toString()));
    }

    private static void flags(Address a, JsonObject json) {
        long rest = a.flags();
        for (Flag f : Flag.values()) {
            boolean isSet = (rest & f.bit) != 0;
            if (isSet != (f == Flag.PERMANENT)) {
                boolean isTemporary = f == Flag.SECONDARY && a.family() == Family.INET6;
                json.put(isTemporary ? "temporary" : f.key, true);
            }
            rest &= ~(long) f.bit;
        }
        if (rest != 0) {
            json.put("ifa_flags", String.format("%02x", rest));
        }
    }

    private static void tail(Address a, JsonObject json) {
        Attributes all = a.attributes();
        if (all.has(IfLinkH.IFA_PROTO)) {
            json.hex("protocol", all.u8(IfLinkH.IFA_PROTO, 0));
        }
        if (all.has(IfLinkH.IFA_LABEL)) {
            json.put("label", a.label());
        }
        Bytes cache = all.find(IfLinkH.IFA_CACHEINFO).orElse(Bytes.EMPTY);
        if (cache.length() >= 8) {
            boolean isDeprecated = (a.flags() & IfLinkH.IFA_F_DEPRECATED) != 0;
            long preferred = cache.u32At(0);
            boolean isForever = preferred == 0xffff_ffffL;
            json.put("valid_life_time", cache.u32At(4));
            json.put(
                    "preferred_life_time", isDeprecated && !isForever ? cache.s32At(0) : preferred);
        }
    }
}
