package io.routewright.app.shell;

import javafx.scene.Parent;

import java.util.List;
import java.util.function.Supplier;

/// A screen that has dialogs, or states of its own worth a picture. `./run screenshots` takes them, and pictures are
/// how a change of the look is reviewed.
public interface Gallery {
    /// A dialog to be pictured.
    ///
    /// @param name file name without theme and ending, such as `route-editor`
    /// @param dialog builds the dialog's root node, filled with something of the live state; never shown in a window
    record Shot(String name, Supplier<Parent> dialog) {}

    /// The dialogs as of the latest snapshot.
    List<Shot> shots();
}
