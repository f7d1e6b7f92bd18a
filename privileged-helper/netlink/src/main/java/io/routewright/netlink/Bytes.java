package io.routewright.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/// An immutable byte string with value equality. Numbers are read and written in host order, as
/// rtnetlink does, unless a method says otherwise. Offsets are checked: reading outside the bytes throws
/// `IndexOutOfBoundsException`, so callers check `length()` first.
public final class Bytes implements Comparable<Bytes> {
    /// No bytes at all: the value of a flag attribute.
    public static final Bytes EMPTY = new Bytes(new byte[0]);

    private final byte[] raw;

    private Bytes(byte[] raw) {
        this.raw = raw;
    }

    /// A copy of `source`.
    public static Bytes of(byte... source) {
        return source.length == 0 ? EMPTY : new Bytes(source.clone());
    }

    /// A copy of what lies between position and limit of `source`; the position is not moved.
    public static Bytes of(ByteBuffer source) {
        byte[] copy = new byte[source.remaining()];
        source.get(source.position(), copy);
        return new Bytes(copy);
    }

    /// One byte.
    public static Bytes u8(int value) {
        return new Bytes(new byte[] {(byte) value});
    }

    /// Two bytes, host order.
    public static Bytes u16(int value) {
        return new Bytes(host(2).putShort((short) value).array());
    }

    /// Two bytes, network order.
    public static Bytes u16be(int value) {
        return new Bytes(ByteBuffer.allocate(2).putShort((short) value).array());
    }

    /// Four bytes, host order; the low 32 bits of `value`.
    public static Bytes u32(long value) {
        return new Bytes(host(4).putInt((int) value).array());
    }

    /// Four bytes, network order.
    public static Bytes u32be(long value) {
        return new Bytes(ByteBuffer.allocate(4).putInt((int) value).array());
    }

    /// Eight bytes, host order.
    public static Bytes u64(long value) {
        return new Bytes(host(8).putLong(value).array());
    }

    /// Eight bytes, network order.
    public static Bytes u64be(long value) {
        return new Bytes(ByteBuffer.allocate(8).putLong(value).array());
    }

    /// UTF-8 text and a closing zero byte, as the kernel's NLA_NUL_STRING wants it.
    public static Bytes text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        return new Bytes(Arrays.copyOf(utf8, utf8.length + 1));
    }

    /// The given parts, one after the other.
    public static Bytes join(Bytes... parts) {
        int length = Arrays.stream(parts).mapToInt(Bytes::length).sum();
        ByteBuffer all = ByteBuffer.allocate(length);
        for (Bytes part : parts) {
            all.put(part.raw);
        }
        return new Bytes(all.array());
    }

    private static ByteBuffer host(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.nativeOrder());
    }

    public int length() {
        return raw.length;
    }

    /// The unsigned byte at `offset`.
    public int u8At(int offset) {
        return raw[offset] & 0xff;
    }

    /// The unsigned 16-bit number at `offset`, host order.
    public int u16At(int offset) {
        return view().getShort(offset) & 0xffff;
    }

    /// The unsigned 16-bit number at `offset`, network order.
    public int u16beAt(int offset) {
        return ByteBuffer.wrap(raw).getShort(offset) & 0xffff;
    }

    /// The signed 32-bit number at `offset`, host order.
    public int s32At(int offset) {
        return view().getInt(offset);
    }

    /// The unsigned 32-bit number at `offset`, host order.
    public long u32At(int offset) {
        return Integer.toUnsignedLong(view().getInt(offset));
    }

    /// The unsigned 32-bit number at `offset`, network order.
    public long u32beAt(int offset) {
        return Integer.toUnsignedLong(ByteBuffer.wrap(raw).getInt(offset));
    }

    /// The 64-bit number at `offset`, host order.
    public long u64At(int offset) {
        return view().getLong(offset);
    }

    /// The 64-bit number at `offset`, network order.
    public long u64beAt(int offset) {
        return ByteBuffer.wrap(raw).getLong(offset);
    }

    /// The text before the first zero byte (or all of it), decoded as UTF-8.
    public String asText() {
        int end = 0;
        while (end < raw.length && raw[end] != 0) {
            end++;
        }
        return new String(raw, 0, end, StandardCharsets.UTF_8);
    }

    /// `length` bytes from `offset`.
    public Bytes slice(int offset, int length) {
        return length == 0 ? EMPTY : new Bytes(Arrays.copyOfRange(raw, offset, offset + length));
    }

    /// All bytes from `offset` on.
    public Bytes from(int offset) {
        return slice(offset, raw.length - offset);
    }

    /// A copy.
    public byte[] toArray() {
        return raw.clone();
    }

    /// A read-only view in host order.
    public ByteBuffer view() {
        return ByteBuffer.wrap(raw).asReadOnlyBuffer().order(ByteOrder.nativeOrder());
    }

    /// Unsigned lexicographic order.
    @Override
    public int compareTo(Bytes other) {
        return Arrays.compareUnsigned(raw, other.raw);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that && Arrays.equals(raw, that.raw);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(raw);
    }

    /// Lower-case hexadecimal, no separators.
    @Override
    public String toString() {
        return HexFormat.of().formatHex(raw);
    }
}
