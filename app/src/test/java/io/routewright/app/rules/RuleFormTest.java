package io.routewright.app.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.routewright.app.store.TableNames;
import io.routewright.netlink.Attribute;
import io.routewright.netlink.Attributes;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.Family;
import io.routewright.netlink.FibRulesH;
import io.routewright.netlink.Rule;
import io.routewright.netlink.RuleHeader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;

class RuleFormTest {
    private static final TableNames NAMES = Rules.snapshot(List.of(), List.of()).tableNames();

    /// A rule with every selector and an attribute from the future.
    private static Rule full() {
        RuleHeader header = new RuleHeader(2, 16, 16, 0x10, 100, 1, 0x2);
        return new Rule(
                header,
                Attributes.of(
                        new Attribute(FibRulesH.FRA_TABLE, Bytes.u32(100)),
                        new Attribute(FibRulesH.FRA_SUPPRESS_PREFIXLEN, Bytes.u32(0)),
                        new Attribute(FibRulesH.FRA_SUPPRESS_IFGROUP, Bytes.u32(5)),
                        new Attribute(FibRulesH.FRA_IIFNAME, Bytes.text("eth0")),
                        new Attribute(FibRulesH.FRA_OIFNAME, Bytes.text("eth1")),
                        new Attribute(FibRulesH.FRA_FWMARK, Bytes.u32(1)),
                        new Attribute(FibRulesH.FRA_FWMASK, Bytes.u32(255)),
                        new Attribute(77, Bytes.u64(1234567)),
                        new Attribute(
                                FibRulesH.FRA_UID_RANGE,
                                Bytes.join(Bytes.u32(1000), Bytes.u32(2000))),
                        new Attribute(FibRulesH.FRA_IP_PROTO, Bytes.u8(6)),
                        new Attribute(
                                FibRulesH.FRA_SPORT_RANGE,
                                Bytes.join(Bytes.u16(1024), Bytes.u16(65534))),
                        new Attribute(
                                FibRulesH.FRA_DPORT_RANGE,
                                Bytes.join(Bytes.u16(443), Bytes.u16(443))),
                        new Attribute(FibRulesH.FRA_DPORT_MASK, Bytes.u16(0xffff)),
                        new Attribute(FibRulesH.FRA_TUN_ID, Bytes.u64be(7)),
                        new Attribute(FibRulesH.FRA_FLOW, Bytes.u32(3 << 16 | 4)),
                        new Attribute(FibRulesH.FRA_PROTOCOL, Bytes.u8(200)),
                        new Attribute(FibRulesH.FRA_PRIORITY, Bytes.u32(10010)),
                        new Attribute(
                                FibRulesH.FRA_SRC,
                                Bytes.of((byte) 10, (byte) 7, (byte) 0, (byte) 0)),
                        new Attribute(
                                FibRulesH.FRA_DST,
                                Bytes.of((byte) 10, (byte) 9, (byte) 0, (byte) 0))));
    }

    @Test
    void changingOneFieldLeavesEveryOtherByteAlone() throws InvalidFieldException {
        Rule before = full();
        RuleForm form = new RuleForm(before, NAMES);
        form.set(RuleField.DPORT, "8443");
        Rule after = form.rule();
        assertEquals(before.header(), after.header());
        List<Attribute> expected = new ArrayList<>(before.attributes().list());
        expected.replaceAll(a ->
                a.kind() == FibRulesH.FRA_DPORT_RANGE
                        ? new Attribute(a.type(), Bytes.join(Bytes.u16(8443), Bytes.u16(8443)))
                        : a);
        assertEquals(expected, after.attributes().list());
    }

    @Test
    void anUntouchedFormGivesTheVerySameRule() throws InvalidFieldException {
        Rule before = full();
        assertSame(before, new RuleForm(before, NAMES).rule());
    }

    @Test
    void everyFieldReadsWhatItWrites() throws InvalidFieldException {
        for (RuleField field : RuleField.values()) {
            Rule base = Rules.all(10010, 100);
            String text = field.read(full(), NAMES);
            if (!text.isEmpty() && field != RuleField.L3MDEV) {
                assertEquals(text, field.read(field.write(base, text, NAMES), NAMES), field.name());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "FROM, 10.0.0.0.0, invalid.prefix",
        "FROM, 2001:db8::/32, invalid.not-ipv4",
        "DPORT, 70000, invalid.ports",
        "DPORT, 80-70, invalid.ports",
        "FWMARK, 0x3/0x1, invalid.mark-mask",
        "TABLE, nowhere, invalid.table",
        "IPPROTO, tpc, invalid.ipproto",
        "TOS, b8, invalid.tos-bits",
        "IIF, a-name-that-is-too-long, invalid.link",
        "PRIORITY, -1, invalid.priority"
    })
    void badTextsSayWhy(RuleField field, String text, String key) {
        InvalidFieldException e =
                assertThrows(
                        InvalidFieldException.class,
                        () -> field.write(Rules.all(10010, 100), text, NAMES));
        assertEquals(key, e.key());
    }

    @Test
    void tablesAreTakenByNameAndNumber() throws InvalidFieldException {
        Rule base = Rules.all(10010, 254);
        assertEquals(100, RuleField.TABLE.write(base, "isp2", NAMES).tableId());
        assertEquals(70000, RuleField.TABLE.write(base, "70000", NAMES).tableId());
    }

    @Test
    void gotoMustPointForward() {
        RuleForm form = new RuleForm(Rules.all(10010, 100), NAMES);
        form.set(RuleField.ACTION, "goto");
        form.set(RuleField.GOTO, "9000");
        assertEquals("invalid.goto", form.problem(RuleField.GOTO).orElseThrow().key());
        form.set(RuleField.GOTO, "10020");
        assertTrue(form.problem(RuleField.GOTO).isEmpty());
    }

    @Test
    void sentencesReadAsWords() throws InvalidFieldException {
        assertEquals(
                "from 192.168.1.100 \u2192 table isp2",
                RuleSentence.text(Rules.from("192.168.1.100", 10010, 100), NAMES));
        assertEquals(
                "all \u2192 table main",
                RuleSentence.text(Rule.lookup(Family.INET, 32766, 254), NAMES));
        Rule exception = RuleField.SUPPRESS_PREFIXLENGTH.write(Rules.all(5000, 254), "0", NAMES);
        assertEquals(
                "all \u2192 table main except its default route",
                RuleSentence.text(exception, NAMES));
    }
}
