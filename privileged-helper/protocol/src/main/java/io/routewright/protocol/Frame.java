package io.routewright.protocol;

import io.routewright.netlink.Bytes;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// One frame: `u32 length | u16 type | u16 flags | u64 requestId | payload`, little-endian; `length` counts the payload
/// only. `flags` must be 0. The payload is a flat list of attributes in the netlink layout, or, for state frames,
/// raw netlink messages.
public record Frame(int type, int flags, long requestId, Bytes payload) {
    /// Bytes before the payload.
    public static final int HEADER = 16;

    /// Writes a header at the position of `out` (little-endian) and moves behind it.
    ///
    /// @param length bytes of the payload that follows
    public static void putHeader(ByteBuffer out, int length, int type, long requestId) {
        out.order(ByteOrder.LITTLE_ENDIAN)
                .putInt(length)
                .putShort((short) type)
                .putShort((short) 0);
        out.putLong(requestId);
    }

    /// The frame as it stands on the wire.
    public ByteBuffer encode() {
        ByteBuffer out =
                ByteBuffer.allocate(HEADER + payload.length()).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(payload.length())
                .putShort((short) type)
                .putShort((short) flags)
                .putLong(requestId);
        return out.put(payload.view()).flip();
    }
}
