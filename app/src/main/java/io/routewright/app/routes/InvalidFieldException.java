package io.routewright.app.routes;

import java.util.List;

/// A text that is no value for its field, or no word of the filter.
final class InvalidFieldException extends Exception {
    private static final long serialVersionUID = 1;

    private final String key;
    private final transient List<Object> values;

    /// @param key of the sentence in the bundle, without its leading `invalid.`
    InvalidFieldException(String key, Object... values) {
        super(key);
        this.key = "invalid." + key;
        this.values = List.of(values);
    }

    String key() {
        return key;
    }

    Object[] values() {
        return values.toArray();
    }
}
