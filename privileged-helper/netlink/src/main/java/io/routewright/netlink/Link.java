package io.routewright.netlink;

/// A network device: struct ifinfomsg and its attributes (linux/if_link.h), kept whole and in order.
public record Link(LinkHeader header, Attributes attributes) implements RtnetlinkObject {
    /// A VRF device to be created. The kernel takes the ifindex as asked, or refuses when it is taken.
    public static Link newVrf(int ifindex, String name, long tableId) {
        Attributes data = Attributes.of(new Attribute(IfLinkH.IFLA_VRF_TABLE, Bytes.u32(tableId)));
        Attributes info =
                Attributes.of(
                        new Attribute(IfLinkH.IFLA_INFO_KIND, Bytes.text("vrf")),
                        Attribute.nest(IfLinkH.IFLA_INFO_DATA, data));
        Attributes all =
                Attributes.of(
                        new Attribute(IfLinkH.IFLA_IFNAME, Bytes.text(name)),
                        Attribute.nest(IfLinkH.IFLA_LINKINFO, info));
        return new Link(new LinkHeader(0, 0, ifindex, 0, 0), all);
    }

    /// @throws MalformedMessageException too short, or an attribute list that does not fit
    public static Link parse(Bytes payload) throws MalformedMessageException {
        if (payload.length() < LinkHeader.SIZE) {
            throw new MalformedMessageException("link message of " + payload.length() + " bytes");
        }
        return new Link(LinkHeader.parse(payload), Attributes.parse(payload.from(LinkHeader.SIZE)));
    }

    @Override
    public Bytes payload() {
        return Bytes.join(header.encode(), attributes.encode());
    }

    @Override
    public int newType() {
        return Rtnetlink.RTM_NEWLINK;
    }

    public int ifindex() {
        return header.ifindex();
    }

    public String name() {
        return attributes.text(IfLinkH.IFLA_IFNAME);
    }

    public long mtu() {
        return attributes.u32(IfLinkH.IFLA_MTU, 0);
    }

    /// The ifindex of the bridge, bond or VRF it is in; 0 when none.
    public int master() {
        return (int) attributes.u32(IfLinkH.IFLA_MASTER, 0);
    }

    /// Administratively up.
    public boolean isUp() {
        return (header.flags() & IfLinkH.IFF_UP) != 0;
    }

    public boolean hasCarrier() {
        return (header.flags() & IfLinkH.IFF_LOWER_UP) != 0;
    }

    public boolean isLoopback() {
        return (header.flags() & IfLinkH.IFF_LOOPBACK) != 0;
    }

    /// The kind, such as `vrf`, `veth`, `bridge`; empty for hardware.
    public String kind() {
        return attributes.nested(IfLinkH.IFLA_LINKINFO).text(IfLinkH.IFLA_INFO_KIND);
    }

    public boolean isVrf() {
        return kind().equals("vrf");
    }

    /// The table of a VRF device; 0 for other kinds.
    public long vrfTable() {
        return isVrf()
                ? attributes
                        .nested(IfLinkH.IFLA_LINKINFO)
                        .nested(IfLinkH.IFLA_INFO_DATA)
                        .u32(IfLinkH.IFLA_VRF_TABLE, 0)
                : 0;
    }

    /// The hardware address; empty bytes when there is none.
    public Bytes hardwareAddress() {
        return attributes.find(IfLinkH.IFLA_ADDRESS).orElse(Bytes.EMPTY);
    }

    public String alias() {
        return attributes.text(IfLinkH.IFLA_IFALIAS);
    }

    public long group() {
        return attributes.u32(IfLinkH.IFLA_GROUP, 0);
    }

    /// IF_OPER_*: 0 unknown, 2 down, 3 lower layer down, 5 dormant, 6 up.
    public int operState() {
        return attributes.u8(IfLinkH.IFLA_OPERSTATE, 0);
    }

    /// This link as it shall be: in `master` (0 for none).
    public Link withMaster(int master) {
        Attributes next =
                master == 0
                        ? attributes.without(IfLinkH.IFLA_MASTER)
                        : attributes.with(IfLinkH.IFLA_MASTER, Bytes.u32(master));
        return new Link(header, next);
    }

    /// This link as it shall be: up or down.
    public Link withUp(boolean up) {
        int flags = up ? header.flags() | IfLinkH.IFF_UP : header.flags() & ~IfLinkH.IFF_UP;
        return new Link(
                new LinkHeader(
                        header.family(),
                        header.hardwareType(),
                        header.ifindex(),
                        flags,
                        header.change()),
                attributes);
    }

    public Link with(int kind, Bytes value) {
        return new Link(header, attributes.with(kind, value));
    }
}
