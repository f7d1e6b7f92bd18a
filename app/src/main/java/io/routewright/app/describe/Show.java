package io.routewright.app.describe;

import io.routewright.app.describe.FieldList.Shape;
import io.routewright.app.store.Snapshot;
import io.routewright.app.text.KernelWords;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.IpAddress;
import io.routewright.netlink.Nexthop;

/// Values in words.
final class Show {
    private Show() {}

    static Shape u8(String key) {
        return new Shape(key, 1, (v, s) -> Integer.toString(v.u8At(0)));
    }

    static Shape u16(String key) {
        return new Shape(key, 2, (v, s) -> Integer.toString(v.u16At(0)));
    }

    static Shape u32(String key) {
        return new Shape(key, 4, (v, s) -> Long.toString(v.u32At(0)));
    }

    static Shape hex32(String key) {
        return new Shape(key, 4, (v, s) -> "0x" + Long.toHexString(v.u32At(0)));
    }

    static Shape hex32be(String key) {
        return new Shape(key, 4, (v, s) -> "0x" + Long.toHexString(v.u32beAt(0)));
    }

    static Shape text(String key) {
        return new Shape(key, 0, (v, s) -> v.asText());
    }

    static Shape flag(String key) {
        return new Shape(key, 0, (v, s) -> FieldList.label("yes"));
    }

    static Shape bytes(String key) {
        return new Shape(key, 0, (v, s) -> v.toString());
    }

    static Shape address(String key) {
        return new Shape(key, 4, (v, s) -> address(v));
    }

    static Shape link(String key) {
        return new Shape(key, 4, (v, s) -> link(v.s32At(0), s));
    }

    static Shape table(String key) {
        return new Shape(key, 4, (v, s) -> table(v.u32At(0), s));
    }

    static Shape realms(String key) {
        return new Shape(key, 4, (v, s) -> realms(v.u32At(0)));
    }

    static String address(Bytes raw) {
        return IpAddress.of(raw).map(IpAddress::toString).orElse(raw.toString());
    }

    /// `eth0 (2)`.
    static String link(int ifindex, Snapshot snapshot) {
        return ifindex == 0 ? "0" : snapshot.links().nameOf(ifindex) + " (" + ifindex + ")";
    }

    /// `isp2 (100)`, or the number alone.
    static String table(long tableId, Snapshot snapshot) {
        return snapshot.tableNames()
                .nameOf(tableId)
                .map(name -> name + " (" + tableId + ")")
                .orElse(Long.toString(tableId));
    }

    /// `static (4)`, or the number alone.
    static String named(String word, long number) {
        return word.equals(Long.toString(number)) ? word : word + " (" + number + ")";
    }

    /// `from/to`, or the destination realm alone.
    static String realms(long flow) {
        long from = flow >> 16;
        return from == 0 ? Long.toString(flow & 0xffff) : from + "/" + (flow & 0xffff);
    }

    /// One leg of a route: `via 10.0.0.1 dev eth0 weight 2 onlink`.
    static String leg(Nexthop leg, Snapshot snapshot, boolean withWeight) {
        StringBuilder out = new StringBuilder();
        leg.gateway().ifPresent(g -> out.append("via ").append(g).append(' '));
        if (leg.ifindex() != 0) {
            out.append("dev ").append(snapshot.links().nameOf(leg.ifindex())).append(' ');
        }
        if (withWeight) {
            out.append("weight ").append(leg.weight()).append(' ');
        }
        KernelWords.routeFlags(leg.flags()).forEach(f -> out.append(f).append(' '));
        return out.toString().strip();
    }
}
