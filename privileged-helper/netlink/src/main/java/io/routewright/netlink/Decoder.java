package io.routewright.netlink;

import java.util.Optional;

/// Turns a state message (a dump's or a broadcast's) into the object it carries.
public final class Decoder {
    private Decoder() {}

    /// The object in an RTM_NEW* or RTM_DEL* message; empty for other message types and for families this program
    /// does not show (bridge ports, MPLS, multicast routing).
    ///
    /// @throws MalformedMessageException the payload does not fit its type
    public static Optional<RtnetlinkObject> decode(NetlinkMessage m)
            throws MalformedMessageException {
        if (!isShown(m)) {
            return Optional.empty();
        }
        Bytes p = m.payload();
        return Optional.ofNullable(
                switch (m.type()) {
                    case Rtnetlink.RTM_NEWLINK, Rtnetlink.RTM_DELLINK -> Link.parse(p);
                    case Rtnetlink.RTM_NEWADDR, Rtnetlink.RTM_DELADDR -> Address.parse(p);
                    case Rtnetlink.RTM_NEWROUTE, Rtnetlink.RTM_DELROUTE -> Route.parse(p);
                    case Rtnetlink.RTM_NEWRULE, Rtnetlink.RTM_DELRULE -> Rule.parse(p);
                    case Rtnetlink.RTM_NEWNEXTHOP, Rtnetlink.RTM_DELNEXTHOP ->
                            NexthopObject.parse(p);
                    case Rtnetlink.RTM_NEWNEIGH, Rtnetlink.RTM_DELNEIGH -> Neighbour.parse(p);
                    case Rtnetlink.RTM_NEWNETCONF, Rtnetlink.RTM_DELNETCONF -> Netconf.parse(p);
                    default -> null;
                });
    }

    private static boolean isShown(NetlinkMessage m) throws MalformedMessageException {
        if (m.payload().length() < 1) {
            throw new MalformedMessageException(
                    "message of type " + m.type() + " without a payload");
        }
        int family = m.payload().u8At(0);
        return switch (m.type()) {
            case Rtnetlink.RTM_NEWLINK, Rtnetlink.RTM_DELLINK -> family == 0;
            case Rtnetlink.RTM_NEWNEXTHOP, Rtnetlink.RTM_DELNEXTHOP -> true;
            default -> Family.of(family).isPresent();
        };
    }
}
