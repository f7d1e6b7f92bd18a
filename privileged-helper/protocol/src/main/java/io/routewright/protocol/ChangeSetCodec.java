package io.routewright.protocol;

import io.routewright.netlink.Attribute;
import io.routewright.netlink.Attributes;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.Decoder;
import io.routewright.netlink.MalformedMessageException;
import io.routewright.netlink.NetlinkMessage;
import io.routewright.netlink.RtnetlinkObject;

import java.util.ArrayList;
import java.util.List;

/// A change set as a flat run of fields: id, comment, then per operation its act and that act's arguments.
final class ChangeSetCodec {
    private static final int ID = 1;
    private static final int COMMENT = 2;
    private static final int ACT = 3;
    private static final int OBJECT = 4;
    private static final int NUMBER = 5;
    private static final int TEXT = 6;

    private static final int CREATE = 1;
    private static final int DELETE = 2;
    private static final int CHANGE = 3;
    private static final int NAME = 4;
    private static final int SYSCTL = 5;

    private ChangeSetCodec() {}

    static Attributes encode(ChangeSet set) {
        FieldWriter out = new FieldWriter().text(ID, set.id()).text(COMMENT, set.comment());
        set.operations().forEach(op -> encode(op, out));
        return new Attributes(out.fields());
    }

    private static void encode(Operation operation, FieldWriter out) {
        switch (operation) {
            case Operation.Create op ->
                    object(out.u32(ACT, CREATE), op.after()).u32(NUMBER, op.placement().ordinal());
            case Operation.Delete op -> object(out.u32(ACT, DELETE), op.before());
            case Operation.Change op ->
                    object(object(out.u32(ACT, CHANGE), op.before()), op.after());
            case Operation.Name op ->
                    out.u32(ACT, NAME)
                            .u32(NUMBER, op.tableId())
                            .text(TEXT, op.before())
                            .text(TEXT, op.after());
            case Operation.Sysctl op ->
                    out.u32(ACT, SYSCTL)
                            .text(TEXT, op.key())
                            .text(TEXT, op.before())
                            .text(TEXT, op.after());
        }
    }

    private static FieldWriter object(FieldWriter out, RtnetlinkObject object) {
        return out.bytes(OBJECT, object.toMessage(object.newType(), 0).encode());
    }

    static ChangeSet decode(FieldReader in) throws MalformedFrameException {
        Cursor at = new Cursor(in.takeAll());
        String id = FieldReader.text(at.take(ID));
        String comment = FieldReader.text(at.take(COMMENT));
        List<Operation> operations = new ArrayList<>();
        while (at.hasMore()) {
            if (operations.size() == Limits.OPERATIONS) {
                throw new MalformedFrameException("more than " + Limits.OPERATIONS + " operations");
            }
            operations.add(operation(at));
        }
        return new ChangeSet(id, comment, operations);
    }

    private static Operation operation(Cursor at) throws MalformedFrameException {
        long act = at.number(ACT);
        return switch ((int) act) {
            case CREATE -> new Operation.Create(at.object(), placement(at.number(NUMBER)));
            case DELETE -> new Operation.Delete(at.object());
            case CHANGE -> change(at.object(), at.object());
            case NAME -> new Operation.Name(at.number(NUMBER), at.text(), at.text());
            case SYSCTL -> new Operation.Sysctl(at.text(), at.text(), at.text());
            default -> throw new MalformedFrameException("act " + act);
        };
    }

    private static Operation change(RtnetlinkObject before, RtnetlinkObject after)
            throws MalformedFrameException {
        if (before.newType() != after.newType()) {
            throw new MalformedFrameException("a change between two kinds of object");
        }
        return new Operation.Change(before, after);
    }

    private static Operation.Placement placement(long number) throws MalformedFrameException {
        Operation.Placement[] all = Operation.Placement.values();
        if (number >= all.length) {
            throw new MalformedFrameException("placement " + number);
        }
        return all[(int) number];
    }

    /// Walks the fields in order; every field must be of the type expected next.
    private static final class Cursor {
        private final List<Attribute> fields;
        private int next;

        Cursor(List<Attribute> fields) {
            this.fields = fields;
        }

        boolean hasMore() {
            return next < fields.size();
        }

        Bytes take(int type) throws MalformedFrameException {
            if (next >= fields.size() || fields.get(next).type() != type) {
                throw new MalformedFrameException(
                        "change set: field " + type + " expected at position " + next);
            }
            return fields.get(next++).value();
        }

        long number(int type) throws MalformedFrameException {
            return FieldReader.sized(take(type), 4).u32At(0);
        }

        String text() throws MalformedFrameException {
            return FieldReader.text(take(TEXT));
        }

        RtnetlinkObject object() throws MalformedFrameException {
            try {
                List<NetlinkMessage> found = NetlinkMessage.parseAll(take(OBJECT).view());
                if (found.size() != 1) {
                    throw new MalformedFrameException(
                            found.size() + " messages in one object field");
                }
                return Decoder.decode(found.getFirst())
                        .orElseThrow(
                                () -> new MalformedFrameException("an object of an unknown type"));
            } catch (MalformedMessageException e) {
                throw new MalformedFrameException(String.valueOf(e.getMessage()));
            }
        }
    }
}
