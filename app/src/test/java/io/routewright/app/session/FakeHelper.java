package io.routewright.app.session;

import io.routewright.protocol.Frame;
import io.routewright.protocol.FrameReader;
import io.routewright.protocol.Limits;
import io.routewright.protocol.MalformedFrameException;
import io.routewright.protocol.Message;
import io.routewright.protocol.MessageCodec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/// A helper without a kernel: it answers each message as the test says, over a real socket.
final class FakeHelper implements AutoCloseable {
    static final Message.Welcome WELCOME =
            new Message.Welcome(1, 7, "6.18", true, List.of("nexthop"));

    private final Path socket;
    private final ServerSocketChannel server;
    private final List<SocketChannel> clients = new CopyOnWriteArrayList<>();
    private final Function<Message.ToHelper, Optional<Message.ToClient>> script;

    private FakeHelper(Path socket, Function<Message.ToHelper, Optional<Message.ToClient>> script) {
        this.socket = socket;
        this.script = script;
        try {
            server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            server.bind(UnixDomainSocketAddress.of(socket));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::acceptAll);
    }

    /// Listens on `socket` until closed; answers Hello with a welcome and anything else as `script` says.
    static FakeHelper welcoming(
            Path socket, Function<Message.ToHelper, Optional<Message.ToClient>> script) {
        return new FakeHelper(
                socket, m -> m instanceof Message.Hello ? Optional.of(WELCOME) : script.apply(m));
    }

    /// Listens on `socket` until closed; answers everything with one message.
    static FakeHelper answering(Path socket, Message.ToClient answer) {
        return new FakeHelper(socket, m -> Optional.of(answer));
    }

    private void acceptAll() {
        try {
            while (true) {
                SocketChannel client = server.accept();
                clients.add(client);
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException e) {
            return; // closed
        }
    }

    private void serve(SocketChannel client) {
        FrameReader frames = new FrameReader(Limits.TO_HELPER);
        ByteBuffer chunk = ByteBuffer.allocate(4096);
        try {
            while (client.read(chunk.clear()) >= 0) {
                frames.feed(chunk.flip());
                for (Optional<Frame> f = frames.next(); f.isPresent(); f = frames.next()) {
                    answer(client, f.get());
                }
            }
        } catch (IOException e) {
            return; // closed
        } catch (MalformedFrameException e) {
            throw new AssertionError("the app sent something malformed", e);
        }
    }

    private void answer(SocketChannel client, Frame frame)
            throws IOException, MalformedFrameException {
        Optional<Message.ToClient> answer = script.apply(MessageCodec.decodeToHelper(frame));
        if (answer.isPresent()) {
            client.write(MessageCodec.encode(answer.get(), frame.requestId()).encode());
        }
    }

    /// Sends bytes as they are to everybody.
    void say(byte... bytes) {
        try {
            for (SocketChannel client : clients) {
                client.write(ByteBuffer.wrap(bytes));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            for (SocketChannel client : clients) {
                client.close();
            }
            Files.deleteIfExists(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
