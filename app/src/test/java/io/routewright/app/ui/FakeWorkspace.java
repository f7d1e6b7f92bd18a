package io.routewright.app.ui;

import io.routewright.app.feed.FrameFeed;
import io.routewright.app.session.Session;
import io.routewright.app.shell.Navigator;
import io.routewright.app.shell.Outcomes;
import io.routewright.app.shell.Selection;
import io.routewright.app.shell.Workspace;
import io.routewright.app.staging.Staging;
import io.routewright.app.store.Snapshot;
import io.routewright.netlink.RtnetlinkObject;
import io.routewright.protocol.ChangeSet;
import io.routewright.protocol.Message;

import javafx.stage.Window;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// A workspace without a helper: what is published is the truth, what is staged stays staged, what the screen tells is
/// remembered.
public final class FakeWorkspace implements Navigator, Session {
    private final FrameFeed feed = new FrameFeed();
    private final Staging staging = new Staging();
    private final Outcomes outcomes = new Outcomes();
    private final List<String> told = new ArrayList<>();
    private final Workspace workspace =
            new Workspace(feed, staging, new Selection(), this, this, outcomes);

    /// What the screen is built with.
    public Workspace workspace() {
        return workspace;
    }

    public Staging staging() {
        return staging;
    }

    /// The sentences told, and where the screen wanted to go.
    public List<String> told() {
        return told;
    }

    /// Any thread: the kernel has this now.
    public void publish(Snapshot snapshot) {
        feed.publish(snapshot);
        UiTest.settle();
    }

    @Override
    public void goTo(String screenId) {
        told.add("go " + screenId);
    }

    @Override
    public void reveal(RtnetlinkObject object) {
        told.add("reveal");
    }

    @Override
    public void showRoutes(String filter) {
        told.add("routes " + filter);
    }

    @Override
    public void tell(String sentence, boolean isWarning) {
        told.add(sentence);
    }

    @Override
    public Window window() {
        return Window.getWindows().getFirst();
    }

    @Override
    public String siteName() {
        return "test";
    }

    @Override
    public CompletableFuture<Message.Outcome> apply(ChangeSet set) {
        return CompletableFuture.completedFuture(new Message.Applied(set.id()));
    }

    @Override
    public void resync() {
        told.add("resync");
    }

    @Override
    public void close() {
        told.add("close");
    }
}
