package io.routewright.netlink;

import java.util.Optional;

/// An address family of the routing tables.
public enum Family {
    INET(2, 32),
    INET6(10, 128);

    private final int number;
    private final int bits;

    Family(int number, int bits) {
        this.number = number;
        this.bits = bits;
    }

    /// AF_INET or AF_INET6.
    public int number() {
        return number;
    }

    /// Bits of an address: 32 or 128.
    public int bits() {
        return bits;
    }

    /// Bytes of an address: 4 or 16.
    public int bytes() {
        return bits / 8;
    }

    /// The family with that AF_ number; empty for any other.
    public static Optional<Family> of(int number) {
        return number == 2
                ? Optional.of(INET)
                : number == 10 ? Optional.of(INET6) : Optional.empty();
    }
}
