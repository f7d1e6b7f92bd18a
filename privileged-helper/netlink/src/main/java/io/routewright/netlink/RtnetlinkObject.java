package io.routewright.netlink;

/// Something the kernel's routing holds: a fixed header and an attribute list, kept whole.
public sealed interface RtnetlinkObject
        permits Link, Address, Route, Rule, NexthopObject, Neighbour, Netconf {
    /// Every attribute, in wire order.
    Attributes attributes();

    /// Header and attributes as they stand on the wire, without struct nlmsghdr.
    Bytes payload();

    /// The RTM_NEW* number of this kind of object.
    int newType();

    /// The RTM_DEL* number.
    default int deleteType() {
        return newType() + 1;
    }

    /// This object as a message of the given type and flags; seq and port 0.
    default NetlinkMessage toMessage(int type, int flags) {
        return new NetlinkMessage(type, flags, 0, 0, payload());
    }
}
