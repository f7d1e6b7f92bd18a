package io.routewright.protocol;

import io.routewright.netlink.Bytes;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/// Cuts a byte stream into frames. Owned by one thread. Memory: never more than the limit plus a header.
public final class FrameReader {
    private int limit;
    private ByteBuffer held;

    /// @param limit the largest payload accepted, in bytes
    public FrameReader(int limit) {
        this.limit = limit;
        this.held =
                ByteBuffer.allocate(Math.min(limit, 64 * 1024) + Frame.HEADER)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .flip();
    }

    /// Sets another limit, for frames not yet begun.
    public void setLimit(int limit) {
        this.limit = limit;
    }

    /// Takes over all remaining bytes of `in`. Call `next` until it is empty before feeding again.
    public void feed(ByteBuffer in) {
        if (held.capacity() - held.remaining() < in.remaining()) {
            grow(held.remaining() + in.remaining());
        }
        held.compact().put(in).flip();
    }

    private void grow(int needed) {
        ByteBuffer larger =
                ByteBuffer.allocate(Math.max(needed, held.capacity()))
                        .order(ByteOrder.LITTLE_ENDIAN);
        held = larger.put(held).flip();
    }

    /// The next whole frame, if there is one.
    ///
    /// @throws MalformedFrameException a length above the limit, or flags that are not 0
    public Optional<Frame> next() throws MalformedFrameException {
        if (held.remaining() < Frame.HEADER) {
            return Optional.empty();
        }
        int at = held.position();
        long length = Integer.toUnsignedLong(held.getInt(at));
        int flags = held.getShort(at + 6) & 0xffff;
        if (length > limit || flags != 0) {
            throw new MalformedFrameException(
                    "frame of "
                            + length
                            + " bytes, flags "
                            + flags
                            + "; at most "
                            + limit
                            + " bytes, flags 0");
        }
        if (held.remaining() < Frame.HEADER + length) {
            return Optional.empty();
        }
        Bytes payload = Bytes.of(held.slice(at + Frame.HEADER, (int) length));
        held.position(at + Frame.HEADER + (int) length);
        return Optional.of(
                new Frame(held.getShort(at + 4) & 0xffff, flags, held.getLong(at + 8), payload));
    }
}
