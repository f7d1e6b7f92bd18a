package io.routewright.netlink;

/// An address on a link: struct ifaddrmsg and its attributes (linux/if_addr.h), kept whole and in order.
public record Address(AddressHeader header, Attributes attributes) implements RtnetlinkObject {
    private static final long FOREVER = 0xffff_ffffL;

    /// A new address; for IPv4 IFA_LOCAL and IFA_ADDRESS are both set, as the kernel wants them.
    public static Address on(int ifindex, Prefix address) {
        AddressHeader h =
                new AddressHeader(address.family().number(), address.length(), 0, 0, ifindex);
        Bytes raw = address.address().bytes();
        return new Address(
                h,
                Attributes.of(
                        new Attribute(IfLinkH.IFA_LOCAL, raw),
                        new Attribute(IfLinkH.IFA_ADDRESS, raw)));
    }

    /// @throws MalformedMessageException too short, not of family INET or INET6, or an attribute list that does not fit
    public static Address parse(Bytes payload) throws MalformedMessageException {
        if (payload.length() < AddressHeader.SIZE || Family.of(payload.u8At(0)).isEmpty()) {
            throw new MalformedMessageException(
                    "address message of " + payload.length() + " bytes");
        }
        AddressHeader h = AddressHeader.parse(payload);
        if (h.prefixLength() > Family.of(h.family()).orElseThrow().bits()) {
            throw new MalformedMessageException("address prefix length " + h.prefixLength());
        }
        return new Address(h, Attributes.parse(payload.from(AddressHeader.SIZE)));
    }

    @Override
    public Bytes payload() {
        return Bytes.join(header.encode(), attributes.encode());
    }

    @Override
    public int newType() {
        return Rtnetlink.RTM_NEWADDR;
    }

    public Family family() {
        return Family.of(header.family()).orElse(Family.INET);
    }

    public int ifindex() {
        return header.ifindex();
    }

    /// The own address with its prefix length: IFA_LOCAL, or IFA_ADDRESS where that is absent.
    public Prefix local() {
        Bytes raw =
                attributes
                        .find(IfLinkH.IFA_LOCAL)
                        .or(() -> attributes.find(IfLinkH.IFA_ADDRESS))
                        .orElse(Bytes.EMPTY);
        IpAddress own = IpAddress.of(raw).orElse(IpAddress.any(family()));
        return new Prefix(own, Math.min(header.prefixLength(), own.family().bits()));
    }

    /// The other end of a point-to-point address; equals the own address otherwise.
    public IpAddress peer() {
        return attributes
                .find(IfLinkH.IFA_ADDRESS)
                .flatMap(IpAddress::of)
                .orElse(local().address());
    }

    public String label() {
        return attributes.text(IfLinkH.IFA_LABEL);
    }

    /// RT_SCOPE_*.
    public int scope() {
        return header.scope();
    }

    /// IFA_F_*.
    public long flags() {
        return attributes.u32(IfLinkH.IFA_FLAGS, header.flags());
    }

    /// Seconds until it stops being preferred; 0xffffffff for ever.
    public long preferredLifetime() {
        return attributes.find(IfLinkH.IFA_CACHEINFO).map(v -> v.u32At(0)).orElse(FOREVER);
    }

    /// Seconds until it goes; 0xffffffff for ever.
    public long validLifetime() {
        return attributes
                .find(IfLinkH.IFA_CACHEINFO)
                .filter(v -> v.length() >= 8)
                .map(v -> v.u32At(4))
                .orElse(FOREVER);
    }

    public Address with(int kind, Bytes value) {
        return new Address(header, attributes.with(kind, value));
    }

    public Address without(int... kinds) {
        return new Address(header, attributes.without(kinds));
    }
}
