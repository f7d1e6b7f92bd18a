package io.routewright.daemon.lab;

import io.routewright.netlink.Decoder;
import io.routewright.netlink.MalformedMessageException;
import io.routewright.netlink.NetlinkMessage;
import io.routewright.netlink.RtnetlinkObject;
import io.routewright.protocol.ChangeSet;
import io.routewright.protocol.Frame;
import io.routewright.protocol.FrameReader;
import io.routewright.protocol.Limits;
import io.routewright.protocol.MalformedFrameException;
import io.routewright.protocol.Message;
import io.routewright.protocol.MessageCodec;
import io.routewright.protocol.Operation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// A client of the helper at the level of messages. Unsolicited ones are kept until asked for.
public final class Wire implements AutoCloseable {
    private final SocketChannel channel;
    private final FrameReader frames = new FrameReader(Limits.TO_CLIENT);
    private final ByteBuffer in = ByteBuffer.allocate(64 * 1024).limit(0);
    private final Deque<Message.ToClient> news = new ArrayDeque<>();
    private long lastId;

    private Wire(SocketChannel channel) {
        this.channel = channel;
    }

    /// Connects without a hello.
    public static Wire connect(Path socket) {
        try {
            SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            channel.connect(UnixDomainSocketAddress.of(socket));
            return new Wire(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Connects and says hello.
    public static Wire open(Path socket) {
        Wire wire = connect(socket);
        wire.hello();
        return wire;
    }

    public Message.ToClient hello() {
        return call(new Message.Hello(1, 1, "test"));
    }

    /// Sends a message; returns its request id.
    public long send(Message.ToHelper message) {
        sendRaw(MessageCodec.encode(message, ++lastId).encode());
        return lastId;
    }

    public void sendRaw(ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Sends a message and returns the first answer to it.
    public Message.ToClient call(Message.ToHelper message) {
        long id = send(message);
        return answer(id).orElseThrow(() -> new IllegalStateException("the helper hung up"));
    }

    /// The next answer to that request, or with id 0 the next message; empty when the helper hung up.
    public Optional<Message.ToClient> answer(long id) {
        for (Optional<Frame> f = next(); f.isPresent(); f = next()) {
            Message.ToClient message = decoded(f.get());
            if (f.get().requestId() == id) {
                return Optional.of(message);
            }
            news.add(message);
        }
        return Optional.empty();
    }

    private static Message.ToClient decoded(Frame frame) {
        try {
            return MessageCodec.decodeToClient(frame);
        } catch (MalformedFrameException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<Frame> next() {
        try {
            Optional<Frame> frame = frames.next();
            while (frame.isEmpty()) {
                if (channel.read(in.clear()) < 0) {
                    return Optional.empty();
                }
                frames.feed(in.flip());
                frame = frames.next();
            }
            return frame;
        } catch (IOException e) {
            return Optional.empty();
        } catch (MalformedFrameException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Waits for an unsolicited message.
    public Message.ToClient await(Predicate<Message.ToClient> wanted) {
        while (true) {
            while (!news.isEmpty()) {
                Message.ToClient message = news.remove();
                if (wanted.test(message)) {
                    return message;
                }
            }
            news.add(answer(0).orElseThrow(() -> new IllegalStateException("the helper hung up")));
        }
    }

    public Message.Outcome apply(Operation... operations) {
        return apply(List.of(operations));
    }

    public Message.Outcome apply(List<Operation> operations) {
        return (Message.Outcome) call(new Message.Apply(new ChangeSet("t", "", operations)));
    }

    /// All objects of a dump.
    public List<RtnetlinkObject> dump(int type, int family) {
        return dump(new Message.Dump(type, family, 0, 0));
    }

    public List<RtnetlinkObject> dump(Message.Dump dump) {
        List<RtnetlinkObject> found = new ArrayList<>();
        long id = send(dump);
        while (answer(id).orElseThrow() instanceof Message.DumpChunk chunk) {
            decode(chunk.raw().view(), found);
        }
        return found;
    }

    private static void decode(ByteBuffer raw, List<RtnetlinkObject> found) {
        try {
            for (NetlinkMessage m : NetlinkMessage.parseAll(raw)) {
                Decoder.decode(m).ifPresent(found::add);
            }
        } catch (MalformedMessageException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
