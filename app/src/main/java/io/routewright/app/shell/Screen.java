package io.routewright.app.shell;

import io.routewright.netlink.RtnetlinkObject;

import javafx.scene.Node;

/// One of the places the navigation leads to. FX thread only.
public interface Screen {
    /// Key of the screen: `routes`, `rules`, `nexthops`, `vrfs`. Its name on screen and its icon hang on it.
    String id();

    /// The screen's nodes; always the same ones.
    Node view();

    /// The screen came to the front: take the focus to where the work starts.
    void shown();

    /// Puts the focus into the filter box, where the screen has one (Ctrl+F).
    default void focusFilter() {}

    /// Starts adding what the screen is about (Ctrl+N).
    default void add() {}

    /// Selects that object and scrolls to it; says whether this screen shows such objects and has it.
    default boolean reveal(RtnetlinkObject object) {
        return false;
    }

    /// Shows only what the filter text matches, where the screen has a filter.
    default void filter(String text) {}
}
