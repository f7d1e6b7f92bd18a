package io.routewright.protocol;

import io.routewright.netlink.Attribute;
import io.routewright.netlink.Attributes;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.MalformedMessageException;

import java.util.ArrayList;
import java.util.List;

/// Messages to frames and back. Payloads are flat attribute lists; the type numbers are those of `Wire`.
/// An attribute type with one of netlink's flag bits, or one the message does not have, is refused.
public final class MessageCodec {
    /// Frame type of `Events`, for a relay that writes the payload in place.
    public static final int EVENTS = Wire.EVENTS;

    /// Frame type of `DumpChunk`, for a relay that writes the payload in place.
    public static final int DUMP_CHUNK = Wire.DUMP_CHUNK;

    private MessageCodec() {}

    /// The frame that carries `message`.
    public static Frame encode(Message message, long requestId) {
        return new Frame(Wire.typeOf(message), 0, requestId, payload(message));
    }

    private static Bytes payload(Message message) {
        return switch (message) {
            case Message.Events m -> m.raw();
            case Message.DumpChunk m -> m.raw();
            case Message.Apply m -> ChangeSetCodec.encode(m.changeSet()).encode();
            default -> new Attributes(fields(message)).encode();
        };
    }

    private static List<Attribute> fields(Message message) {
        FieldWriter out = new FieldWriter();
        switch (message) {
            case Message.Hello m ->
                    out.u32(1, Wire.MAGIC)
                            .u32(2, m.protocolMin())
                            .u32(3, m.protocolMax())
                            .text(4, m.build());
            case Message.Dump m ->
                    out.u32(1, m.type()).u32(2, m.family()).u32(3, m.tableId()).u32(4, m.ifindex());
            case Message.Welcome m -> welcome(m, out);
            case Message.DumpEnd m -> out.u32(1, m.errno()).flag(2, m.isInterrupted());
            case Message.Names m ->
                    m.names()
                            .forEach(n ->
                                    out.u32(1, n.tableId()).text(2, n.name()).flag(3, n.isOwn()));
            case Message.Sysctls m -> m.values().forEach((k, v) -> out.text(1, k).text(2, v));
            case Message.Outcome m -> outcome(m, out);
            default -> {
                /* no fields */
            }
        }
        return out.fields();
    }

    private static void welcome(Message.Welcome m, FieldWriter out) {
        out.u32(1, m.protocol())
                .u64(2, m.generation())
                .text(3, m.kernelRelease())
                .flag(4, m.canWrite());
        m.features().forEach(f -> out.text(5, f));
    }

    private static void outcome(Message.Outcome outcome, FieldWriter out) {
        switch (outcome) {
            case Message.Applied m -> out.text(1, m.id());
            case Message.Rejected m ->
                    out.u32(1, m.operation()).u32(2, m.errno()).text(3, m.words());
            case Message.Conflict m -> out.u32(1, m.operation()).bytes(2, m.present());
            case Message.RolledBack m -> rolledBack(m, out);
            case Message.Denied m -> out.text(1, m.reason());
            case Message.Malformed m -> out.text(1, m.what());
            case Message.Busy m -> {
                /* no fields */
            }
        }
    }

    private static void rolledBack(Message.RolledBack m, FieldWriter out) {
        out.u32(1, m.operation())
                .u32(2, m.errno())
                .text(3, m.words())
                .u32(4, m.offset())
                .u32(5, m.undone());
        m.notUndone().forEach(i -> out.u32(6, i));
    }

    /// The message a client sent.
    ///
    /// @throws MalformedFrameException unknown type, missing or unknown field, bad text, a number out of range
    public static Message.ToHelper decodeToHelper(Frame frame) throws MalformedFrameException {
        FieldReader in = fieldsOf(frame);
        Message.ToHelper message =
                switch (frame.type()) {
                    case Wire.HELLO -> hello(in);
                    case Wire.SUBSCRIBE -> new Message.Subscribe();
                    case Wire.DUMP -> new Message.Dump(in.s32(1), in.s32(2), in.u32(3), in.s32(4));
                    case Wire.GET_NAMES -> new Message.GetNames();
                    case Wire.GET_SYSCTLS -> new Message.GetSysctls();
                    case Wire.APPLY -> new Message.Apply(ChangeSetCodec.decode(in));
                    case Wire.PING -> new Message.Ping();
                    default -> throw new MalformedFrameException("frame type " + frame.type());
                };
        in.requireAllRead();
        return message;
    }

    private static Message.Hello hello(FieldReader in) throws MalformedFrameException {
        if (in.u32(1) != Wire.MAGIC) {
            throw new MalformedFrameException("hello without the magic number");
        }
        return new Message.Hello(in.s32(2), in.s32(3), in.text(4));
    }

    /// The message the helper sent.
    ///
    /// @throws MalformedFrameException as for `decodeToHelper`
    public static Message.ToClient decodeToClient(Frame frame) throws MalformedFrameException {
        if (frame.type() == Wire.EVENTS) {
            return new Message.Events(frame.payload());
        }
        if (frame.type() == Wire.DUMP_CHUNK) {
            return new Message.DumpChunk(frame.payload());
        }
        FieldReader in = fieldsOf(frame);
        Message.ToClient message =
                frame.type() >= Wire.APPLIED ? outcome(frame.type(), in) : answer(frame.type(), in);
        in.requireAllRead();
        return message;
    }

    private static Message.ToClient answer(int type, FieldReader in)
            throws MalformedFrameException {
        return switch (type) {
            case Wire.WELCOME ->
                    new Message.Welcome(in.s32(1), in.u64(2), in.text(3), in.flag(4), in.texts(5));
            case Wire.DUMP_END -> new Message.DumpEnd(in.s32(1), in.flag(2));
            case Wire.OVERRUN -> new Message.Overrun();
            case Wire.NAMES_CHANGED -> new Message.NamesChanged();
            case Wire.NAMES -> new Message.Names(names(in));
            case Wire.SYSCTLS -> new Message.Sysctls(in.textPairs(1, 2));
            case Wire.PONG -> new Message.Pong();
            default -> throw new MalformedFrameException("frame type " + type);
        };
    }

    private static Message.Outcome outcome(int type, FieldReader in)
            throws MalformedFrameException {
        return switch (type) {
            case Wire.APPLIED -> new Message.Applied(in.text(1));
            case Wire.REJECTED -> new Message.Rejected(in.s32(1), in.s32(2), in.text(3));
            case Wire.CONFLICT -> new Message.Conflict(in.s32(1), in.bytes(2));
            case Wire.ROLLED_BACK ->
                    new Message.RolledBack(
                            in.s32(1), in.s32(2), in.text(3), in.s32(4), in.s32(5), in.s32s(6));
            case Wire.DENIED -> new Message.Denied(in.text(1));
            case Wire.BUSY -> new Message.Busy();
            case Wire.MALFORMED -> new Message.Malformed(in.text(1));
            default -> throw new MalformedFrameException("frame type " + type);
        };
    }

    private static List<TableName> names(FieldReader in) throws MalformedFrameException {
        List<Long> ids = in.u32s(1);
        List<String> names = in.texts(2);
        List<Boolean> own = in.flags(3);
        if (ids.size() != names.size() || ids.size() != own.size()) {
            throw new MalformedFrameException("table names of unequal count");
        }
        List<TableName> found = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            found.add(new TableName(ids.get(i), names.get(i), own.get(i)));
        }
        return found;
    }

    private static FieldReader fieldsOf(Frame frame) throws MalformedFrameException {
        try {
            return new FieldReader(Attributes.parse(frame.payload()));
        } catch (MalformedMessageException e) {
            throw new MalformedFrameException(String.valueOf(e.getMessage()));
        }
    }
}
