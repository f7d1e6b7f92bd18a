package io.routewright.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/// A neighbour entry: struct ndmsg and its attributes (linux/neighbour.h), kept whole and in order.
///
/// @param state NUD_*: 1 incomplete, 2 reachable, 4 stale, 8 delay, 16 probe, 32 failed, 64 noarp, 128 permanent
public record Neighbour(
        int family, int ifindex, int state, int flags, int type, Attributes attributes)
        implements RtnetlinkObject {
    private static final int SIZE = 12;

    /// @throws MalformedMessageException too short, or an attribute list that does not fit
    public static Neighbour parse(Bytes b) throws MalformedMessageException {
        if (b.length() < SIZE) {
            throw new MalformedMessageException("neighbour message of " + b.length() + " bytes");
        }
        return new Neighbour(
                b.u8At(0),
                b.s32At(4),
                b.u16At(8),
                b.u8At(10),
                b.u8At(11),
                Attributes.parse(b.from(SIZE)));
    }

    @Override
    public Bytes payload() {
        ByteBuffer out = ByteBuffer.allocate(SIZE).order(ByteOrder.nativeOrder());
        out.put((byte) family).position(4).putInt(ifindex).putShort((short) state);
        return Bytes.join(
                Bytes.of(out.put((byte) flags).put((byte) type).array()), attributes.encode());
    }

    @Override
    public int newType() {
        return Rtnetlink.RTM_NEWNEIGH;
    }

    /// The neighbour's address; empty for bridge entries.
    public Optional<IpAddress> address() {
        return attributes.find(IfLinkH.NDA_DST).flatMap(IpAddress::of);
    }

    /// The link-layer address; empty bytes while unknown.
    public Bytes hardwareAddress() {
        return attributes.find(IfLinkH.NDA_LLADDR).orElse(Bytes.EMPTY);
    }
}
