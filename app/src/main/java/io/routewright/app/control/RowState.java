package io.routewright.app.control;

/// How a row of a `WindowedTable` is drawn. Each state has a sign of its own in the first, narrow column, so that
/// colour is not the only one.
public enum RowState {
    NONE("", ""),
    /// Staged to come into being.
    ADDED("added", "plus"),
    /// Staged to change.
    CHANGED("changed", "edit-2"),
    /// Staged to go.
    REMOVED("removed", "minus"),
    /// Vanished from the kernel a moment ago.
    GHOST("ghost", "x"),
    /// There, but the kernel does not use it.
    DEAD("dead", ""),
    /// The last attempt to apply its change failed.
    FAILED("failed", "alert-triangle");

    private final String word;
    private final String icon;

    RowState(String word, String icon) {
        this.word = word;
        this.icon = icon;
    }

    /// The pseudo-class and style class.
    public String word() {
        return word;
    }

    /// The Feather icon; empty when the state has none.
    public String icon() {
        return icon;
    }
}
