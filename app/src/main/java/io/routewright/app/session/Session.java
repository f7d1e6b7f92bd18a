package io.routewright.app.session;

import io.routewright.protocol.ChangeSet;
import io.routewright.protocol.Message;

import java.util.concurrent.CompletableFuture;

/// One site's live connection as the rest of the program sees it. Any thread may call.
public interface Session extends AutoCloseable {
    /// The site's name for the title bar, such as `sandbox` or `unix:/run/routewright/helper.sock`.
    String siteName();

    /// Applies a change set. The future always completes: with the helper's answer, or with
    /// `Message.Denied` carrying the reason when no helper is connected or it goes away meanwhile.
    CompletableFuture<Message.Outcome> apply(ChangeSet set);

    /// Asks the kernel for everything again.
    void resync();

    /// Ends the connection and the threads; idempotent.
    @Override
    void close();
}
