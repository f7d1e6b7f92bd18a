package io.routewright.app.lab;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// A netlink message as `ip rule save` and `ip route save` write it, taken apart without any codec of ours: the
/// family's 12 byte header and the attributes, each as hexadecimal text.
///
/// @param type RTM_*
/// @param header struct rtmsg or struct fib_rule_hdr
/// @param attributes in wire order; the parts of a nested one follow its type as `8.2=…`
public record RawMessage(int type, String header, List<String> attributes) {
    private static final int NLMSG_HEADER = 16;
    private static final int FAMILY_HEADER = 12;
    private static final int RTA_METRICS = 8;
    private static final int RTA_CACHEINFO = 12;
    private static final int RTM_NEWROUTE = 24;

    /// All messages of what `ip … save` wrote; the magic word in front is skipped.
    public static List<RawMessage> all(byte[] saved) {
        ByteBuffer in = ByteBuffer.wrap(saved).order(ByteOrder.nativeOrder()).position(4);
        List<RawMessage> messages = new ArrayList<>();
        while (in.remaining() >= NLMSG_HEADER) {
            int start = in.position();
            int length = in.getInt(start);
            messages.add(message(in.slice(start, length).order(ByteOrder.nativeOrder())));
            in.position(Math.min(start + align(length), in.limit()));
        }
        return messages;
    }

    private static RawMessage message(ByteBuffer in) {
        int type = in.getShort(4);
        String header = hex(in, NLMSG_HEADER, FAMILY_HEADER);
        List<String> found = new ArrayList<>();
        attributes(in, NLMSG_HEADER + FAMILY_HEADER, in.limit(), type == RTM_NEWROUTE, found);
        return new RawMessage(type, header, List.copyOf(found));
    }

    private static void attributes(
            ByteBuffer in, int from, int to, boolean isRoute, List<String> found) {
        for (int at = from; at + 4 <= to; at += align(in.getShort(at))) {
            int length = in.getShort(at);
            int kind = in.getShort(at + 2) & 0x3fff;
            if (isRoute && kind == RTA_METRICS) {
                List<String> inner = new ArrayList<>();
                attributes(in, at + 4, at + length, false, inner);
                inner.forEach(part -> found.add(kind + "." + part));
            } else if (!isRoute || kind != RTA_CACHEINFO) {
                // RTA_CACHEINFO holds ages and use counts: not part of the route
                found.add(kind + "=" + hex(in, at + 4, length - 4));
            }
        }
    }

    private static String hex(ByteBuffer in, int at, int length) {
        return HexFormat.of()
                .formatHex(
                        Arrays.copyOfRange(
                                in.array(), in.arrayOffset() + at, in.arrayOffset() + at + length));
    }

    private static int align(int length) {
        return (length + 3) & ~3;
    }
}
