package io.routewright.app.routes;

import io.routewright.app.text.Strings;

/// The texts of this room.
final class RoutesText {
    static final Strings TEXT = new Strings(RoutesText.class);

    private RoutesText() {}

    static String get(String key) {
        return TEXT.get(key);
    }

    static String of(InvalidFieldException problem) {
        return TEXT.get(problem.key(), problem.values());
    }

    static String of(TableEntry.Trouble trouble) {
        return TEXT.get(trouble.key(), trouble.values().toArray());
    }

    static String of(Consequence consequence) {
        return TEXT.get(consequence.key(), consequence.values().toArray());
    }
}
