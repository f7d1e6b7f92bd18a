package io.routewright.app.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.routewright.app.store.Snapshot;
import io.routewright.app.ui.FakeWorkspace;
import io.routewright.app.ui.TopWindow;
import io.routewright.app.ui.UiTest;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.Family;
import io.routewright.netlink.FibRulesH;
import io.routewright.netlink.Nexthop;
import io.routewright.netlink.Prefix;
import io.routewright.netlink.Route;
import io.routewright.netlink.Rule;
import io.routewright.protocol.Operation;

import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class RulesUiTest extends UiTest {
    private static final Rule FIRST = Rules.by(Rules.from("192.168.1.100", 10010, 100), 4);
    private static final Rule SECOND = Rules.by(Rules.from("192.168.1.101", 10020, 100), 4);
    private static final Rule THIRD = Rules.by(Rules.from("192.168.1.0/24", 10030, 254), 4);
    private static final Rule TAILSCALE =
            Rules.all(5210, 254)
                    .with(FibRulesH.FRA_FWMARK, Bytes.u32(0x80000))
                    .with(FibRulesH.FRA_FWMASK, Bytes.u32(0xff0000));
    private final FakeWorkspace fake = new FakeWorkspace();
    private RulesScreen screen;

    private static Snapshot host() {
        List<Rule> rules = new ArrayList<>();
        rules.add(Rules.kernels().getFirst());
        rules.add(TAILSCALE);
        rules.add(FIRST);
        rules.add(SECOND);
        rules.add(THIRD);
        rules.addAll(Rules.kernels().subList(1, 3));
        rules.add(Rules.by(Rule.lookup(Family.INET6, 0, 255), 2));
        rules.add(Rules.by(Rule.lookup(Family.INET6, 32766, 254), 2));
        Route any = Route.to(Prefix.any(Family.INET), 254).withNexthops(List.of(Nexthop.onLink(2)));
        return Rules.snapshot(rules, List.of(any, any.withTable(100)));
    }

    @BeforeEach
    void show() {
        open(() -> {
            screen = new RulesScreen(fake.workspace());
            return (BorderPane) screen.view();
        });
        fake.publish(host());
        onFx(screen::shown);
        settle();
    }

    private List<Operation> staged() {
        return onFx(fake.staging()::operations);
    }

    private Node row(String text) {
        return robot.lookup(n ->
                        n instanceof Label l
                                && text.equals(l.getText())
                                && n.isVisible()
                                && n.localToScreen(0, 0) != null)
                .query();
    }

    /// Picks a row up and holds it over the upper half of another one; cells are drawn anew meanwhile.
    private void drag(String from, String over) {
        Point2D target = robot.point(row(over)).query();
        robot.drag(row(from)).moveTo(target.add(0, -6));
    }

    private static Operation renumbered(Rule rule, long priority) {
        return new Operation.Change(rule, rule.withPriority(priority));
    }

    @Test
    void rulesReadAsSentencesUnderTheirBands() {
        picture("rules");
        assertTrue(robot.lookup("Policies").tryQuery().isPresent());
        assertTrue(robot.lookup("192.168.1.100").tryQuery().isPresent());
        assertTrue(robot.lookup("isp2").tryQuery().isPresent());
    }

    @Test
    void draggingARuleUpRenumbersIt() {
        drag("192.168.1.0/24", "192.168.1.100");
        settle();
        picture("rules-drag");
        robot.drop();
        settle();
        assertEquals(List.of(renumbered(THIRD, 10000)), staged());
        picture("rules-dragged");
    }

    @Test
    void escapeLeavesADraggedRuleWhereItWas() {
        drag("192.168.1.0/24", "192.168.1.100");
        robot.type(KeyCode.ESCAPE);
        robot.drop();
        settle();
        assertEquals(List.of(), staged());
    }

    @Test
    void droppingAmongOthersIsRefusedWithTheReason() {
        drag("192.168.1.0/24", "0x80000/0xff0000");
        settle();
        picture("rules-refused");
        assertTrue(
                robot.lookup(n ->
                                n instanceof Label l
                                        && l.getText().startsWith("Not among")
                                        && l.isVisible())
                        .tryQuery()
                        .isPresent());
        robot.drop();
        settle();
        assertEquals(List.of(), staged());
    }

    @Test
    void altUpAndDownMoveTheSelectedRule() {
        robot.clickOn(row("192.168.1.101"));
        robot.press(KeyCode.ALT).type(KeyCode.UP).release(KeyCode.ALT);
        settle();
        assertEquals(List.of(renumbered(SECOND, 10000)), staged());
        robot.press(KeyCode.ALT).type(KeyCode.DOWN).release(KeyCode.ALT);
        settle();
        assertEquals(List.of(), staged());
    }

    @Test
    void deleteStagesExactlyThatRuleAndShowsItStruckThrough() {
        robot.clickOn(row("192.168.1.100")).type(KeyCode.DELETE);
        settle();
        assertEquals(List.of(new Operation.Delete(FIRST)), staged());
        picture("rules-deleted");
    }

    @Test
    void aRuleIsAddedFromASourceByKeyboard() {
        robot.clickOn("#add-rule").clickOn("From source…");
        settle();
        robot.clickOn("#rule-from").write("10.1.2.3");
        robot.clickOn("#rule-table").write("isp2");
        settle();
        TopWindow.picture("rule-add");
        robot.clickOn("Stage rule");
        settle();
        Operation.Create added = (Operation.Create) staged().getFirst();
        Rule rule = (Rule) added.after();
        assertEquals(10040, rule.priority());
        assertEquals("10.1.2.3", rule.from().shortText());
        assertEquals(100, rule.tableId());
        assertEquals(4, rule.protocol());
        picture("rules-added");
    }

    @Test
    void editingThePortPatchesOneAttribute() {
        robot.clickOn(row("192.168.1.100"));
        robot.clickOn("#act-edit");
        settle();
        TextField from = robot.lookup("#rule-from").query();
        onFx(() -> from.setText("192.168.1.200"));
        settle();
        TopWindow.picture("rule-edit");
        robot.clickOn("Stage change");
        settle();
        assertEquals(
                List.of(new Operation.Change(FIRST, FIRST.withFrom(Rules.prefix("192.168.1.200")))),
                staged());
        picture("rules-changed");
    }

    @Test
    void aPriorityIsTypedInPlace() {
        robot.clickOn(row("192.168.1.100")).type(KeyCode.F2);
        settle();
        robot.write("10025").type(KeyCode.ENTER);
        settle();
        assertEquals(List.of(renumbered(FIRST, 10025)), staged());
    }

    @Test
    void theOtherFamilyHasItsOwnList() {
        robot.clickOn("#family-inet6");
        settle();
        assertTrue(robot.lookup("192.168.1.100").tryQuery().isEmpty());
        picture("rules-ipv6");
    }
}
