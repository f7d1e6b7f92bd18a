package io.routewright.app.session;

import io.routewright.protocol.Message;

import java.time.Duration;

/// Who hears what the helper says. Every method is called on the session's thread, so an implementation needs no
/// locks; it must not block, because the socket is not read meanwhile.
public interface Peer {
    /// Sends a request on the connection that is up; without one it goes nowhere.
    @FunctionalInterface
    interface Requests {
        /// The request's number, which the answer carries.
        long send(Message.ToHelper request);
    }

    /// A connection has come up; everything known before may be wrong.
    void connected(Message.Welcome welcome, Requests requests);

    /// A message, with the number of the request it answers (0 for events).
    void received(long requestId, Message.ToClient message);

    /// The connection's state changed; `Live` is never told here, because it takes more than a connection.
    void changed(Connection state);

    /// Somebody wants everything read again.
    void resyncAsked();

    /// Does what is due and says how long nothing will be. Called after every message, and again when that time is over.
    Duration turn();
}
