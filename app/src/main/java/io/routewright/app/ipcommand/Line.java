package io.routewright.app.ipcommand;

import java.util.StringJoiner;

/// A command being written, word by word.
final class Line {
    private final StringJoiner words = new StringJoiner(" ");

    static Line of(String start) {
        return new Line().add(start);
    }

    /// Adds words; the empty text adds nothing.
    Line add(String word) {
        if (!word.isEmpty()) {
            words.add(word);
        }
        return this;
    }

    Line add(String key, String value) {
        return add(key).add(value);
    }

    Line addIf(boolean condition, String key, String value) {
        return condition ? add(key, value) : this;
    }

    Line addIf(boolean condition, String word) {
        return condition ? add(word) : this;
    }

    @Override
    public String toString() {
        return words.toString();
    }
}
