package io.routewright.app.ipcommand;

import io.routewright.app.text.KernelWords;
import io.routewright.netlink.Address;
import io.routewright.netlink.Family;
import io.routewright.netlink.IfLinkH;
import io.routewright.netlink.IpAddress;

/// Addresses as `ip addr` commands.
final class AddressText {
    private static final long FOREVER = 0xffff_ffffL;

    /// Flags a command can set (iproute2, ip/ipaddress.c, ifa_flag_data).
    static final int SETTABLE =
            IfLinkH.IFA_F_NODAD
                    | 0x04
                    | 0x10
                    | IfLinkH.IFA_F_MANAGETEMPADDR
                    | IfLinkH.IFA_F_NOPREFIXROUTE
                    | 0x400;

    private AddressText() {}

    static String command(String verb, Address a, Naming names) {
        Line out = Line.of("ip addr").add(verb);
        identity(out, a);
        a.attributes()
                .find(IfLinkH.IFA_BROADCAST)
                .flatMap(IpAddress::of)
                .ifPresent(b -> out.add("brd", b.toString()));
        String link = names.link(a.ifindex());
        out.add("dev", link);
        boolean hasLabel = !a.label().isEmpty() && !a.label().equals(link);
        out.addIf(hasLabel, "label", a.label());
        boolean isDefault = a.scope() == defaultScope(a);
        out.addIf(!isDefault, "scope", names.scope(a.scope()));
        long metric = a.attributes().u32(IfLinkH.IFA_RT_PRIORITY, 0);
        out.addIf(metric != 0, "metric", Long.toString(metric));
        KernelWords.addressFlags(a.flags() & SETTABLE).forEach(out::add);
        int protocol = a.attributes().u8(IfLinkH.IFA_PROTO, 0);
        out.addIf(protocol != 0, "proto", Integer.toString(protocol));
        if (a.validLifetime() != FOREVER || a.preferredLifetime() != FOREVER) {
            out.add("valid_lft", lifetime(a.validLifetime()));
            out.add("preferred_lft", lifetime(a.preferredLifetime()));
        }
        return out.toString();
    }

    static String deletion(Address a, Naming names) {
        Line out = Line.of("ip addr del");
        identity(out, a);
        return out.add("dev", names.link(a.ifindex())).toString();
    }

    private static void identity(Line out, Address a) {
        IpAddress own = a.local().address();
        if (a.peer().equals(own)) {
            out.add(own + "/" + a.local().length());
        } else {
            out.add(own.toString()).add("peer", a.peer() + "/" + a.local().length());
        }
    }

    /// The scope `ip addr add` gives: host for 127.0.0.0/8, else global.
    static int defaultScope(Address a) {
        boolean isLoopback =
                a.family() == Family.INET && a.local().address().bytes().u8At(0) == 127;
        return isLoopback ? 254 : 0;
    }

    private static String lifetime(long seconds) {
        return seconds == FOREVER ? "forever" : Long.toString(seconds);
    }
}
