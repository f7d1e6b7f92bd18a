package io.routewright.daemon.relay;

import io.routewright.protocol.Frame;
import io.routewright.protocol.Limits;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Room for one frame to a client, outside the heap: kernel bytes are received where they are sent from, and
/// never copied. Owned by one thread.
final class FrameBuffer {
    private final ByteBuffer raw =
            ByteBuffer.allocateDirect(Frame.HEADER + Limits.TO_CLIENT)
                    .order(ByteOrder.nativeOrder());

    FrameBuffer() {
        clear();
    }

    /// Where the next payload bytes go: position to limit.
    ByteBuffer room() {
        return raw;
    }

    /// Payload bytes held.
    int length() {
        return raw.position() - Frame.HEADER;
    }

    void clear() {
        raw.clear().position(Frame.HEADER);
    }

    /// The payload as a frame, ready to be sent; invalid after the next `clear`.
    ByteBuffer frame(int type, long requestId) {
        ByteBuffer out = raw.duplicate().flip();
        Frame.putHeader(out, length(), type, requestId);
        return out.position(0);
    }
}
