package io.routewright.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// struct nhmsg (linux/nexthop.h), 8 bytes. `flags` are RTNH_F_*.
public record NexthopHeader(int family, int scope, int protocol, int flags) {
    static final int SIZE = 8;

    static NexthopHeader parse(Bytes b) {
        return new NexthopHeader(b.u8At(0), b.u8At(1), b.u8At(2), b.s32At(4));
    }

    Bytes encode() {
        ByteBuffer out = ByteBuffer.allocate(SIZE).order(ByteOrder.nativeOrder());
        out.put((byte) family).put((byte) scope).put((byte) protocol).put((byte) 0).putInt(flags);
        return Bytes.of(out.array());
    }
}
