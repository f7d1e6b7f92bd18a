package io.routewright.netlink;

/// One netlink attribute: `u16 length, u16 type, value`, padded to 4 bytes (struct nlattr, linux/netlink.h).
/// `type` keeps the two flag bits as they came; compare `kind()`.
public record Attribute(int type, Bytes value) {
    /// NLA_F_NESTED.
    public static final int NESTED = 0x8000;

    /// NLA_F_NET_BYTEORDER.
    public static final int NET_BYTEORDER = 0x4000;

    /// The type without its flag bits.
    public int kind() {
        return type & 0x3fff;
    }

    /// A nest holding `inner`, with NLA_F_NESTED set.
    public static Attribute nest(int kind, Attributes inner) {
        return new Attribute(kind | NESTED, inner.encode());
    }

    /// Bytes on the wire, padding included.
    int paddedLength() {
        return (4 + value.length() + 3) & ~3;
    }
}
