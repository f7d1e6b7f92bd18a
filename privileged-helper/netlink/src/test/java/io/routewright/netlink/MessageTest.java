package io.routewright.netlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Bytes to objects and back. The golden bytes are a kernel's, from a little-endian machine.
final class MessageTest {
    private static Bytes hex(String text) {
        return Bytes.of(HexFormat.of().parseHex(text.replace(" ", "")));
    }

    @Test
    void routeOfAKernelIsReadAndWrittenByteForByte() throws MalformedMessageException {
        // 10.50.0.0/16 via 10.0.1.1 dev ifindex 3 metric 77 table 100 proto static
        Bytes golden =
                hex(
                        "02100000 64040001 00000000"
                                + "08000f00 64000000"
                                + "08000100 0a320000"
                                + "08000600 4d000000"
                                + "08000500 0a000101"
                                + "08000400 03000000");
        Route r = Route.parse(golden);
        assertEquals("10.50.0.0/16", r.destination().toString());
        assertEquals(100, r.tableId());
        assertEquals(77, r.metric());
        assertEquals(3, r.ifindex());
        assertEquals("10.0.1.1", r.gateway().orElseThrow().toString());
        assertEquals(RouteType.UNICAST, r.type());
        assertEquals(golden, r.payload());
    }

    @Test
    void ruleOfAKernelIsReadAndWrittenByteForByte() throws MalformedMessageException {
        // 10010: not from 10.7.0.0/16 fwmark 0x1/0xff lookup 1000
        Bytes golden =
                hex(
                        "02001000 fc000001 02000000"
                                + "08000f00 e8030000"
                                + "08000e00 ffffffff"
                                + "08000600 1a270000"
                                + "08000a00 01000000"
                                + "08001000 ff000000"
                                + "08000200 0a070000"
                                + "05001500 03000000");
        Rule r = Rule.parse(golden);
        assertEquals(1000, r.tableId());
        assertEquals(10010, r.priority());
        assertEquals("10.7.0.0/16", r.from().toString());
        assertEquals(0xff, r.fwmask());
        assertEquals(3, r.protocol());
        assertEquals(Optional.empty(), r.suppressPrefixLength());
        assertEquals(true, r.isInverted());
        assertEquals(golden, r.payload());
    }

    @Test
    void groupWeightsHaveSixteenBits() {
        List<NexthopObject.Member> members =
                List.of(
                        new NexthopObject.Member(1, 1),
                        new NexthopObject.Member(2, 256),
                        new NexthopObject.Member(3, 65536));
        NexthopObject group = NexthopObject.group(9, members);
        assertEquals(members, group.members());
        assertEquals(
                hex("01000000 00000000 02000000 ff000000 03000000 ffff0000"),
                group.attributes().find(NexthopH.NHA_GROUP).orElseThrow());
    }

    @Test
    void weightOneIsStoredAsZeroHops() {
        Route r =
                Route.to(Prefix.parse("0.0.0.0/0").orElseThrow(), 254)
                        .withNexthops(
                                List.of(
                                        Nexthop.via(IpAddress.parse("10.0.0.1").orElseThrow(), 2),
                                        Nexthop.via(IpAddress.parse("10.0.1.1").orElseThrow(), 3)
                                                .withWeight(256)));
        assertEquals(
                hex("10000000 02000000 08000500 0a000001" + "100000ff 03000000 08000500 0a000101"),
                r.attributes().find(Rtnetlink.RTA_MULTIPATH).orElseThrow());
        assertEquals(256, r.nexthops().get(1).weight());
    }

    @Test
    void datagramIsSplitAtItsMessages() throws MalformedMessageException {
        NetlinkMessage a = new NetlinkMessage(24, 2, 7, 0, hex("0102030405"));
        NetlinkMessage b = new NetlinkMessage(3, 0, 7, 9, Bytes.EMPTY);
        ByteBuffer both = Bytes.join(a.encode(), b.encode()).view();
        assertEquals(List.of(a, b), NetlinkMessage.parseAll(both));
        assertEquals(24, a.encode().length());
    }

    @Test
    void lengthsThatDoNotFitAreMalformed() {
        for (String bad :
                new String[] {
                    "0f000000 18000000 00000000 00000000",
                    "11000000 18000000 00000000 00000000",
                    "ffffffff 18000000 00000000 00000000",
                    "10000000 18000000 00000000 00000000 00"
                }) {
            assertThrows(
                    MalformedMessageException.class,
                    () -> NetlinkMessage.parseAll(hex(bad).view()));
        }
        for (String bad : new String[] {"03000100", "09000100 00000000", "00000100"}) {
            assertThrows(MalformedMessageException.class, () -> Attributes.parse(hex(bad)));
        }
    }

    @Test
    void editKeepsUnknownAttributesInPlace() throws MalformedMessageException {
        Attributes all =
                Attributes.parse(hex("0500c800 07000000 08000600 4d000000 0600c940 01020000"));
        Attributes next = all.with(Rtnetlink.RTA_PRIORITY, Bytes.u32(5));
        assertEquals(hex("0500c800 07000000 08000600 05000000 0600c940 01020000"), next.encode());
        assertEquals(0xc9, next.list().get(2).kind());
        assertEquals(all, next.with(Rtnetlink.RTA_PRIORITY, Bytes.u32(77)));
    }

    @Test
    void anyBytesAreAnObjectOrMalformed() {
        Random random = new Random(1);
        int objects = 0;
        for (int i = 0; i < 200_000; i++) {
            byte[] raw = new byte[random.nextInt(96)];
            random.nextBytes(raw);
            if (raw.length > 0) {
                raw[0] = new byte[] {0, 2, 10}[random.nextInt(3)];
            }
            int type = 16 + random.nextInt(92);
            NetlinkMessage m = new NetlinkMessage(type, 0, 0, 0, Bytes.of(raw));
            try {
                objects += Decoder.decode(m).map(MessageTest::touch).orElse(0);
            } catch (MalformedMessageException e) {
                assertEquals(false, String.valueOf(e.getMessage()).isEmpty());
            }
        }
        assertEquals(true, objects > 100, objects + " objects");
    }

    /// Every accessor, key and canonical form answers whatever the bytes are.
    private static int touch(RtnetlinkObject o) {
        Canonical.of(o);
        Canonical.key(o);
        WriteForm.of(o).payload();
        WriteForm.forDelete(o).payload();
        return 1;
    }
}
