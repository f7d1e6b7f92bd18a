package io.routewright.daemon.plan;

import io.routewright.netlink.Address;
import io.routewright.netlink.Attribute;
import io.routewright.netlink.Attributes;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.Family;
import io.routewright.netlink.IfLinkH;
import io.routewright.netlink.Link;
import io.routewright.netlink.NexthopH;
import io.routewright.netlink.NexthopObject;
import io.routewright.protocol.Limits;

import java.util.Optional;

/// What nexthop objects, addresses and links may hold.
final class ObjectChecks {
    private static final long ANY = 0xffff_ffffL;

    private ObjectChecks() {}

    static Fields nexthopFields(NexthopObject n) {
        return new Fields()
                .add(NexthopH.NHA_ID, "id", Check.u32(1, ANY))
                .add(NexthopH.NHA_GROUP, "group", ObjectChecks::members)
                .add(NexthopH.NHA_GROUP_TYPE, "group type", Check.u16(0, 1))
                .add(NexthopH.NHA_BLACKHOLE, "blackhole", Check.size(0))
                .add(NexthopH.NHA_OIF, "dev", Check.u32(1, Integer.MAX_VALUE))
                .add(NexthopH.NHA_GATEWAY, "via", Check.address(n.family().orElse(Family.INET)))
                .add(NexthopH.NHA_RES_GROUP, "resilience", v -> Optional.empty())
                .add(NexthopH.NHA_OP_FLAGS, "flags", v -> Optional.empty())
                .add(NexthopH.NHA_GROUP_STATS, "counters", v -> Optional.empty())
                .add(NexthopH.NHA_HW_STATS_USED, "counters", v -> Optional.empty())
                .add(NexthopH.NHA_HW_STATS_ENABLE, "hw_stats", Check.u32(0, 1));
    }

    private static Optional<String> members(Bytes value) {
        int count = value.length() / 8;
        boolean isGood = value.length() % 8 == 0 && count >= 1 && count <= Limits.NEXTHOPS;
        for (int i = 0; isGood && i < count; i++) {
            isGood = value.u32At(8 * i) != 0 && value.u16At(8 * i + 6) == 0;
        }
        return isGood
                ? Optional.empty()
                : Optional.of("must be 1 to " + Limits.NEXTHOPS + " members");
    }

    static Optional<String> objection(NexthopObject n) {
        return nexthopFields(n).objection(n.attributes()).or(() -> shape(n));
    }

    private static Optional<String> shape(NexthopObject n) {
        if (n.id() == 0) {
            return Optional.of("a nexthop object needs an id");
        }
        if (!n.isGroup() && n.family().isEmpty() && !n.isBlackhole() && !n.isFdb()) {
            return Optional.of("a nexthop object needs a family");
        }
        Attributes res = n.attributes().nested(NexthopH.NHA_RES_GROUP);
        Optional<Attribute> strange =
                res.list().stream().filter(a -> a.kind() < 1 || a.kind() > 4).findFirst();
        return strange.map(a -> "resilience number " + a.kind());
    }

    static Fields addressFields(Family family) {
        return new Fields()
                .add(IfLinkH.IFA_ADDRESS, "peer", Check.address(family))
                .add(IfLinkH.IFA_LOCAL, "address", Check.address(family))
                .add(IfLinkH.IFA_LABEL, "label", Check.linkName())
                .add(IfLinkH.IFA_BROADCAST, "broadcast", Check.address(family))
                .add(
                        IfLinkH.IFA_CACHEINFO,
                        "lifetimes",
                        Check.size(16).then(ObjectChecks::lifetimes))
                .add(IfLinkH.IFA_FLAGS, "flags", Check.u32())
                .add(IfLinkH.IFA_RT_PRIORITY, "metric", Check.u32())
                .add(IfLinkH.IFA_PROTO, "protocol", Check.size(1));
    }

    private static Optional<String> lifetimes(Bytes value) {
        boolean isGood = value.u32At(4) > 0 && value.u32At(0) <= value.u32At(4);
        return isGood
                ? Optional.empty()
                : Optional.of("must be above 0, preferred not above valid");
    }

    static Optional<String> objection(Address a) {
        if (a.ifindex() <= 0) {
            return Optional.of("an address needs a link");
        }
        boolean hasOne =
                a.attributes().has(IfLinkH.IFA_LOCAL)
                        || (a.family() == Family.INET6 && a.attributes().has(IfLinkH.IFA_ADDRESS));
        return addressFields(a.family())
                .objection(a.attributes())
                .or(() ->
                        hasOne
                                ? Optional.empty()
                                : Optional.of("an address object without an address"));
    }

    /// Only a VRF is made here, with nothing but its name, table and MTU.
    static Optional<String> newLink(Link l) {
        Fields allowed =
                new Fields()
                        .add(IfLinkH.IFLA_IFNAME, "name", Check.linkName())
                        .add(IfLinkH.IFLA_MTU, "mtu", Check.u32(68, 65575))
                        .add(IfLinkH.IFLA_IFALIAS, "alias", Check.text(255))
                        .add(IfLinkH.IFLA_LINKINFO, "kind", v -> Optional.empty());
        if (!l.isVrf()) {
            return Optional.of("only VRF links are created here");
        }
        if (l.vrfTable() == 0 || l.name().isEmpty()) {
            return Optional.of("a VRF needs a name and a table");
        }
        if (l.ifindex() < 0) {
            return Optional.of("ifindex " + l.ifindex());
        }
        return allowed.objection(l.attributes())
                .or(() -> allowed.unknown(l.attributes(), Attributes.NONE));
    }

    /// Only name, state, master, MTU, alias and group of a link may be changed.
    static Optional<String> changedLink(Link before, Link after) {
        Fields allowed =
                new Fields()
                        .add(IfLinkH.IFLA_IFNAME, "name", Check.linkName())
                        .add(IfLinkH.IFLA_MTU, "mtu", Check.u32(0, 0x7fff_ffffL))
                        .add(IfLinkH.IFLA_IFALIAS, "alias", Check.text(255))
                        .add(IfLinkH.IFLA_GROUP, "group", Check.u32())
                        .add(IfLinkH.IFLA_MASTER, "master", Check.u32(0, Integer.MAX_VALUE));
        if (before.ifindex() != after.ifindex()) {
            return Optional.of("a link keeps its ifindex");
        }
        int changed = before.header().flags() ^ after.header().flags();
        if ((changed & ~IfLinkH.IFF_UP) != 0) {
            return Optional.of("of a link's flags only up is changed here");
        }
        return allowed.objection(after.attributes().only(3, 4, 10, 20, 27))
                .or(() -> allowed.unknown(after.attributes(), before.attributes()));
    }
}
