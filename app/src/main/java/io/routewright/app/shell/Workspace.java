package io.routewright.app.shell;

import io.routewright.app.feed.FrameFeed;
import io.routewright.app.session.Session;
import io.routewright.app.staging.Staging;

/// What every screen is built with.
///
/// @param feed the kernel's truth, snapshot by snapshot
/// @param staging the admin's intent
/// @param selection the object shown in the inspector
/// @param navigator to other screens and to the shell's dialogs
/// @param session the live connection
/// @param outcomes how the last apply ended, per object
public record Workspace(
        FrameFeed feed,
        Staging staging,
        Selection selection,
        Navigator navigator,
        Session session,
        Outcomes outcomes) {}
