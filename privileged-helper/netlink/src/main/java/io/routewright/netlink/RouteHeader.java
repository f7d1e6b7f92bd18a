package io.routewright.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// struct rtmsg (linux/rtnetlink.h), 12 bytes. Numbers are unsigned; `table` is the low byte, or 252 above 255.
public record RouteHeader(
        int family,
        int destinationLength,
        int sourceLength,
        int tos,
        int table,
        int protocol,
        int scope,
        int type,
        int flags) {
    static final int SIZE = 12;

    static RouteHeader parse(Bytes b) {
        return new RouteHeader(
                b.u8At(0),
                b.u8At(1),
                b.u8At(2),
                b.u8At(3),
                b.u8At(4),
                b.u8At(5),
                b.u8At(6),
                b.u8At(7),
                b.s32At(8));
    }

    Bytes encode() {
        ByteBuffer out = ByteBuffer.allocate(SIZE).order(ByteOrder.nativeOrder());
        for (int octet :
                new int[] {
                    family, destinationLength, sourceLength, tos, table, protocol, scope, type
                }) {
            out.put((byte) octet);
        }
        return Bytes.of(out.putInt(flags).array());
    }

    public RouteHeader withTable(int newTable) {
        return new RouteHeader(
                family,
                destinationLength,
                sourceLength,
                tos,
                newTable,
                protocol,
                scope,
                type,
                flags);
    }

    public RouteHeader withFlags(int newFlags) {
        return new RouteHeader(
                family,
                destinationLength,
                sourceLength,
                tos,
                table,
                protocol,
                scope,
                type,
                newFlags);
    }

    public RouteHeader withType(int newType) {
        return new RouteHeader(
                family,
                destinationLength,
                sourceLength,
                tos,
                table,
                protocol,
                scope,
                newType,
                flags);
    }

    public RouteHeader withProtocol(int newProtocol) {
        return new RouteHeader(
                family,
                destinationLength,
                sourceLength,
                tos,
                table,
                newProtocol,
                scope,
                type,
                flags);
    }

    public RouteHeader withScope(int newScope) {
        return new RouteHeader(
                family,
                destinationLength,
                sourceLength,
                tos,
                table,
                protocol,
                newScope,
                type,
                flags);
    }

    public RouteHeader withTos(int newTos) {
        return new RouteHeader(
                family,
                destinationLength,
                sourceLength,
                newTos,
                table,
                protocol,
                scope,
                type,
                flags);
    }

    public RouteHeader withLengths(int newDestinationLength, int newSourceLength) {
        return new RouteHeader(
                family,
                newDestinationLength,
                newSourceLength,
                tos,
                table,
                protocol,
                scope,
                type,
                flags);
    }
}
