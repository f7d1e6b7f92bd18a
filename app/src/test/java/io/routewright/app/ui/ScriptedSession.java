package io.routewright.app.ui;

import io.routewright.app.session.Session;
import io.routewright.protocol.ChangeSet;
import io.routewright.protocol.Message;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// A session that answers what the test says and remembers what it was asked.
public final class ScriptedSession implements Session {
    public final List<ChangeSet> applied = new ArrayList<>();
    public Message.Outcome answer = new Message.Applied("1");
    public int resyncs;

    @Override
    public String siteName() {
        return "sandbox";
    }

    @Override
    public CompletableFuture<Message.Outcome> apply(ChangeSet set) {
        applied.add(set);
        return CompletableFuture.completedFuture(answer);
    }

    @Override
    public void resync() {
        resyncs++;
    }

    @Override
    public void close() {
        // nothing is open
    }
}
