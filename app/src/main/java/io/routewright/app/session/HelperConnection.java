package io.routewright.app.session;

import io.routewright.app.text.Strings;
import io.routewright.protocol.ChangeSet;
import io.routewright.protocol.Frame;
import io.routewright.protocol.MalformedFrameException;
import io.routewright.protocol.Message;
import io.routewright.protocol.MessageCodec;

import org.jspecify.annotations.Nullable;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/// The connection to one helper, kept up for ever: one thread connects, says hello, reads, writes and calls the
/// peer, and starts again with a growing pause whenever the line breaks.
public final class HelperConnection implements Session {
    private static final int PROTOCOL = 1;
    private static final Strings TEXTS = new Strings(HelperConnection.class);

    /// After this silence a sign of life is asked for. Shorter: needless traffic; longer: see below.
    private static final Duration QUIET = Duration.ofSeconds(15);

    /// After this silence the helper counts as gone. Shorter: a helper busy with a large apply is given up; longer: a
    /// hung helper's old state is shown as live.
    private static final Duration DEAD = Duration.ofSeconds(45);

    private final Site site;
    private final Peer peer;
    private final Endpoint endpoint;
    private final Thread thread;
    private final AtomicLong lastRequest = new AtomicLong();
    private final AtomicBoolean isResyncAsked = new AtomicBoolean();
    private final Map<Long, CompletableFuture<Message.Outcome>> applies = new ConcurrentHashMap<>();
    private volatile boolean isClosed;
    private volatile @Nullable Line line;
    private boolean isPinged;

    private HelperConnection(Site site, Peer peer, Endpoint endpoint) {
        this.site = site;
        this.peer = peer;
        this.endpoint = endpoint;
        this.thread = new Thread(this::run, "routewright-session");
        thread.setDaemon(true);
    }

    /// Starts to connect and returns at once.
    public static HelperConnection open(Site site, Peer peer) {
        HelperConnection connection = new HelperConnection(site, peer, Endpoint.of(site));
        connection.thread.start();
        return connection;
    }

    @Override
    public String siteName() {
        return site.text();
    }

    private void run() {
        int attempts = 0;
        while (!isClosed) {
            Ending ending = connectOnce();
            failApplies(ending.reason());
            attempts = ending.wasUp() ? 1 : attempts + 1;
            if (isClosed) {
                return;
            }
            if (ending.isFinal()) {
                peer.changed(new Connection.Refused(ending.reason()));
                return;
            }
            peer.changed(new Connection.Lost(ending.reason(), attempts));
            pause(Backoff.after(attempts));
        }
    }

    /// Why a connection is over.
    ///
    /// @param wasUp whether the helper had welcomed us
    /// @param isFinal whether another attempt is pointless
    private record Ending(String reason, boolean wasUp, boolean isFinal) {}

    private void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            // Only close() interrupts; the loop ends by itself then.
            return;
        }
    }

    private Ending connectOnce() {
        AtomicBoolean wasUp = new AtomicBoolean();
        try (Line opened = dial()) {
            isPinged = false;
            line = opened;
            opened.send(hello());
            while (!isClosed) {
                opened.await(nextWait(wasUp.get()));
                Optional<Ending> ending = receive(opened, wasUp);
                if (ending.isPresent()) {
                    return ending.get();
                }
                checkLife(opened);
            }
            return new Ending(TEXTS.get("closed"), wasUp.get(), true);
        } catch (UnreachableException e) {
            return new Ending(e.sentence(), wasUp.get(), false);
        } catch (EOFException e) {
            return new Ending(TEXTS.get("ended"), wasUp.get(), false);
        } catch (IOException e) {
            return new Ending(
                    TEXTS.get("broken", String.valueOf(e.getMessage())), wasUp.get(), false);
        } catch (MalformedFrameException e) {
            return new Ending(
                    TEXTS.get("garbled", String.valueOf(e.getMessage())), wasUp.get(), false);
        } catch (InterruptedException e) {
            return new Ending(TEXTS.get("closed"), wasUp.get(), true);
        } finally {
            line = null;
        }
    }

    private Line dial() throws UnreachableException, InterruptedException {
        Path socket = endpoint.socket();
        if (!Files.exists(socket)) {
            throw new UnreachableException(TEXTS.get("noSocket", socket));
        }
        try {
            return Line.open(socket);
        } catch (IOException e) {
            throw new UnreachableException(
                    Files.isWritable(socket)
                            ? TEXTS.get("notListening", socket)
                            : TEXTS.get("notAllowed", socket));
        }
    }

    private Frame hello() {
        return MessageCodec.encode(
                new Message.Hello(PROTOCOL, PROTOCOL, "routewright"),
                lastRequest.incrementAndGet());
    }

    private Duration nextWait(boolean isUp) {
        if (isUp && isResyncAsked.getAndSet(false)) {
            peer.resyncAsked();
        }
        Duration wanted = isUp ? peer.turn() : QUIET;
        return wanted.compareTo(QUIET) < 0 ? wanted : QUIET;
    }

    private Optional<Ending> receive(Line from, AtomicBoolean wasUp)
            throws MalformedFrameException {
        for (Optional<Frame> f = from.next(); f.isPresent(); f = from.next()) {
            isPinged = false;
            Message.ToClient message = MessageCodec.decodeToClient(f.get());
            Optional<Ending> refusal = wasUp.get() ? Optional.empty() : greet(message, wasUp);
            if (refusal.isPresent()) {
                return refusal;
            }
            take(f.get().requestId(), message);
        }
        return Optional.empty();
    }

    private Optional<Ending> greet(Message.ToClient message, AtomicBoolean wasUp) {
        return switch (message) {
            case Message.Welcome welcome -> {
                wasUp.set(true);
                peer.connected(welcome, this::request);
                yield Optional.empty();
            }
            case Message.Denied denied -> Optional.of(new Ending(denied.reason(), false, true));
            case Message.Malformed m ->
                    Optional.of(new Ending(TEXTS.get("otherVersion", m.what()), false, true));
            default -> Optional.of(new Ending(TEXTS.get("noWelcome"), false, false));
        };
    }

    private void take(long requestId, Message.ToClient message) {
        CompletableFuture<Message.Outcome> apply = applies.remove(requestId);
        if (apply != null && message instanceof Message.Outcome outcome) {
            apply.complete(outcome);
        } else if (!(message instanceof Message.Welcome || message instanceof Message.Pong)) {
            peer.received(requestId, message);
        }
    }

    private void checkLife(Line opened) throws UnreachableException {
        Duration silence = opened.silence();
        if (silence.compareTo(DEAD) > 0) {
            throw new UnreachableException(TEXTS.get("silent", DEAD.toSeconds()));
        }
        if (silence.compareTo(QUIET) >= 0 && !isPinged) {
            isPinged = true;
            request(new Message.Ping());
        }
    }

    private long request(Message.ToHelper message) {
        long id = lastRequest.incrementAndGet();
        Line open = line;
        if (open != null) {
            open.send(MessageCodec.encode(message, id));
        }
        return id;
    }

    @Override
    public CompletableFuture<Message.Outcome> apply(ChangeSet set) {
        CompletableFuture<Message.Outcome> answer = new CompletableFuture<>();
        long id = lastRequest.incrementAndGet();
        Frame frame = MessageCodec.encode(new Message.Apply(set), id);
        if (!Line.fits(frame.payload())) {
            answer.complete(new Message.Denied(TEXTS.get("tooLarge")));
            return answer;
        }
        applies.put(id, answer);
        // The line is read after the entry is made: a line lost before is seen here, one lost later
        // fails the entry.
        Line open = line;
        if (open == null) {
            applies.remove(id);
            answer.complete(new Message.Denied(TEXTS.get("notConnected")));
        } else {
            open.send(frame);
        }
        return answer;
    }

    private void failApplies(String reason) {
        for (Long id : applies.keySet()) {
            CompletableFuture<Message.Outcome> answer = applies.remove(id);
            if (answer != null) {
                answer.complete(new Message.Denied(TEXTS.get("lostMeanwhile", reason)));
            }
        }
    }

    @Override
    public void resync() {
        isResyncAsked.set(true);
        wake();
    }

    private void wake() {
        Line open = line;
        if (open != null) {
            open.wake();
        }
    }

    @Override
    public void close() {
        isClosed = true;
        wake();
        thread.interrupt();
        endpoint.close();
        failApplies(TEXTS.get("closed"));
    }
}
