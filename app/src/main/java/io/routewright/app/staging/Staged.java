package io.routewright.app.staging;

import io.routewright.app.text.Strings;

/// The texts of this room.
final class Staged {
    static final Strings STRINGS = new Strings(Staged.class);

    private Staged() {}
}
