package io.routewright.app.ipcommand;

import io.routewright.app.text.KernelWords;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.Family;
import io.routewright.netlink.IpAddress;
import io.routewright.netlink.Prefix;

import java.util.Optional;

/// Addresses and prefixes as `ip` reads them: `10.1` is 10.1.0.0 (filled from the left), parts are in C notation,
/// a mask may stand for a prefix length, and `default`, `any` and `all` are the empty prefix.
final class Addresses {
    private Addresses() {}

    static boolean isAnyWord(String text) {
        return text.equals("default") || text.equals("any") || text.equals("all");
    }

    /// @param family the family the command is about; empty while that is open
    static IpAddress address(Word word, Optional<Family> family) throws SyntaxException {
        return address(word, word.text(), family);
    }

    private static IpAddress address(Word word, String text, Optional<Family> family)
            throws SyntaxException {
        if (isAnyWord(text)) {
            return IpAddress.any(family.orElse(Family.INET));
        }
        Optional<IpAddress> found =
                text.indexOf(':') >= 0 ? IpAddress.parse(text) : shortForm(text);
        if (found.isEmpty()) {
            throw SyntaxException.at(word, guess(text), "address", text);
        }
        if (family.isPresent() && family.get() != found.get().family()) {
            String wanted = family.get() == Family.INET ? "IPv4" : "IPv6";
            throw SyntaxException.at(word, Texts.fix("family"), "family", text, wanted);
        }
        return found.get();
    }

    private static String guess(String text) {
        return text.matches("[\\d.]+(/\\d+)?") ? Texts.fix("fourNumbers") : "";
    }

    private static Optional<IpAddress> shortForm(String text) {
        String[] parts = text.split("\\.", -1);
        byte[] raw = new byte[4];
        if (parts.length > 4) {
            return Optional.empty();
        }
        for (int i = 0; i < parts.length; i++) {
            Optional<Long> part = KernelWords.unsigned(parts[i], 255);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            raw[i] = part.get().byteValue();
        }
        return IpAddress.of(Bytes.of(raw));
    }

    /// Without a length the prefix is a single address, or the empty prefix for `default`.
    static Prefix prefix(Word word, Optional<Family> family) throws SyntaxException {
        String text = word.text();
        if (isAnyWord(text)) {
            return Prefix.any(family.orElse(Family.INET));
        }
        int slash = text.indexOf('/');
        IpAddress address = address(word, slash < 0 ? text : text.substring(0, slash), family);
        if (slash < 0) {
            return Prefix.host(address);
        }
        String length = text.substring(slash + 1);
        Optional<Integer> bits = length(length, address.family());
        if (bits.isEmpty()) {
            String largest = Integer.toString(address.family().bits());
            throw SyntaxException.at(word, "", "prefixLength", length, largest);
        }
        return new Prefix(address, bits.get());
    }

    private static Optional<Integer> length(String text, Family family) {
        Optional<Integer> plain = KernelWords.unsigned(text, family.bits()).map(Long::intValue);
        return plain.isPresent() || family == Family.INET6
                ? plain
                : IpAddress.parse(text).flatMap(Addresses::maskLength);
    }

    private static Optional<Integer> maskLength(IpAddress mask) {
        int length = 0;
        while (length < 32 && mask.bit(length)) {
            length++;
        }
        return mask.masked(length).equals(mask) ? Optional.of(length) : Optional.empty();
    }
}
