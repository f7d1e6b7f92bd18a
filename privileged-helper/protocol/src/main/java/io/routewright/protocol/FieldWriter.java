package io.routewright.protocol;

import io.routewright.netlink.Attribute;
import io.routewright.netlink.Bytes;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Collects the fields of one payload in order.
final class FieldWriter {
    private final List<Attribute> fields = new ArrayList<>();

    FieldWriter u32(int type, long value) {
        return bytes(type, Bytes.u32(value));
    }

    FieldWriter u64(int type, long value) {
        return bytes(type, Bytes.u64(value));
    }

    FieldWriter flag(int type, boolean value) {
        return bytes(type, Bytes.u8(value ? 1 : 0));
    }

    /// UTF-8 without a closing zero; cut to the limit so that an over-long kernel text never breaks a frame.
    FieldWriter text(int type, String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        int end = Math.min(utf8.length, Limits.TEXT);
        while (end < utf8.length && (utf8[end] & 0xc0) == 0x80) {
            end--;
        }
        return bytes(type, Bytes.of(utf8).slice(0, end));
    }

    FieldWriter bytes(int type, Bytes value) {
        fields.add(new Attribute(type, value));
        return this;
    }

    List<Attribute> fields() {
        return fields;
    }
}
