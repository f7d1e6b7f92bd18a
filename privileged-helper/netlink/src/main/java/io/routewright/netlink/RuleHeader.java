package io.routewright.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// struct fib_rule_hdr (linux/fib_rules.h), 12 bytes; the two reserved bytes are written as 0.
public record RuleHeader(
        int family,
        int destinationLength,
        int sourceLength,
        int tos,
        int table,
        int action,
        int flags) {
    static final int SIZE = 12;

    static RuleHeader parse(Bytes b) {
        return new RuleHeader(
                b.u8At(0), b.u8At(1), b.u8At(2), b.u8At(3), b.u8At(4), b.u8At(7), b.s32At(8));
    }

    Bytes encode() {
        ByteBuffer out = ByteBuffer.allocate(SIZE).order(ByteOrder.nativeOrder());
        for (int octet :
                new int[] {family, destinationLength, sourceLength, tos, table, 0, 0, action}) {
            out.put((byte) octet);
        }
        return Bytes.of(out.putInt(flags).array());
    }

    public RuleHeader withFlags(int newFlags) {
        return new RuleHeader(
                family, destinationLength, sourceLength, tos, table, action, newFlags);
    }

    public RuleHeader withTable(int newTable) {
        return new RuleHeader(
                family, destinationLength, sourceLength, tos, newTable, action, flags);
    }

    public RuleHeader withAction(int newAction) {
        return new RuleHeader(
                family, destinationLength, sourceLength, tos, table, newAction, flags);
    }

    public RuleHeader withTos(int newTos) {
        return new RuleHeader(
                family, destinationLength, sourceLength, newTos, table, action, flags);
    }

    public RuleHeader withLengths(int newDestinationLength, int newSourceLength) {
        return new RuleHeader(
                family, newDestinationLength, newSourceLength, tos, table, action, flags);
    }
}
