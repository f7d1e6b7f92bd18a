package io.routewright.netlink;

import java.util.Comparator;
import java.util.Optional;

/// An address and a prefix length (0 to 32 or 128). Host bits are kept as given: rules may have them, routes may not.
public record Prefix(IpAddress address, int length) implements Comparable<Prefix> {
    private static final Comparator<Prefix> NATURAL =
            Comparator.comparing(Prefix::address).thenComparingInt(Prefix::length);

    /// @throws IllegalArgumentException the length is outside the family's range
    public Prefix {
        if (length < 0 || length > address.family().bits()) {
            throw new IllegalArgumentException(
                    "prefix length " + length + " for " + address.family());
        }
    }

    /// 0.0.0.0/0 or ::/0.
    public static Prefix any(Family family) {
        return new Prefix(IpAddress.any(family), 0);
    }

    /// The single address as a prefix.
    public static Prefix host(IpAddress address) {
        return new Prefix(address, address.family().bits());
    }

    /// Parses `address` or `address/length`; empty when malformed. Host bits are not judged here.
    public static Optional<Prefix> parse(String text) {
        int slash = text.indexOf('/');
        Optional<IpAddress> address = IpAddress.parse(slash < 0 ? text : text.substring(0, slash));
        if (slash < 0 || address.isEmpty()) {
            return address.map(Prefix::host);
        }
        String digits = text.substring(slash + 1);
        if (!digits.matches("\\d{1,3}")
                || Integer.parseInt(digits) > address.get().family().bits()) {
            return Optional.empty();
        }
        return Optional.of(new Prefix(address.get(), Integer.parseInt(digits)));
    }

    public Family family() {
        return address.family();
    }

    /// Length 0: matches every address of the family.
    public boolean isAny() {
        return length == 0;
    }

    /// A single address.
    public boolean isHost() {
        return length == family().bits();
    }

    /// Whether a bit behind the prefix length is set.
    public boolean hasHostBits() {
        return !address.masked(length).equals(address);
    }

    /// This prefix with its host bits cleared.
    public Prefix masked() {
        return new Prefix(address.masked(length), length);
    }

    public boolean contains(IpAddress other) {
        return other.family() == family() && other.masked(length).equals(address.masked(length));
    }

    /// Whether every address of `other` lies in this prefix.
    public boolean contains(Prefix other) {
        return other.length >= length && contains(other.address);
    }

    /// Whether the two share an address.
    public boolean overlaps(Prefix other) {
        return contains(other) || other.contains(this);
    }

    /// IPv4 before IPv6, by address, shorter prefix first.
    @Override
    public int compareTo(Prefix other) {
        return NATURAL.compare(this, other);
    }

    /// `address/length`, always with the length.
    @Override
    public String toString() {
        return address + "/" + length;
    }

    /// As `ip` prints it: `default` for length 0, no length for a single address.
    public String shortText() {
        return isAny() && address.isAny() ? "default" : isHost() ? address.toString() : toString();
    }
}
