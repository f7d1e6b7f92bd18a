package io.routewright.protocol;

import io.routewright.netlink.Attribute;
import io.routewright.netlink.Attributes;
import io.routewright.netlink.Bytes;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads the fields of one payload strictly: each kind of value has one length, texts are strict UTF-8 within the
/// limit, and a field nobody asked for is an error.
final class FieldReader {
    private final List<Attribute> all;
    private final boolean[] read;

    FieldReader(Attributes fields) {
        all = fields.list();
        read = new boolean[all.size()];
    }

    List<Attribute> takeAll() {
        java.util.Arrays.fill(read, true);
        return all;
    }

    Bytes bytes(int type) throws MalformedFrameException {
        List<Bytes> found = values(type);
        if (found.size() != 1) {
            throw new MalformedFrameException(
                    "field " + type + " is there " + found.size() + " times, not once");
        }
        return found.getFirst();
    }

    private List<Bytes> values(int type) {
        List<Bytes> found = new ArrayList<>();
        for (int i = 0; i < read.length; i++) {
            if (all.get(i).type() == type) {
                read[i] = true;
                found.add(all.get(i).value());
            }
        }
        return found;
    }

    long u32(int type) throws MalformedFrameException {
        return sized(bytes(type), 4).u32At(0);
    }

    int s32(int type) throws MalformedFrameException {
        return sized(bytes(type), 4).s32At(0);
    }

    long u64(int type) throws MalformedFrameException {
        return sized(bytes(type), 8).u64At(0);
    }

    boolean flag(int type) throws MalformedFrameException {
        return sized(bytes(type), 1).u8At(0) != 0;
    }

    String text(int type) throws MalformedFrameException {
        return text(bytes(type));
    }

    List<Long> u32s(int type) throws MalformedFrameException {
        List<Long> found = new ArrayList<>();
        for (Bytes b : values(type)) {
            found.add(sized(b, 4).u32At(0));
        }
        return found;
    }

    List<Integer> s32s(int type) throws MalformedFrameException {
        List<Integer> found = new ArrayList<>();
        for (Bytes b : values(type)) {
            found.add(sized(b, 4).s32At(0));
        }
        return found;
    }

    List<Boolean> flags(int type) throws MalformedFrameException {
        List<Boolean> found = new ArrayList<>();
        for (Bytes b : values(type)) {
            found.add(sized(b, 1).u8At(0) != 0);
        }
        return found;
    }

    List<String> texts(int type) throws MalformedFrameException {
        List<String> found = new ArrayList<>();
        for (Bytes b : values(type)) {
            found.add(text(b));
        }
        return found;
    }

    Map<String, String> textPairs(int keyType, int valueType) throws MalformedFrameException {
        List<String> keys = texts(keyType);
        List<String> values = texts(valueType);
        if (keys.size() != values.size()) {
            throw new MalformedFrameException(
                    keys.size() + " keys for " + values.size() + " values");
        }
        Map<String, String> found = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            found.put(keys.get(i), values.get(i));
        }
        return found;
    }

    void requireAllRead() throws MalformedFrameException {
        for (int i = 0; i < read.length; i++) {
            if (!read[i]) {
                throw new MalformedFrameException("unknown field " + all.get(i).type());
            }
        }
    }

    static Bytes sized(Bytes value, int length) throws MalformedFrameException {
        if (value.length() != length) {
            throw new MalformedFrameException(
                    "field of " + value.length() + " bytes, not " + length);
        }
        return value;
    }

    static String text(Bytes value) throws MalformedFrameException {
        if (value.length() > Limits.TEXT) {
            throw new MalformedFrameException(
                    "text of " + value.length() + " bytes, at most " + Limits.TEXT);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(value.toArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedFrameException("text that is not UTF-8");
        }
    }
}
