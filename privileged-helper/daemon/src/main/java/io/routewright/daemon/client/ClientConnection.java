package io.routewright.daemon.client;

import io.routewright.daemon.Conductor;
import io.routewright.daemon.kernel.KernelException;
import io.routewright.daemon.kernel.PeerCredentials;
import io.routewright.daemon.kernel.UnixStream;
import io.routewright.daemon.relay.Outlet;
import io.routewright.protocol.Frame;
import io.routewright.protocol.FrameReader;
import io.routewright.protocol.Limits;
import io.routewright.protocol.MalformedFrameException;
import io.routewright.protocol.Message;
import io.routewright.protocol.MessageCodec;

import java.nio.ByteBuffer;
import java.util.Optional;

/// One client from accept to end. This thread reads and answers pings; a `ClientWork` thread does the rest in order,
/// so that a long dump never hides a sign of life.
final class ClientConnection implements Runnable {
    /// From accept to the whole hello. Shorter would fail a client that is swapped in; longer keeps a silent peer's place.
    private static final int HELLO_MILLIS = 5_000;

    private static final int VERSION = 1;

    private final UnixStream stream;
    private final PeerCredentials peer;
    private final Conductor conductor;
    private final Outlet outlet;
    private final FrameReader frames = new FrameReader(Limits.BEFORE_HELLO);
    private final ByteBuffer in = ByteBuffer.allocateDirect(64 * 1024);

    ClientConnection(UnixStream stream, PeerCredentials peer, Conductor conductor) {
        this.stream = stream;
        this.peer = peer;
        this.conductor = conductor;
        this.outlet = new Outlet(stream);
    }

    @Override
    public void run() {
        try {
            serve();
        } catch (MalformedFrameException e) {
            say(new Message.Malformed(String.valueOf(e.getMessage())));
        } catch (KernelException e) {
            // the peer is gone: nobody to tell
        } finally {
            stream.hangUp();
        }
    }

    private void say(Message last) {
        try {
            outlet.send(last, 0);
        } catch (KernelException e) {
            // the peer is gone: nobody to tell
        }
    }

    private void serve() throws KernelException, MalformedFrameException {
        Optional<Frame> first = firstFrame();
        if (first.isEmpty()) {
            return;
        }
        if (!(MessageCodec.decodeToHelper(first.get()) instanceof Message.Hello hello)) {
            throw new MalformedFrameException("the first message must be a hello");
        }
        if (hello.protocolMin() > VERSION || hello.protocolMax() < VERSION) {
            throw new MalformedFrameException(
                    "version: this helper speaks " + VERSION + " to " + VERSION);
        }
        if (!conductor.serves(peer)) {
            outlet.send(
                    new Message.Denied("this helper does not serve user " + peer.uid()),
                    first.get().requestId());
            return;
        }
        outlet.send(conductor.welcome(VERSION), first.get().requestId());
        frames.setLimit(Limits.TO_HELPER);
        serveWelcomed();
    }

    private Optional<Frame> firstFrame() throws KernelException, MalformedFrameException {
        long deadline = System.nanoTime() + HELLO_MILLIS * 1_000_000L;
        Optional<Frame> frame = frames.next();
        while (frame.isEmpty()) {
            int left = (int) ((deadline - System.nanoTime()) / 1_000_000L);
            if (left <= 0 || !stream.read(in, left)) {
                return Optional.empty();
            }
            frames.feed(in);
            frame = frames.next();
        }
        return frame;
    }

    private void serveWelcomed() throws KernelException {
        try (ClientWork work = ClientWork.start(stream, outlet, conductor)) {
            readTo(work);
        }
    }

    /// A malformed frame is answered here, before the end of the work hangs up.
    private void readTo(ClientWork work) throws KernelException {
        try {
            do {
                for (Optional<Frame> f = frames.next(); f.isPresent(); f = frames.next()) {
                    take(f.get(), work);
                }
            } while (stream.read(in, -1) && fed());
        } catch (MalformedFrameException e) {
            say(new Message.Malformed(String.valueOf(e.getMessage())));
        }
    }

    private boolean fed() {
        frames.feed(in);
        return true;
    }

    private void take(Frame frame, ClientWork work)
            throws KernelException, MalformedFrameException {
        Message.ToHelper message = MessageCodec.decodeToHelper(frame);
        switch (message) {
            case Message.Ping ping -> outlet.send(new Message.Pong(), frame.requestId());
            case Message.Hello again -> throw new MalformedFrameException("a second hello");
            default -> work.put(message, frame.requestId());
        }
    }
}
