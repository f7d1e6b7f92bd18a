package io.routewright.daemon.client;

import io.routewright.daemon.Conductor;
import io.routewright.daemon.kernel.KernelException;
import io.routewright.daemon.kernel.UnixStream;
import io.routewright.daemon.relay.DumpRelay;
import io.routewright.daemon.relay.EventRelay;
import io.routewright.daemon.relay.Outlet;
import io.routewright.protocol.Message;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// The requests of one client, done one after the other on one thread; and its event relay, on another.
final class ClientWork implements Runnable, AutoCloseable {
    /// Requests that may wait; then the reader waits, and with it the client.
    private static final int WAITING = 64;

    /// How often a waiting reader looks whether the work thread still lives.
    private static final int LOOK_MILLIS = 200;

    private sealed interface Job {
        record Request(Message.ToHelper message, long requestId) implements Job {}

        record NamesChanged() implements Job {}

        record End() implements Job {}
    }

    private final UnixStream stream;
    private final Outlet outlet;
    private final Conductor conductor;
    private final DumpRelay dumps;
    private final BlockingQueue<Job> jobs = new ArrayBlockingQueue<>(WAITING);
    private final AtomicBoolean hasNews = new AtomicBoolean();
    private final Thread thread = new Thread(this, "client work");
    private Optional<EventRelay> relay = Optional.empty();
    private Optional<Thread> relayThread = Optional.empty();

    private ClientWork(UnixStream stream, Outlet outlet, Conductor conductor)
            throws KernelException {
        this.stream = stream;
        this.outlet = outlet;
        this.conductor = conductor;
        this.dumps = DumpRelay.open(outlet);
    }

    static ClientWork start(UnixStream stream, Outlet outlet, Conductor conductor)
            throws KernelException {
        ClientWork work = new ClientWork(stream, outlet, conductor);
        work.thread.start();
        conductor.listenToNames(work, work::namesChanged);
        return work;
    }

    void put(Message.ToHelper message, long requestId) {
        offer(new Job.Request(message, requestId));
    }

    /// Waits for a place; with the work thread gone the job is dropped.
    private void offer(Job job) {
        boolean isInterrupted = false;
        boolean isTaken = false;
        while (!isTaken && thread.isAlive()) {
            try {
                isTaken = jobs.offer(job, LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Never waits: when the queue is full the news is told after the job at hand.
    private void namesChanged() {
        if (!hasNews.getAndSet(true)) {
            boolean isWoken = jobs.offer(new Job.NamesChanged());
            assert isWoken || !jobs.isEmpty();
        }
    }

    @Override
    public void run() {
        try {
            work();
        } catch (KernelException | InterruptedException e) {
            // the peer is gone: nobody to tell
        } finally {
            stream.hangUp();
        }
    }

    private void work() throws KernelException, InterruptedException {
        for (Job job = jobs.take(); !(job instanceof Job.End); job = jobs.take()) {
            if (job instanceof Job.Request request) {
                answer(request.message(), request.requestId());
            }
            if (hasNews.getAndSet(false)) {
                outlet.send(new Message.NamesChanged(), 0);
            }
        }
    }

    private void answer(Message.ToHelper message, long requestId) throws KernelException {
        switch (message) {
            case Message.Subscribe m -> subscribe();
            case Message.Dump m -> dumps.relay(m, requestId);
            case Message.GetNames m -> outlet.send(conductor.names(), requestId);
            case Message.GetSysctls m -> outlet.send(conductor.sysctls(), requestId);
            case Message.Apply m -> outlet.send(conductor.apply(m.changeSet()), requestId);
            case Message.Ping m -> outlet.send(new Message.Pong(), requestId);
            case Message.Hello m -> stream.hangUp();
        }
    }

    private void subscribe() throws KernelException {
        if (relay.isEmpty()) {
            EventRelay opened = EventRelay.open(stream, outlet);
            Thread running = new Thread(opened, "client events");
            running.start();
            relay = Optional.of(opened);
            relayThread = Optional.of(running);
        }
    }

    /// Hangs up and waits for both threads: after it the stream may be closed. An apply at work is finished first.
    @Override
    public void close() {
        conductor.forgetNames(this);
        stream.hangUp();
        offer(new Job.End());
        join(thread);
        relayThread.ifPresent(ClientWork::join);
        relay.ifPresent(EventRelay::close);
        dumps.close();
    }

    private static void join(Thread thread) {
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                // only the end of the process interrupts; the thread ends by itself
            }
        }
    }
}
