package io.routewright.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// An immutable attribute list in wire order. Edits are patches: what is not named stays byte for byte and in
/// its place, so an object that is changed keeps what this program does not know.
public record Attributes(List<Attribute> list) implements Iterable<Attribute> {
    /// The empty list.
    public static final Attributes NONE = new Attributes(List.of());

    /// Takes a copy of `list`.
    public Attributes {
        list = List.copyOf(list);
    }

    public static Attributes of(Attribute... attributes) {
        return new Attributes(List.of(attributes));
    }

    /// Reads a whole attribute list. A tail shorter than a header is ignored, as the kernel does.
    ///
    /// @throws MalformedMessageException an attribute's length is below 4 or beyond the end
    public static Attributes parse(Bytes source) throws MalformedMessageException {
        List<Attribute> found = new ArrayList<>();
        int at = 0;
        while (source.length() - at >= 4) {
            int length = source.u16At(at);
            if (length < 4 || length > source.length() - at) {
                throw new MalformedMessageException(
                        "attribute at offset "
                                + at
                                + " of "
                                + source.length()
                                + " bytes says length "
                                + length);
            }
            found.add(new Attribute(source.u16At(at + 2), source.slice(at + 4, length - 4)));
            at += (length + 3) & ~3;
        }
        return new Attributes(found);
    }

    /// Like `parse`, for lists inside an object that was already accepted: a malformed nest reads as empty.
    public static Attributes parseLenient(Bytes source) {
        try {
            return parse(source);
        } catch (MalformedMessageException e) {
            return NONE;
        }
    }

    /// The list as it stands on the wire.
    public Bytes encode() {
        int size = list.stream().mapToInt(Attribute::paddedLength).sum();
        ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.nativeOrder());
        for (Attribute a : list) {
            int end = out.position() + a.paddedLength();
            out.putShort((short) (4 + a.value().length())).putShort((short) a.type());
            out.put(a.value().view()).position(end);
        }
        return Bytes.of(out.array());
    }

    public boolean isEmpty() {
        return list.isEmpty();
    }

    public boolean has(int kind) {
        return list.stream().anyMatch(a -> a.kind() == kind);
    }

    /// The value of the first attribute of that kind.
    public Optional<Bytes> find(int kind) {
        for (Attribute a : list) {
            if (a.kind() == kind) {
                return Optional.of(a.value());
            }
        }
        return Optional.empty();
    }

    /// The unsigned 32-bit value, or `absent` when there is none or it is shorter than 4 bytes.
    public long u32(int kind, long absent) {
        return find(kind).filter(v -> v.length() >= 4).map(v -> v.u32At(0)).orElse(absent);
    }

    /// The unsigned 16-bit value, or `absent`.
    public int u16(int kind, int absent) {
        return find(kind).filter(v -> v.length() >= 2).map(v -> v.u16At(0)).orElse(absent);
    }

    /// The unsigned byte, or `absent`.
    public int u8(int kind, int absent) {
        return find(kind).filter(v -> v.length() >= 1).map(v -> v.u8At(0)).orElse(absent);
    }

    /// The text, or the empty string.
    public String text(int kind) {
        return find(kind).map(Bytes::asText).orElse("");
    }

    /// The attributes inside the nest; empty when there is none or it is malformed.
    public Attributes nested(int kind) {
        return find(kind).map(Attributes::parseLenient).orElse(NONE);
    }

    /// This list with the first attribute of `kind` holding `value` (its flag bits and place kept), or with a new
    /// one at the end.
    public Attributes with(int kind, Bytes value) {
        List<Attribute> next = new ArrayList<>(list);
        for (int i = 0; i < next.size(); i++) {
            if (next.get(i).kind() == kind) {
                next.set(i, new Attribute(next.get(i).type(), value));
                return new Attributes(next);
            }
        }
        next.add(new Attribute(kind, value));
        return new Attributes(next);
    }

    /// Like `with`, setting NLA_F_NESTED on the attribute.
    public Attributes withNest(int kind, Attributes inner) {
        List<Attribute> next = new ArrayList<>(with(kind, inner.encode()).list);
        next.replaceAll(
                a -> a.kind() == kind ? new Attribute(kind | Attribute.NESTED, a.value()) : a);
        return new Attributes(next);
    }

    /// This list without any attribute of the given kinds.
    public Attributes without(int... kinds) {
        List<Attribute> next = new ArrayList<>(list);
        next.removeIf(a -> contains(kinds, a.kind()));
        return new Attributes(next);
    }

    /// Only the attributes of the given kinds.
    public Attributes only(int... kinds) {
        List<Attribute> next = new ArrayList<>(list);
        next.removeIf(a -> !contains(kinds, a.kind()));
        return new Attributes(next);
    }

    private static boolean contains(int[] kinds, int kind) {
        for (int k : kinds) {
            if (k == kind) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Iterator<Attribute> iterator() {
        return list.iterator();
    }
}
