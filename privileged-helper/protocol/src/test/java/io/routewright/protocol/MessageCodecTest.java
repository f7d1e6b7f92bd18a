package io.routewright.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.routewright.netlink.Address;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.Family;
import io.routewright.netlink.Link;
import io.routewright.netlink.NexthopObject;
import io.routewright.netlink.Prefix;
import io.routewright.netlink.Route;
import io.routewright.netlink.Rule;

import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;

final class MessageCodecTest {
    private static final Route ROUTE = Route.to(Prefix.parse("10.1.0.0/16").orElseThrow(), 100);
    private static final ChangeSet SET =
            new ChangeSet(
                    "id-1",
                    "why, in words: ü",
                    List.of(
                            new Operation.Create(ROUTE, Operation.Placement.LAST),
                            new Operation.Delete(Rule.lookup(Family.INET6, 5, 7)),
                            new Operation.Change(ROUTE, ROUTE.withMetric(4)),
                            new Operation.Create(NexthopObject.withId(Family.INET, 4)),
                            new Operation.Create(
                                    Address.on(2, Prefix.parse("fd00::1/64").orElseThrow())),
                            new Operation.Create(Link.newVrf(9, "blue", 10)),
                            new Operation.Name(4_000_000_000L, "", "isp2"),
                            new Operation.Sysctl("net/ipv4/ip_forward", "0", "1")));

    @Test
    void everyMessageToTheHelperComesBackAsItWas() throws MalformedFrameException {
        for (Message.ToHelper m :
                List.of(
                        new Message.Hello(1, 3, "build 7"),
                        new Message.Subscribe(),
                        new Message.Dump(26, 10, 4_000_000_000L, 3),
                        new Message.GetNames(),
                        new Message.GetSysctls(),
                        new Message.Apply(SET),
                        new Message.Ping())) {
            assertEquals(m, MessageCodec.decodeToHelper(MessageCodec.encode(m, 5)));
        }
    }

    @Test
    void everyMessageToTheClientComesBackAsItWas() throws MalformedFrameException {
        for (Message.ToClient m :
                List.of(
                        new Message.Welcome(1, -2L, "6.18", true, List.of("vrf", "nexthop")),
                        new Message.Events(Bytes.u64(1)),
                        new Message.DumpChunk(Bytes.u64(2)),
                        new Message.DumpEnd(2, true),
                        new Message.Overrun(),
                        new Message.NamesChanged(),
                        new Message.Names(
                                List.of(
                                        new TableName(254, "main", false),
                                        new TableName(1, "x", true))),
                        new Message.Sysctls(Map.of("net/ipv4/ip_forward", "1")),
                        new Message.Pong(),
                        new Message.Applied("id"),
                        new Message.Rejected(3, 22, "no"),
                        new Message.Conflict(3, Bytes.EMPTY),
                        new Message.RolledBack(
                                3, 101, "Nexthop has invalid gateway", 28, 2, List.of(0, 1)),
                        new Message.Denied("not you"),
                        new Message.Busy(),
                        new Message.Malformed("x"))) {
            Frame frame = MessageCodec.encode(m, 5);
            assertEquals(m, MessageCodec.decodeToClient(frame));
            assertEquals(5, frame.requestId());
        }
    }

    @Test
    void helloOfVersionOneNeverChanges() {
        ByteBuffer wire = MessageCodec.encode(new Message.Hello(1, 1, "x"), 7).encode();
        byte[] raw = new byte[wire.remaining()];
        wire.get(raw);
        assertEquals(
                "20000000"
                        + "0100"
                        + "0000"
                        + "0700000000000000"
                        + "0800010052574831"
                        + "0800020001000000"
                        + "0800030001000000"
                        + "0500040078000000",
                HexFormat.of().formatHex(raw));
    }

    @Test
    void unknownMissingAndDoubledFieldsAreMalformed() {
        Frame hello = MessageCodec.encode(new Message.Hello(1, 1, "x"), 7);
        Bytes more = Bytes.join(hello.payload(), Bytes.of((byte) 4, (byte) 0, (byte) 9, (byte) 0));
        Bytes twice = Bytes.join(hello.payload(), hello.payload());
        for (Bytes payload :
                List.of(more, twice, hello.payload().slice(0, 24), hello.payload().slice(0, 6))) {
            assertThrows(
                    MalformedFrameException.class,
                    () -> MessageCodec.decodeToHelper(new Frame(1, 0, 1, payload)));
        }
    }

    @Test
    void textsAreStrictUtf8() {
        Bytes hello = MessageCodec.encode(new Message.Hello(1, 1, "xx"), 7).payload();
        byte[] raw = hello.toArray();
        raw[raw.length - 4] = (byte) 0xc3;
        raw[raw.length - 3] = 'x';
        assertThrows(
                MalformedFrameException.class,
                () -> MessageCodec.decodeToHelper(new Frame(1, 0, 1, Bytes.of(raw))));
    }

    @Test
    void anyBytesAreAMessageOrMalformed() {
        Random random = new Random(2);
        Bytes good = MessageCodec.encode(new Message.Apply(SET), 1).payload();
        for (int i = 0; i < 100_000; i++) {
            byte[] raw = good.toArray();
            for (int n = random.nextInt(4); n >= 0; n--) {
                raw[random.nextInt(raw.length)] = (byte) random.nextInt();
            }
            Bytes cut = Bytes.of(raw).slice(0, random.nextInt(raw.length + 1));
            Frame frame = new Frame(random.nextInt(4) == 0 ? random.nextInt(80) : 6, 0, 1, cut);
            try {
                assertInstanceOf(Message.class, MessageCodec.decodeToHelper(frame));
            } catch (MalformedFrameException e) {
                assertInstanceOf(String.class, e.getMessage());
            }
        }
    }

    @Test
    void framesAreCutHoweverTheBytesArrive() throws MalformedFrameException {
        Frame a = MessageCodec.encode(new Message.Apply(SET), 1);
        Frame b = MessageCodec.encode(new Message.Ping(), 2);
        Bytes all = Bytes.join(Bytes.of(a.encode()), Bytes.of(b.encode()), Bytes.of(a.encode()));
        for (int step : new int[] {1, 7, 16, 17, all.length()}) {
            FrameReader reader = new FrameReader(4096);
            java.util.ArrayList<Frame> found = new java.util.ArrayList<>();
            for (int at = 0; at < all.length(); at += step) {
                reader.feed(all.slice(at, Math.min(step, all.length() - at)).view());
                for (var f = reader.next(); f.isPresent(); f = reader.next()) {
                    found.add(f.get());
                }
            }
            assertEquals(List.of(a, b, a), found);
        }
    }

    @Test
    void longFramesAndFlagsAreRefusedBeforeTheirPayload() {
        for (String header :
                new String[] {"0110000001000000", "ffffffff01000000", "0000000001000100"}) {
            FrameReader reader = new FrameReader(4096);
            reader.feed(ByteBuffer.wrap(HexFormat.of().parseHex(header + "0000000000000000")));
            assertThrows(MalformedFrameException.class, reader::next);
        }
    }

    @Test
    void longTextIsCutAtACharacter() throws MalformedFrameException {
        Message.Denied m = new Message.Denied("ü".repeat(200));
        Message.Denied back =
                (Message.Denied) MessageCodec.decodeToClient(MessageCodec.encode(m, 1));
        assertEquals("ü".repeat(127), back.reason());
    }
}
