package io.routewright.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One leg of a route: struct rtnexthop and its attributes (linux/rtnetlink.h).
///
/// @param ifindex the link, 0 when not said
/// @param weight 1 to 256; the wire holds weight - 1 in one byte
/// @param flags RTNH_F_*
/// @param attributes RTA_GATEWAY or RTA_VIA, RTA_FLOW, RTA_ENCAP and what else came
public record Nexthop(int ifindex, int weight, int flags, Attributes attributes) {
    private static final int HEADER = 8;

    /// A leg to `gateway` over a link.
    public static Nexthop via(IpAddress gateway, int ifindex) {
        return new Nexthop(
                ifindex,
                1,
                0,
                Attributes.of(new Attribute(Rtnetlink.RTA_GATEWAY, gateway.bytes())));
    }

    /// A leg whose far ends are on the link itself.
    public static Nexthop onLink(int ifindex) {
        return new Nexthop(ifindex, 1, 0, Attributes.NONE);
    }

    /// The gateway; empty when destinations are reached on the link directly.
    public Optional<IpAddress> gateway() {
        return gatewayIn(attributes);
    }

    static Optional<IpAddress> gatewayIn(Attributes attributes) {
        Optional<Bytes> own = attributes.find(Rtnetlink.RTA_GATEWAY);
        if (own.isPresent()) {
            return own.flatMap(IpAddress::of);
        }
        return attributes
                .find(Rtnetlink.RTA_VIA)
                .filter(v -> v.length() > 2)
                .flatMap(v -> IpAddress.of(v.from(2)));
    }

    public boolean isOnLink() {
        return (flags & Rtnetlink.RTNH_F_ONLINK) != 0;
    }

    /// The kernel does not use this leg: its link is down or gone.
    public boolean isDead() {
        return (flags & Rtnetlink.RTNH_F_DEAD) != 0;
    }

    /// The link has lost its carrier; by default the kernel still uses the leg.
    public boolean isLinkDown() {
        return (flags & Rtnetlink.RTNH_F_LINKDOWN) != 0;
    }

    public Nexthop withWeight(int newWeight) {
        return new Nexthop(ifindex, newWeight, flags, attributes);
    }

    public Nexthop withIfindex(int newIfindex) {
        return new Nexthop(newIfindex, weight, flags, attributes);
    }

    public Nexthop withFlags(int newFlags) {
        return new Nexthop(ifindex, weight, newFlags, attributes);
    }

    /// The leg with another gateway, written as RTA_GATEWAY, or as RTA_VIA when it is of another family than the route.
    public Nexthop withGateway(IpAddress gateway, Family routeFamily) {
        Attributes rest = attributes.without(Rtnetlink.RTA_GATEWAY, Rtnetlink.RTA_VIA);
        return new Nexthop(ifindex, weight, flags, withGateway(rest, gateway, routeFamily));
    }

    static Attributes withGateway(Attributes rest, IpAddress gateway, Family routeFamily) {
        return gateway.family() == routeFamily
                ? rest.with(Rtnetlink.RTA_GATEWAY, gateway.bytes())
                : rest.with(
                        Rtnetlink.RTA_VIA,
                        Bytes.join(Bytes.u16(gateway.family().number()), gateway.bytes()));
    }

    public Nexthop withoutGateway() {
        return new Nexthop(
                ifindex,
                weight,
                flags,
                attributes.without(Rtnetlink.RTA_GATEWAY, Rtnetlink.RTA_VIA));
    }

    /// Reads the value of RTA_MULTIPATH; legs behind a malformed one are not returned.
    static List<Nexthop> parseAll(Bytes value) {
        List<Nexthop> found = new ArrayList<>();
        int at = 0;
        while (value.length() - at >= HEADER) {
            int length = value.u16At(at);
            if (length < HEADER || length > value.length() - at) {
                break;
            }
            Attributes inner = Attributes.parseLenient(value.slice(at + HEADER, length - HEADER));
            found.add(
                    new Nexthop(
                            value.s32At(at + 4),
                            value.u8At(at + 3) + 1,
                            value.u8At(at + 2),
                            inner));
            at += (length + 3) & ~3;
        }
        return found;
    }

    /// The value of an RTA_MULTIPATH holding `legs`.
    static Bytes encodeAll(List<Nexthop> legs) {
        return Bytes.join(legs.stream().map(Nexthop::encode).toArray(Bytes[]::new));
    }

    private Bytes encode() {
        Bytes inner = attributes.encode();
        ByteBuffer head = ByteBuffer.allocate(HEADER).order(ByteOrder.nativeOrder());
        head.putShort((short) (HEADER + inner.length()))
                .put((byte) flags)
                .put((byte) (weight - 1))
                .putInt(ifindex);
        return Bytes.join(Bytes.of(head.array()), inner);
    }
}
