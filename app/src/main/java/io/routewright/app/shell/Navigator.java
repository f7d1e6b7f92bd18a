package io.routewright.app.shell;

import io.routewright.netlink.RtnetlinkObject;

import javafx.stage.Window;

/// Ways from a screen to somewhere else. FX thread only.
public interface Navigator {
    /// Goes to the screen with that id.
    void goTo(String screenId);

    /// Goes to the screen that shows such objects and selects this one there.
    void reveal(RtnetlinkObject object);

    /// Goes to the Routes screen, showing only what the filter text matches.
    void showRoutes(String filter);

    /// Shows a short message in the status line; `isWarning` colours it.
    void tell(String sentence, boolean isWarning);

    /// The window dialogs belong to.
    Window window();
}
