package io.routewright.app.feed;

import io.routewright.app.session.Connection;
import io.routewright.app.session.Peer;
import io.routewright.app.store.Kernel;
import io.routewright.app.store.Snapshot;
import io.routewright.app.store.TableNames;
import io.routewright.netlink.Address;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.IfLinkH;
import io.routewright.netlink.MalformedMessageException;
import io.routewright.netlink.NetlinkMessage;
import io.routewright.protocol.Message;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.LongSupplier;

/// Keeps the store equal to the kernel. Events are hints, dumps are truth: an event only says which kinds may have
/// changed, and those are read again, whole. Nothing is ever derived from an event's content, because the kernel
/// changes much without one. What changes with no event at all is found by looking regularly.
///
/// Owned by the session's thread; `health` may be read by any.
final class Mirror implements Peer {
    /// Who is told.
    interface Listener {
        /// A new snapshot: something differs from the one before.
        void changed(Snapshot snapshot);

        /// How the connection stands; `Live` once everything was read on this connection.
        void changed(Connection state);
    }

    private static final long MILLI = 1_000_000L;

    /// Dumps of nexthops and addresses are marked interrupted almost always under steady change: after this many in a row
    /// the last one is taken, and the kind read again later.
    private static final int ATTEMPTS = 3;

    /// A second look after events with an aftermath. Shorter: the kernel may not be done (it waits for RCU); longer: a
    /// silent change that slipped behind the first dump shows that much later.
    private static final long AFTERMATH = 300 * MILLI;

    /// Before another attempt at a kind that could not be read.
    private static final long AFTER_FAILURE = 500 * MILLI;

    /// How often to look at what changes with no event and costs next to nothing to read: sysctls, and addresses while
    /// one is being probed for duplicates. Shorter: needless work; longer: the store trails by more than a second.
    private static final long PEEK = 600 * MILLI;

    private static final Set<Integer> NOT_SUPPORTED = Set.of(93, 95, 97);

    private final LongSupplier nanoTime;
    private final Clock clock;
    private final Listener listener;
    private final Store store = new Store();
    private final Agenda agenda = new Agenda();
    private final Meter meter = new Meter();
    private final Set<Kind> unread = EnumSet.allOf(Kind.class);
    private final Set<Kind> unaudited = EnumSet.noneOf(Kind.class);
    private Requests requests = request -> 0;
    private @Nullable Round round;
    private boolean isLive;
    private long nextPeek;
    private long nextAudit;
    private volatile Instant lastFullCheck = Instant.EPOCH;
    private volatile int resyncs;

    Mirror(LongSupplier nanoTime, Clock clock, Listener listener) {
        this.nanoTime = nanoTime;
        this.clock = clock;
        this.listener = listener;
    }

    /// Any thread.
    Health health() {
        return new Health(
                meter.total(), meter.perSecond(nanoTime.getAsLong()), lastFullCheck, resyncs);
    }

    @Override
    public void connected(Message.Welcome welcome, Requests newRequests) {
        requests = newRequests;
        isLive = false;
        round = null;
        store.setKernel(
                new Kernel(
                        welcome.kernelRelease(),
                        Set.copyOf(welcome.features()),
                        welcome.canWrite()));
        agenda.clear();
        requests.send(new Message.Subscribe());
        readEverything();
    }

    private void readEverything() {
        long now = nanoTime.getAsLong();
        unread.addAll(EnumSet.allOf(Kind.class));
        unaudited.addAll(unread);
        unread.forEach(kind -> agenda.demand(kind, now));
        nextAudit = now + auditInterval();
        nextPeek = now + PEEK;
    }

    @Override
    public void changed(Connection state) {
        isLive = false;
        round = null;
        listener.changed(state);
    }

    @Override
    public void resyncAsked() {
        resyncs++;
        readEverything();
    }

    @Override
    public void received(long requestId, Message.ToClient message) {
        Round running = round;
        boolean isAnswer = running != null && running.isAnsweredBy(requestId);
        switch (message) {
            case Message.Events events -> noteAll(events.raw());
            case Message.NamesChanged n -> agenda.hint(Kind.NAMES, nanoTime.getAsLong());
            case Message.Overrun o -> resyncAsked();
            default -> {
                if (running != null && isAnswer) {
                    answer(running, message);
                }
            }
        }
    }

    private void noteAll(Bytes raw) {
        try {
            for (NetlinkMessage event : NetlinkMessage.parseAll(raw.view())) {
                note(event);
            }
        } catch (MalformedMessageException e) {
            // Whatever it was to say, everything may have changed.
            resyncAsked();
        }
    }

    private void note(NetlinkMessage event) {
        long now = nanoTime.getAsLong();
        meter.add(1, now);
        Set<Kind> touched = Kind.touchedBy(event);
        touched.forEach(kind -> agenda.hint(kind, now));
        if (Kind.hasAftermath(event)) {
            touched.forEach(kind -> agenda.lookAgain(kind, now + AFTERMATH));
        }
    }

    private void answer(Round running, Message.ToClient message) {
        switch (message) {
            case Message.DumpChunk chunk -> running.collect(chunk.raw());
            case Message.DumpEnd end -> dumped(running, end);
            case Message.Names names -> {
                store.setNames(new TableNames(names.names()));
                next(running);
            }
            case Message.Sysctls sysctls -> {
                store.setSysctls(sysctls.values());
                next(running);
            }
            default -> failed(running);
        }
    }

    private void dumped(Round running, Message.DumpEnd end) {
        boolean isKnown = !NOT_SUPPORTED.contains(end.errno());
        if (end.errno() != 0 && isKnown) {
            failed(running);
        } else if (end.isInterrupted() && running.attempts() < ATTEMPTS) {
            ask(running);
        } else {
            store.replace(running.current(), running.collected());
            if (end.isInterrupted()) {
                agenda.lookAgain(running.current(), nanoTime.getAsLong() + AFTERMATH);
            }
            next(running);
        }
    }

    /// What is held of the kind stays, and it is tried again.
    private void failed(Round running) {
        agenda.lookAgain(running.current(), nanoTime.getAsLong() + AFTER_FAILURE);
        next(running);
    }

    private void ask(Round running) {
        agenda.begun(running.current());
        running.asked(requests.send(running.current().request()), nanoTime.getAsLong());
    }

    private void next(Round running) {
        long now = nanoTime.getAsLong();
        agenda.done(running.current(), running.took(now), now);
        if (running.advance()) {
            ask(running);
            return;
        }
        round = null;
        unread.removeAll(running.read());
        if (unaudited.removeAll(running.read()) && unaudited.isEmpty()) {
            lastFullCheck = clock.instant();
        }
        if (unread.isEmpty()) {
            complete();
        }
    }

    /// Everything was read at least once on this connection: the store is whole.
    private void complete() {
        if (store.isChanged()) {
            listener.changed(store.take());
        }
        if (!isLive) {
            isLive = true;
            listener.changed(new Connection.Live());
        }
    }

    @Override
    public Duration turn() {
        long now = nanoTime.getAsLong();
        look(now);
        if (round == null) {
            Set<Kind> due = agenda.due(now);
            if (!due.isEmpty()) {
                Round begun = new Round(due);
                round = begun;
                ask(begun);
            }
        }
        long planned = Math.min(nextAudit, nextPeek);
        long next = round == null ? agenda.next(planned) : planned;
        return Duration.ofNanos(Math.max(0, next - now));
    }

    private void look(long now) {
        if (now - nextPeek >= 0) {
            nextPeek = now + PEEK;
            agenda.hint(Kind.SYSCTLS, now);
            if (store.addresses6().stream().anyMatch(Mirror::isProbed)) {
                agenda.hint(Kind.ADDRESSES6, now);
                agenda.hint(Kind.ROUTES6, now);
            }
        }
        if (now - nextAudit >= 0) {
            nextAudit = now + auditInterval();
            unaudited.addAll(EnumSet.allOf(Kind.class));
            unaudited.forEach(kind -> agenda.hint(kind, now));
        }
    }

    private static boolean isProbed(Address address) {
        return (address.flags() & IfLinkH.IFA_F_TENTATIVE) != 0;
    }

    /// Everything is read again that often, for what the kernel changes with no event at all. Shorter: more work while
    /// nothing happens; longer: such a change is seen later.
    private long auditInterval() {
        int routes = store.routeCount();
        return routes <= 500
                ? 900 * MILLI
                : routes <= 5_000
                        ? 3_000 * MILLI
                        : routes <= 50_000 ? 10_000 * MILLI : 60_000 * MILLI;
    }
}
