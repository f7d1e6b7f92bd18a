package io.routewright.app.vrfs;

import io.routewright.app.text.Strings;

/// The texts of this room.
final class VrfsText {
    private static final Strings TEXT = new Strings(VrfsText.class);

    private VrfsText() {}

    static String get(String key) {
        return TEXT.get(key);
    }

    static String get(String key, Object... values) {
        return TEXT.get(key, values);
    }

    /// `blue`, or `No VRF`.
    static String name(VrfCard card) {
        return card.isVrf() ? card.name() : TEXT.get("none");
    }

    /// `table isp2 (100)`.
    static String table(VrfCard card) {
        String number = Long.toString(card.table());
        return card.tableLabel().equals(number)
                ? TEXT.get("card.table", number)
                : TEXT.get("card.tableNamed", card.tableLabel(), number);
    }
}
