package io.routewright.app.shell;

import io.routewright.netlink.RtnetlinkObject;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.Optional;

/// The object the inspector shows. FX thread only.
public final class Selection {
    private final ReadOnlyObjectWrapper<Optional<RtnetlinkObject>> object =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    public ReadOnlyObjectProperty<Optional<RtnetlinkObject>> objectProperty() {
        return object.getReadOnlyProperty();
    }

    public Optional<RtnetlinkObject> object() {
        return object.get();
    }

    /// Shows that object.
    public void select(RtnetlinkObject selected) {
        object.set(Optional.of(selected));
    }

    /// Shows nothing.
    public void clear() {
        object.set(Optional.empty());
    }
}
