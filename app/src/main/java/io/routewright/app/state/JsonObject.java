package io.routewright.app.state;

import com.fasterxml.jackson.core.JsonGenerator;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A JSON object being put together, keys in order. Values are texts, numbers, booleans, `NULL`, lists of those, or
/// further objects.
final class JsonObject {
    /// JSON's null, with which `ip` marks what has no value, such as `"not": null`.
    static final Object NULL = new Object();

    private final Map<String, Object> values = new LinkedHashMap<>();

    JsonObject put(String key, Object value) {
        values.put(key, value);
        return this;
    }

    JsonObject mark(String key) {
        return put(key, NULL);
    }

    /// A number that `ip -N` prints as a text.
    JsonObject text(String key, long number) {
        return put(key, Long.toString(number));
    }

    /// A number that `ip` prints as C's `%#x`.
    JsonObject hex(String key, long number) {
        return put(key, number == 0 ? "0" : "0x" + Long.toHexString(number));
    }

    void write(JsonGenerator out) throws IOException {
        out.writeStartObject();
        for (Map.Entry<String, Object> e : values.entrySet()) {
            out.writeFieldName(e.getKey());
            write(e.getValue(), out);
        }
        out.writeEndObject();
    }

    private static void write(Object value, JsonGenerator out) throws IOException {
        switch (value) {
            case String text -> out.writeString(text);
            case Boolean truth -> out.writeBoolean(truth);
            case Integer number -> out.writeNumber(number);
            case Long number -> out.writeNumber(number);
            case Double number -> out.writeNumber(number);
            case JsonObject object -> object.write(out);
            case List<?> list -> writeAll(list, out);
            default -> out.writeNull();
        }
    }

    private static void writeAll(List<?> list, JsonGenerator out) throws IOException {
        out.writeStartArray();
        for (Object element : new ArrayList<Object>(list)) {
            write(element, out);
        }
        out.writeEndArray();
    }
}
