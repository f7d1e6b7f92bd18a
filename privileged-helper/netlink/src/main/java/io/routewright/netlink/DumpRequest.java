package io.routewright.netlink;

import java.util.Optional;

/// Requests for dumps, as a socket with NETLINK_GET_STRICT_CHK wants them: full headers, filters as attributes.
public final class DumpRequest {
    private static final int FLAGS = NetlinkH.NLM_F_REQUEST | NetlinkH.NLM_F_DUMP;

    private DumpRequest() {}

    /// A dump request, seq 0; empty for a type that is not dumped.
    ///
    /// @param type RTM_GET*
    /// @param family AF_INET, AF_INET6 or 0
    /// @param tableId only this table's routes; 0 for all
    /// @param ifindex only what is on this link (routes, addresses, neighbours); 0 for all
    public static Optional<NetlinkMessage> of(int type, int family, long tableId, int ifindex) {
        return payload(type, family, tableId, ifindex)
                .map(p -> new NetlinkMessage(type, FLAGS, 0, 0, p));
    }

    private static Optional<Bytes> payload(int type, int family, long tableId, int ifindex) {
        return switch (type) {
            case Rtnetlink.RTM_GETLINK -> Optional.of(links());
            case Rtnetlink.RTM_GETADDR ->
                    Optional.of(new AddressHeader(family, 0, 0, 0, ifindex).encode());
            case Rtnetlink.RTM_GETROUTE -> Optional.of(routes(family, tableId, ifindex));
            case Rtnetlink.RTM_GETRULE ->
                    Optional.of(new RuleHeader(family, 0, 0, 0, 0, 0, 0).encode());
            case Rtnetlink.RTM_GETNEXTHOP -> Optional.of(new NexthopHeader(0, 0, 0, 0).encode());
            case Rtnetlink.RTM_GETNEIGH -> Optional.of(neighbours(family, ifindex));
            case Rtnetlink.RTM_GETNETCONF -> Optional.of(Bytes.u32(family));
            default -> Optional.empty();
        };
    }

    /// Without counters: they are most of a link's bytes and change without events.
    private static Bytes links() {
        Attribute mask =
                new Attribute(IfLinkH.IFLA_EXT_MASK, Bytes.u32(IfLinkH.RTEXT_FILTER_SKIP_STATS));
        return Bytes.join(new LinkHeader(0, 0, 0, 0, 0).encode(), Attributes.of(mask).encode());
    }

    private static Bytes routes(int family, long tableId, int ifindex) {
        Attributes filters = Attributes.NONE;
        if (tableId != 0) {
            filters = filters.with(Rtnetlink.RTA_TABLE, Bytes.u32(tableId));
        }
        if (ifindex != 0) {
            filters = filters.with(Rtnetlink.RTA_OIF, Bytes.u32(ifindex));
        }
        return Bytes.join(
                new RouteHeader(family, 0, 0, 0, 0, 0, 0, 0, 0).encode(), filters.encode());
    }

    /// struct ndmsg with NDA_IFINDEX as the link filter.
    private static Bytes neighbours(int family, int ifindex) {
        Bytes header = Bytes.join(Bytes.u32(family), Bytes.u64(0));
        return ifindex == 0
                ? header
                : Bytes.join(
                        header,
                        Attributes.of(new Attribute(NDA_IFINDEX, Bytes.u32(ifindex))).encode());
    }

    private static final int NDA_IFINDEX = 8;
}
