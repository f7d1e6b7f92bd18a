package io.routewright.app.ipcommand;

import io.routewright.app.text.Strings;

import java.util.Optional;

/// The texts of this room.
final class Texts {
    static final Strings STRINGS = new Strings(Texts.class);

    private Texts() {}

    /// `Did you mean …?`, or nothing.
    static String didYouMean(Optional<String> guess) {
        return guess.map(g -> STRINGS.get("didYouMean", g)).orElse("");
    }

    static String fix(String key, Object... values) {
        return STRINGS.get("fix." + key, values);
    }
}
