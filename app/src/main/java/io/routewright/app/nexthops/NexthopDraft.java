package io.routewright.app.nexthops;

import io.routewright.netlink.Bytes;
import io.routewright.netlink.Family;
import io.routewright.netlink.IpAddress;
import io.routewright.netlink.NexthopH;
import io.routewright.netlink.NexthopHeader;
import io.routewright.netlink.NexthopObject;
import io.routewright.netlink.Rtnetlink;

import java.util.Optional;

/// What the editor of a single nexthop object holds.
///
/// @param family of its routes; follows from the gateway where there is one
/// @param isBlackhole drops packets; then nothing else counts
record NexthopDraft(
        long id,
        Family family,
        Optional<IpAddress> gateway,
        int ifindex,
        boolean isBlackhole,
        boolean isOnLink) {
    static NexthopDraft of(NexthopObject object) {
        return new NexthopDraft(
                object.id(),
                object.family().orElse(Family.INET),
                LegStates.gateway(object),
                object.ifindex(),
                object.isBlackhole(),
                object.isOnLink());
    }

    /// A new object of these fields.
    NexthopObject create() {
        return patch(NexthopObject.withId(family, id));
    }

    /// That object with these fields; all others stay as they are.
    NexthopObject patch(NexthopObject object) {
        if (isBlackhole) {
            NexthopObject bare =
                    object.without(
                            NexthopH.NHA_GATEWAY,
                            NexthopH.NHA_OIF,
                            NexthopH.NHA_ENCAP_TYPE,
                            NexthopH.NHA_ENCAP);
            return onLink(bare.with(NexthopH.NHA_BLACKHOLE, Bytes.EMPTY), false);
        }
        NexthopObject forwarding = object.without(NexthopH.NHA_BLACKHOLE).withIfindex(ifindex);
        NexthopObject via =
                gateway.map(forwarding::withGateway)
                        .orElse(forwarding.without(NexthopH.NHA_GATEWAY));
        return onLink(via, isOnLink);
    }

    static NexthopObject onLink(NexthopObject object, boolean isOnLink) {
        NexthopHeader h = object.header();
        int flags =
                isOnLink
                        ? h.flags() | Rtnetlink.RTNH_F_ONLINK
                        : h.flags() & ~Rtnetlink.RTNH_F_ONLINK;
        return object.withHeader(new NexthopHeader(h.family(), h.scope(), h.protocol(), flags));
    }
}
