package io.routewright.app.session;

import io.routewright.netlink.Bytes;
import io.routewright.protocol.Frame;
import io.routewright.protocol.FrameReader;
import io.routewright.protocol.Limits;
import io.routewright.protocol.MalformedFrameException;

import java.io.EOFException;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// One open socket to the helper. The session's thread reads and writes; `send` and `wake` are for any thread and
/// never block, so a helper that does not read cannot stall a caller.
final class Line implements AutoCloseable {
    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;
    private final FrameReader frames = new FrameReader(Limits.TO_CLIENT);
    private final ByteBuffer chunk = ByteBuffer.allocate(128 * 1024);
    private final Queue<ByteBuffer> outgoing = new ConcurrentLinkedQueue<>();
    private long lastHeardNanos = System.nanoTime();

    private Line(SocketChannel channel) throws IOException {
        this.channel = channel;
        channel.configureBlocking(false);
        selector = Selector.open();
        key = channel.register(selector, SelectionKey.OP_READ);
    }

    /// Connects to the socket.
    static Line open(Path socket) throws IOException {
        SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
        try {
            return new Line(channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /// Any thread: queues the frame.
    void send(Frame frame) {
        outgoing.add(frame.encode());
        selector.wakeup();
    }

    /// Any thread: ends a running `await` early.
    void wake() {
        selector.wakeup();
    }

    /// Writes what is queued and waits until bytes have come in, somebody woke us, or the time is over.
    ///
    /// @throws EOFException the helper closed the connection
    void await(Duration atMost) throws IOException {
        flush();
        selector.select(Math.max(1, atMost.toMillis()));
        selector.selectedKeys().clear();
        flush();
        read();
    }

    private void flush() throws IOException {
        for (ByteBuffer head = outgoing.peek(); head != null; head = outgoing.peek()) {
            channel.write(head);
            if (head.hasRemaining()) {
                break;
            }
            outgoing.remove();
        }
        key.interestOps(
                outgoing.isEmpty()
                        ? SelectionKey.OP_READ
                        : SelectionKey.OP_READ | SelectionKey.OP_WRITE);
    }

    private void read() throws IOException {
        int count = channel.read(chunk.clear());
        if (count < 0) {
            throw new EOFException();
        }
        if (count > 0) {
            lastHeardNanos = System.nanoTime();
            frames.feed(chunk.flip());
        }
    }

    /// The next whole frame among the bytes that have come in.
    Optional<Frame> next() throws MalformedFrameException {
        return frames.next();
    }

    /// How long the helper has been silent.
    Duration silence() {
        return Duration.ofNanos(System.nanoTime() - lastHeardNanos);
    }

    /// Whether a payload fits the helper's limit.
    static boolean fits(Bytes payload) {
        return payload.length() <= Limits.TO_HELPER;
    }

    @Override
    public void close() throws IOException {
        try (selector) {
            channel.close();
        }
    }
}
