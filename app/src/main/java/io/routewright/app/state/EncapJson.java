package io.routewright.app.state;

import io.routewright.netlink.Attributes;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.IpAddress;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// An encapsulation as `ip` prints it (iproute2 7.1, ip/iproute_lwtunnel.c, lwt_print_encap). Of the types `ip`, `ip6`,
/// `mpls` and `seg6` all fields are shown but tunnel options and HMAC; of the others only the type.
final class EncapJson {
    private static final int MPLS = 1;
    private static final int IP = 2;
    private static final int IP6 = 4;
    private static final int SEG6 = 5;

    private static final Map<Integer, String> NAMES =
            Map.of(
                    MPLS,
                    "mpls",
                    IP,
                    "ip",
                    3,
                    "ila",
                    IP6,
                    "ip6",
                    SEG6,
                    "seg6",
                    6,
                    "bpf",
                    7,
                    "seg6local",
                    8,
                    "rpl",
                    9,
                    "ioam6",
                    10,
                    "xfrm");

    private static final List<String> SEG6_MODES =
            List.of("inline", "encap", "l2encap", "encap.red", "l2encap.red");

    // linux/lwtunnel.h: LWTUNNEL_IP_* and LWTUNNEL_IP6_*.
    private static final int TUNNEL_ID = 1;
    private static final int TUNNEL_FLAGS = 6;
    private static final int FLAG_CSUM = 0x1;
    private static final int FLAG_KEY = 0x4;
    private static final int FLAG_SEQ = 0x8;

    private EncapJson() {}

    /// Adds the key `encap` where the attributes hold an encapsulation.
    static void add(Attributes all, int typeKind, int encapKind, JsonObject json) {
        if (all.has(encapKind) && all.has(typeKind)) {
            json.put("encap", of(all.u16(typeKind, 0), all.nested(encapKind)));
        }
    }

    private static JsonObject of(int type, Attributes inner) {
        JsonObject json = new JsonObject().put("encap_type", NAMES.getOrDefault(type, "unknown"));
        switch (type) {
            case MPLS -> mpls(inner, json);
            case IP -> tunnel(inner, new int[] {3, 2}, new String[] {"ttl", "tos"}, json);
            case IP6 -> tunnel(inner, new int[] {3, 2}, new String[] {"hoplimit", "tc"}, json);
            case SEG6 -> seg6(inner, json);
            default -> {
                /* only its type is shown */
            }
        }
        return json;
    }

    private static void mpls(Attributes inner, JsonObject json) {
        inner.find(1).ifPresent(labels -> json.put("dst", labelStack(labels)));
        inner.find(2).filter(v -> v.length() >= 1).ifPresent(v -> json.put("ttl", v.u8At(0)));
    }

    private static String labelStack(Bytes labels) {
        List<String> stack = new ArrayList<>();
        for (int at = 0; at + 4 <= labels.length(); at += 4) {
            stack.add(Long.toString(labels.u32beAt(at) >> 12));
        }
        return String.join("/", stack);
    }

    private static void tunnel(Attributes inner, int[] ends, String[] octets, JsonObject json) {
        inner.find(TUNNEL_ID)
                .filter(v -> v.length() == 8)
                .ifPresent(v -> json.put("id", v.u64beAt(0)));
        address(inner, ends[0], "src", json);
        address(inner, ends[1], "dst", json);
        octet(inner, 4, octets[0], json);
        octet(inner, 5, octets[1], json);
        int flags =
                inner.find(TUNNEL_FLAGS)
                        .filter(v -> v.length() >= 2)
                        .map(v -> v.u16beAt(0))
                        .orElse(0);
        flag(flags & FLAG_KEY, "key", json);
        flag(flags & FLAG_CSUM, "csum", json);
        flag(flags & FLAG_SEQ, "seq", json);
    }

    private static void address(Attributes inner, int kind, String key, JsonObject json) {
        inner.find(kind).flatMap(IpAddress::of).ifPresent(a -> json.put(key, a.toString()));
    }

    private static void octet(Attributes inner, int kind, String key, JsonObject json) {
        inner.find(kind).filter(v -> v.length() >= 1).ifPresent(v -> json.put(key, v.u8At(0)));
    }

    private static void flag(int bit, String key, JsonObject json) {
        if (bit != 0) {
            json.put(key, true);
        }
    }

    /// struct seg6_iptunnel_encap: int mode, then struct ipv6_sr_hdr (8 bytes, first_segment at 4) and the segments in
    /// reverse order.
    private static void seg6(Attributes inner, JsonObject json) {
        Bytes raw = inner.find(1).orElse(Bytes.EMPTY);
        if (raw.length() < 12) {
            return;
        }
        int mode = raw.s32At(0);
        json.put(
                "mode", mode >= 0 && mode < SEG6_MODES.size() ? SEG6_MODES.get(mode) : "<unknown>");
        List<String> segments = new ArrayList<>();
        for (int i = raw.u8At(8); i >= 0; i--) {
            int at = 12 + 16 * i;
            if (at + 16 <= raw.length()) {
                IpAddress.of(raw.slice(at, 16)).ifPresent(a -> segments.add(a.toString()));
            }
        }
        json.put("segs", segments);
    }
}
