package io.routewright.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A nexthop object or nexthop group: struct nhmsg and its attributes (linux/nexthop.h), kept whole and in order.
public record NexthopObject(NexthopHeader header, Attributes attributes)
        implements RtnetlinkObject {
    /// A member of a group.
    ///
    /// @param weight 1 to 65536 (to 256 on kernels before 6.12); the wire holds weight - 1
    public record Member(long id, int weight) {}

    /// Settings of a resilient group. Timers are in USER_HZ (1/100 s), as on the wire.
    public record Resilience(int buckets, long idleTimer, long unbalancedTimer) {}

    /// A new nexthop without attributes but its id; origin static.
    public static NexthopObject withId(Family family, long id) {
        NexthopHeader h = new NexthopHeader(family.number(), 0, Rtnetlink.RTPROT_STATIC, 0);
        return new NexthopObject(h, Attributes.of(new Attribute(NexthopH.NHA_ID, Bytes.u32(id))));
    }

    /// A new group; origin static.
    public static NexthopObject group(long id, List<Member> members) {
        NexthopHeader h = new NexthopHeader(0, 0, Rtnetlink.RTPROT_STATIC, 0);
        Attributes own = Attributes.of(new Attribute(NexthopH.NHA_ID, Bytes.u32(id)));
        return new NexthopObject(h, own).withMembers(members);
    }

    /// @throws MalformedMessageException too short, or an attribute list that does not fit
    public static NexthopObject parse(Bytes payload) throws MalformedMessageException {
        if (payload.length() < NexthopHeader.SIZE) {
            throw new MalformedMessageException(
                    "nexthop message of " + payload.length() + " bytes");
        }
        return new NexthopObject(
                NexthopHeader.parse(payload), Attributes.parse(payload.from(NexthopHeader.SIZE)));
    }

    @Override
    public Bytes payload() {
        return Bytes.join(header.encode(), attributes.encode());
    }

    @Override
    public int newType() {
        return Rtnetlink.RTM_NEWNEXTHOP;
    }

    public long id() {
        return attributes.u32(NexthopH.NHA_ID, 0);
    }

    /// INET or INET6; empty for a group.
    public Optional<Family> family() {
        return Family.of(header.family());
    }

    public int protocol() {
        return header.protocol();
    }

    /// The link; 0 for groups and blackholes.
    public int ifindex() {
        return (int) attributes.u32(NexthopH.NHA_OIF, 0);
    }

    public Optional<IpAddress> gateway() {
        return attributes.find(NexthopH.NHA_GATEWAY).flatMap(IpAddress::of);
    }

    public boolean isBlackhole() {
        return attributes.has(NexthopH.NHA_BLACKHOLE);
    }

    public boolean isFdb() {
        return attributes.has(NexthopH.NHA_FDB);
    }

    public boolean isGroup() {
        return attributes.has(NexthopH.NHA_GROUP);
    }

    public boolean isOnLink() {
        return (header.flags() & Rtnetlink.RTNH_F_ONLINK) != 0;
    }

    /// The members in group order; empty when this is no group.
    public List<Member> members() {
        Bytes raw = attributes.find(NexthopH.NHA_GROUP).orElse(Bytes.EMPTY);
        List<Member> found = new ArrayList<>();
        for (int at = 0; at + 8 <= raw.length(); at += 8) {
            found.add(new Member(raw.u32At(at), (raw.u8At(at + 4) | raw.u8At(at + 5) << 8) + 1));
        }
        return found;
    }

    /// Present for a resilient group.
    public Optional<Resilience> resilience() {
        if (attributes.u16(NexthopH.NHA_GROUP_TYPE, 0) != NexthopH.NEXTHOP_GRP_TYPE_RES) {
            return Optional.empty();
        }
        Attributes res = attributes.nested(NexthopH.NHA_RES_GROUP);
        return Optional.of(
                new Resilience(
                        res.u16(NexthopH.NHA_RES_GROUP_BUCKETS, 0),
                        res.u32(NexthopH.NHA_RES_GROUP_IDLE_TIMER, 0),
                        res.u32(NexthopH.NHA_RES_GROUP_UNBALANCED_TIMER, 0)));
    }

    /// The same group with other members (weights 1 to 65536).
    public NexthopObject withMembers(List<Member> members) {
        ByteBuffer out = ByteBuffer.allocate(8 * members.size()).order(ByteOrder.nativeOrder());
        for (Member m : members) {
            int wire = m.weight() - 1;
            out.putInt((int) m.id()).put((byte) wire).put((byte) (wire >> 8)).putShort((short) 0);
        }
        return with(NexthopH.NHA_GROUP, Bytes.of(out.array()));
    }

    public NexthopObject withGateway(IpAddress gateway) {
        NexthopHeader h =
                new NexthopHeader(
                        gateway.family().number(),
                        header.scope(),
                        header.protocol(),
                        header.flags());
        return new NexthopObject(h, attributes.with(NexthopH.NHA_GATEWAY, gateway.bytes()));
    }

    public NexthopObject withIfindex(int ifindex) {
        return with(NexthopH.NHA_OIF, Bytes.u32(ifindex));
    }

    public NexthopObject withHeader(NexthopHeader newHeader) {
        return new NexthopObject(newHeader, attributes);
    }

    public NexthopObject with(int kind, Bytes value) {
        return new NexthopObject(header, attributes.with(kind, value));
    }

    public NexthopObject without(int... kinds) {
        return new NexthopObject(header, attributes.without(kinds));
    }
}
