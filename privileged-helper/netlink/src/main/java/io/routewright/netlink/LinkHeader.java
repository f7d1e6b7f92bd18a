package io.routewright.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// struct ifinfomsg (linux/rtnetlink.h), 16 bytes. `flags` are IFF_*, `change` the mask of flags to change.
public record LinkHeader(int family, int hardwareType, int ifindex, int flags, int change) {
    static final int SIZE = 16;

    static LinkHeader parse(Bytes b) {
        return new LinkHeader(b.u8At(0), b.u16At(2), b.s32At(4), b.s32At(8), b.s32At(12));
    }

    Bytes encode() {
        ByteBuffer out = ByteBuffer.allocate(SIZE).order(ByteOrder.nativeOrder());
        out.put((byte) family).put((byte) 0).putShort((short) hardwareType);
        return Bytes.of(out.putInt(ifindex).putInt(flags).putInt(change).array());
    }
}
