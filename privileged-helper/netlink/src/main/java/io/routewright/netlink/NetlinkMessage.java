package io.routewright.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// One netlink message: `u32 length, u16 type, u16 flags, u32 seq, u32 port`, then the payload
/// (struct nlmsghdr, linux/netlink.h; host order). `port` of a broadcast is the requester's.
public record NetlinkMessage(int type, int flags, int seq, int port, Bytes payload) {
    /// Bytes of struct nlmsghdr.
    public static final int HEADER = 16;

    /// Splits a datagram (or a run of them) into its messages.
    ///
    /// @throws MalformedMessageException a length is below 16 or beyond the end
    public static List<NetlinkMessage> parseAll(ByteBuffer source)
            throws MalformedMessageException {
        ByteBuffer in = source.duplicate().order(ByteOrder.nativeOrder());
        List<NetlinkMessage> found = new ArrayList<>();
        while (in.remaining() >= HEADER) {
            found.add(parseOne(in));
        }
        if (in.hasRemaining()) {
            throw new MalformedMessageException(
                    in.remaining() + " bytes left after the last message");
        }
        return found;
    }

    private static NetlinkMessage parseOne(ByteBuffer in) throws MalformedMessageException {
        int at = in.position();
        long length = Integer.toUnsignedLong(in.getInt(at));
        if (length < HEADER || length > in.remaining()) {
            throw new MalformedMessageException(
                    "message at offset " + at + " says length " + length);
        }
        Bytes payload = Bytes.of(in.slice(at + HEADER, (int) length - HEADER));
        int next = (int) Math.min((length + 3) & ~3L, in.remaining());
        in.position(at + next);
        return new NetlinkMessage(
                in.getShort(at + 4) & 0xffff,
                in.getShort(at + 6) & 0xffff,
                in.getInt(at + 8),
                in.getInt(at + 12),
                payload);
    }

    /// The message as it stands on the wire, padded to 4 bytes.
    public Bytes encode() {
        int length = HEADER + payload.length();
        ByteBuffer out = ByteBuffer.allocate((length + 3) & ~3).order(ByteOrder.nativeOrder());
        out.putInt(length).putShort((short) type).putShort((short) flags).putInt(seq).putInt(port);
        out.put(payload.view());
        return Bytes.of(out.array());
    }

    /// This message as a request of its own.
    public NetlinkMessage withRequest(int newFlags, int newSeq) {
        return new NetlinkMessage(type, newFlags, newSeq, 0, payload);
    }
}
