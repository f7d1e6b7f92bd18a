package io.routewright.app.shell;

/// Opens the dialog that stages pasted `ip` commands.
final class Pasting {
    private final Workspace workspace;

    Pasting(Workspace workspace) {
        this.workspace = workspace;
    }

    void open() {
        workspace.navigator().tell("", false);
    }
}
