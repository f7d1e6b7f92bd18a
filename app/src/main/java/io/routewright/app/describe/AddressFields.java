package io.routewright.app.describe;

import io.routewright.app.describe.FieldList.Shape;
import io.routewright.app.text.KernelWords;
import io.routewright.netlink.Address;
import io.routewright.netlink.AddressHeader;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.Family;
import io.routewright.netlink.IfLinkH;

import java.util.HashMap;
import java.util.Map;

/// The fields of an address.
final class AddressFields {
    private static final Map<Integer, Shape> SHAPES = new HashMap<>();

    static {
        SHAPES.put(IfLinkH.IFA_ADDRESS, Show.address("peer"));
        SHAPES.put(IfLinkH.IFA_LOCAL, Show.address("address"));
        SHAPES.put(IfLinkH.IFA_LABEL, Show.text("label"));
        SHAPES.put(IfLinkH.IFA_BROADCAST, Show.address("broadcast"));
        SHAPES.put(IfLinkH.IFA_CACHEINFO, new Shape("lifetimes", 8, (v, s) -> lifetimes(v)));
        SHAPES.put(
                IfLinkH.IFA_FLAGS,
                new Shape(
                        "flags",
                        4,
                        (v, s) -> String.join(" ", KernelWords.addressFlags(v.u32At(0)))));
        SHAPES.put(IfLinkH.IFA_RT_PRIORITY, Show.u32("metric"));
        SHAPES.put(IfLinkH.IFA_PROTO, Show.u8("origin"));
    }

    private AddressFields() {}

    static void fill(Address a, FieldList out) {
        AddressHeader h = a.header();
        out.add("family", a.family() == Family.INET ? "IPv4" : "IPv6", h.family());
        out.add("interface", Show.link(h.ifindex(), out.snapshot()), h.ifindex());
        out.add("prefixLength", Integer.toString(h.prefixLength()), h.prefixLength());
        out.add("scope", Show.named(KernelWords.scope(h.scope()), h.scope()), h.scope());
        out.addAll(a.attributes(), SHAPES);
    }

    private static String lifetimes(Bytes v) {
        return FieldList.label("preferred")
                + " "
                + seconds(v.u32At(0))
                + ", "
                + FieldList.label("valid")
                + " "
                + seconds(v.u32At(4));
    }

    private static String seconds(long value) {
        return value == 0xffff_ffffL ? FieldList.label("forever") : value + " s";
    }
}
