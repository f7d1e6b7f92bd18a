package io.routewright.daemon.client;

import io.routewright.daemon.Conductor;
import io.routewright.daemon.kernel.KernelException;
import io.routewright.daemon.kernel.PeerCredentials;
import io.routewright.daemon.kernel.UnixListener;
import io.routewright.daemon.kernel.UnixStream;
import io.routewright.daemon.relay.Outlet;
import io.routewright.protocol.Message;

/// Accepts peers and gives each a thread, within the quota.
public final class Listener {
    private final UnixListener socket;
    private final Conductor conductor;
    private final Quota quota = new Quota();

    public Listener(UnixListener socket, Conductor conductor) {
        this.socket = socket;
        this.conductor = conductor;
    }

    /// Accepts until the socket is closed.
    ///
    /// @throws KernelException accept failed; also after `close` of the socket
    public void serve() throws KernelException {
        while (true) {
            UnixStream stream = socket.accept();
            PeerCredentials peer = stream.peer();
            if (quota.enter(peer.uid())) {
                Thread.ofPlatform().name("client").start(() -> serve(stream, peer));
            } else {
                turnAway(stream);
            }
        }
    }

    private void serve(UnixStream stream, PeerCredentials peer) {
        try (stream) {
            new ClientConnection(stream, peer, conductor).run();
        } finally {
            quota.leave(peer.uid());
        }
    }

    /// The frame fits an empty socket buffer, so this never waits.
    private static void turnAway(UnixStream stream) {
        try (stream) {
            new Outlet(stream).send(new Message.Busy(), 0);
        } catch (KernelException e) {
            // gone already
        }
    }
}
