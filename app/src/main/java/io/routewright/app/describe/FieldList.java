package io.routewright.app.describe;

import io.routewright.app.store.Snapshot;
import io.routewright.app.text.Strings;
import io.routewright.netlink.Attribute;
import io.routewright.netlink.Attributes;
import io.routewright.netlink.Bytes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Collects the fields of one object.
final class FieldList {
    /// How an attribute is shown; one shorter than `length` bytes is shown as bytes.
    record Shape(String key, int length, Words words) {}

    /// An attribute's value in words.
    interface Words {
        String of(Bytes value, Snapshot snapshot);
    }

    private static final Strings STRINGS = new Strings(FieldList.class);

    private final List<Field> fields = new ArrayList<>();
    private final Snapshot snapshot;

    FieldList(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    List<Field> fields() {
        return List.copyOf(fields);
    }

    Snapshot snapshot() {
        return snapshot;
    }

    static String label(String key) {
        return STRINGS.get("field." + key);
    }

    FieldList add(String key, String value, String raw) {
        fields.add(new Field(key, label(key), value, raw));
        return this;
    }

    FieldList add(String key, String value, long raw) {
        return add(key, value, Long.toString(raw));
    }

    /// A field that appears several times, such as the legs of a route; counted from 1.
    FieldList addNumbered(String key, int number, String value, String raw) {
        fields.add(new Field(key + "." + number, label(key) + " " + number, value, raw));
        return this;
    }

    /// An RTAX_* value; its word is its label.
    FieldList addMetric(String word, String value, String raw) {
        fields.add(new Field("metric." + word, word, value, raw));
        return this;
    }

    /// Every attribute in wire order; those without a shape as bytes.
    FieldList addAll(Attributes attributes, Map<Integer, Shape> shapes) {
        for (Attribute a : attributes) {
            Shape shape = shapes.get(a.kind());
            if (shape == null) {
                addUnknown(a);
            } else {
                String value =
                        a.value().length() < shape.length()
                                ? a.value().toString()
                                : shape.words().of(a.value(), snapshot);
                add(shape.key(), value, a.value().toString());
            }
        }
        return this;
    }

    /// An attribute this program has no word for.
    void addUnknown(Attribute a) {
        String raw = a.value().toString();
        String number = Integer.toString(a.kind());
        fields.add(
                new Field("attribute." + number, STRINGS.get("field.attribute", number), raw, raw));
    }
}
