package io.routewright.app.control;

/// A visible row: what the stock table gets as its item. A new one for each refresh, so that cells read it anew.
record Slot<R>(R row, int index) {
    /// By identity: two refreshes of the same row are not the same item.
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
