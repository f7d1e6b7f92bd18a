package io.routewright.netlink;

/// Per-link IP settings as the kernel announces them: struct netconfmsg and its attributes (linux/netconf.h).
public record Netconf(int family, Attributes attributes) implements RtnetlinkObject {
    /// NETCONFA_IFINDEX.
    private static final int IFINDEX = 1;

    /// @throws MalformedMessageException too short, or an attribute list that does not fit
    public static Netconf parse(Bytes payload) throws MalformedMessageException {
        if (payload.length() < 4) {
            throw new MalformedMessageException(
                    "netconf message of " + payload.length() + " bytes");
        }
        return new Netconf(payload.u8At(0), Attributes.parse(payload.from(4)));
    }

    @Override
    public Bytes payload() {
        return Bytes.join(Bytes.u32(family), attributes.encode());
    }

    @Override
    public int newType() {
        return Rtnetlink.RTM_NEWNETCONF;
    }

    /// The link; -1 for `all`, -2 for `default`.
    public int ifindex() {
        return (int) attributes.u32(IFINDEX, 0);
    }
}
