package io.routewright.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// struct ifaddrmsg (linux/if_addr.h), 8 bytes. `flags` holds the low byte; IFA_FLAGS overrides it.
public record AddressHeader(int family, int prefixLength, int flags, int scope, int ifindex) {
    static final int SIZE = 8;

    static AddressHeader parse(Bytes b) {
        return new AddressHeader(b.u8At(0), b.u8At(1), b.u8At(2), b.u8At(3), b.s32At(4));
    }

    Bytes encode() {
        ByteBuffer out = ByteBuffer.allocate(SIZE).order(ByteOrder.nativeOrder());
        out.put((byte) family).put((byte) prefixLength).put((byte) flags).put((byte) scope);
        return Bytes.of(out.putInt(ifindex).array());
    }
}
