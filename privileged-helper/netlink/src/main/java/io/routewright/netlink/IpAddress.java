package io.routewright.netlink;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// An IPv4 or IPv6 address: its family and 4 or 16 bytes in network order. Text as inet_ntop(3) and inet_pton(3).
public record IpAddress(Family family, Bytes bytes) implements Comparable<IpAddress> {
    private static final Pattern DECIMAL_BYTE =
            Pattern.compile("25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d");

    /// @throws IllegalArgumentException the byte count does not fit the family
    public IpAddress {
        if (bytes.length() != family.bytes()) {
            throw new IllegalArgumentException(bytes.length() + " bytes for " + family);
        }
    }

    /// 0.0.0.0 or ::.
    public static IpAddress any(Family family) {
        return new IpAddress(family, Bytes.of(new byte[family.bytes()]));
    }

    /// The address held in raw bytes, by their count; empty when that is neither 4 nor 16.
    public static Optional<IpAddress> of(Bytes raw) {
        return switch (raw.length()) {
            case 4 -> Optional.of(new IpAddress(Family.INET, raw));
            case 16 -> Optional.of(new IpAddress(Family.INET6, raw));
            default -> Optional.empty();
        };
    }

    /// Parses strict text: four decimal numbers, or any RFC 4291 form; no zone, no name look-up.
    public static Optional<IpAddress> parse(String text) {
        return text.indexOf(':') >= 0
                ? parse6(text)
                : parse4(text).map(b -> new IpAddress(Family.INET, Bytes.of(b)));
    }

    private static Optional<byte[]> parse4(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return Optional.empty();
        }
        byte[] raw = new byte[4];
        for (int i = 0; i < 4; i++) {
            if (!DECIMAL_BYTE.matcher(parts[i]).matches()) {
                return Optional.empty();
            }
            raw[i] = (byte) Integer.parseInt(parts[i]);
        }
        return Optional.of(raw);
    }

    private static Optional<IpAddress> parse6(String text) {
        int gap = text.indexOf("::");
        if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
            return Optional.empty();
        }
        Optional<List<Integer>> head = groups(gap < 0 ? text : text.substring(0, gap));
        Optional<List<Integer>> tail = groups(gap < 0 ? "" : text.substring(gap + 2));
        if (head.isEmpty() || tail.isEmpty()) {
            return Optional.empty();
        }
        int have = head.get().size() + tail.get().size();
        return (gap < 0 ? have == 8 : have <= 7)
                ? Optional.of(join(head.get(), tail.get()))
                : Optional.empty();
    }

    private static IpAddress join(List<Integer> head, List<Integer> tail) {
        byte[] raw = new byte[16];
        for (int i = 0; i < head.size(); i++) {
            put(raw, i, head.get(i));
        }
        for (int i = 0; i < tail.size(); i++) {
            put(raw, 8 - tail.size() + i, tail.get(i));
        }
        return new IpAddress(Family.INET6, Bytes.of(raw));
    }

    private static void put(byte[] raw, int group, int value) {
        raw[2 * group] = (byte) (value >> 8);
        raw[2 * group + 1] = (byte) value;
    }

    private static Optional<List<Integer>> groups(String text) {
        List<Integer> found = new ArrayList<>();
        if (text.isEmpty()) {
            return Optional.of(found);
        }
        String[] parts = text.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            if (i == parts.length - 1 && parts[i].indexOf('.') >= 0) {
                Optional<byte[]> four = parse4(parts[i]);
                if (four.isEmpty()) {
                    return Optional.empty();
                }
                Bytes b = Bytes.of(four.get());
                found.add(b.u16beAt(0));
                found.add(b.u16beAt(2));
            } else if (parts[i].matches("[0-9a-fA-F]{1,4}")) {
                found.add(Integer.parseInt(parts[i], 16));
            } else {
                return Optional.empty();
            }
        }
        return found.size() > 8 ? Optional.empty() : Optional.of(found);
    }

    /// fe80::/10 or 169.254.0.0/16.
    public boolean isLinkLocal() {
        return family == Family.INET6
                ? bytes.u8At(0) == 0xfe && (bytes.u8At(1) & 0xc0) == 0x80
                : bytes.u8At(0) == 169 && bytes.u8At(1) == 254;
    }

    /// All bits zero.
    public boolean isAny() {
        return equals(any(family));
    }

    /// Bit `index`, 0 the most significant.
    public boolean bit(int index) {
        return (bytes.u8At(index / 8) >> (7 - index % 8) & 1) == 1;
    }

    /// This address with every bit from `prefixLength` on cleared.
    public IpAddress masked(int prefixLength) {
        byte[] raw = bytes.toArray();
        for (int i = 0; i < raw.length; i++) {
            int keep = Math.clamp(prefixLength - 8L * i, 0, 8);
            raw[i] = (byte) (raw[i] & (0xff00 >> keep));
        }
        return new IpAddress(family, Bytes.of(raw));
    }

    /// IPv4 before IPv6, then by value.
    @Override
    public int compareTo(IpAddress other) {
        int byFamily = family.compareTo(other.family);
        return byFamily != 0 ? byFamily : bytes.compareTo(other.bytes);
    }

    /// As inet_ntop(3) writes it.
    @Override
    public String toString() {
        return family == Family.INET ? dotted(0) : colons();
    }

    private String dotted(int at) {
        return bytes.u8At(at)
                + "."
                + bytes.u8At(at + 1)
                + "."
                + bytes.u8At(at + 2)
                + "."
                + bytes.u8At(at + 3);
    }

    private String colons() {
        int[] run = longestZeroRun();
        if (isMapped(run)) {
            return groups(run, 6) + ":" + dotted(12);
        }
        return groups(run, 8) + (run[1] > 1 && run[0] + run[1] == 8 ? ":" : "");
    }

    private boolean isMapped(int[] run) {
        return run[0] == 0 && (run[1] == 6 || (run[1] == 5 && group(5) == 0xffff));
    }

    private String groups(int[] run, int count) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < count; i++) {
            if (run[1] > 1 && i >= run[0] && i < run[0] + run[1]) {
                out.append(i == run[0] ? ":" : "");
            } else {
                out.append(i == 0 ? "" : ":").append(Integer.toHexString(group(i)));
            }
        }
        return out.toString();
    }

    private int group(int index) {
        return bytes.u16beAt(2 * index);
    }

    private int[] longestZeroRun() {
        int[] best = {-1, 0};
        int length = 0;
        for (int i = 0; i < 8; i++) {
            length = group(i) == 0 ? length + 1 : 0;
            if (length > best[1]) {
                best = new int[] {i - length + 1, length};
            }
        }
        return best;
    }
}
