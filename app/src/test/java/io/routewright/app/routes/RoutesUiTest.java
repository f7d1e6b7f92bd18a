package io.routewright.app.routes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.routewright.app.shell.Screen;
import io.routewright.app.theme.Theme;
import io.routewright.app.ui.FakeWorkspace;
import io.routewright.app.ui.TopWindow;
import io.routewright.app.ui.UiTest;
import io.routewright.netlink.Route;
import io.routewright.netlink.Rtnetlink;
import io.routewright.protocol.Operation;

import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

class RoutesUiTest extends UiTest {
    private final FakeWorkspace fake = new FakeWorkspace();
    private RoutesScreen screen;

    @BeforeEach
    void show() {
        open(() -> {
            screen = new RoutesScreen(fake.workspace());
            return (BorderPane) screen.view();
        });
        fake.publish(Routes.snapshot());
        onFx(((Screen) screen)::shown);
        settle();
    }

    private List<Operation> staged() {
        return onFx(fake.staging()::operations);
    }

    /// A cell of the table of routes.
    private Node cell(String text) {
        return in("#routes-table", text);
    }

    private Node in(String table, String text) {
        Node parent = find(table);
        Predicate<Node> wanted =
                n -> n instanceof Labeled l && text.equals(l.getText()) && isShown(n);
        return robot.from(Set.of(parent)).lookup(wanted).query();
    }

    private static boolean isShown(Node n) {
        return n.isVisible() && n.getScene() != null && n.getParent() != null;
    }

    private void type(String filter) {
        TextField field = find("#routes-filter .text-field");
        onFx(() -> field.setText(filter));
        settle();
    }

    @Test
    void tablesAndRoutesAreShownInNaturalOrder() {
        picture("routes");
        onFx(() -> Theme.choose(Theme.Mode.DARK));
        settle();
        picture("routes-dark");
        assertTrue(robot.lookup("10.66.0.0/16").tryQuery().isPresent());
        assertTrue(robot.lookup("10.0.0.2").tryQuery().isEmpty(), "kernel routes start hidden");
        robot.clickOn("#kernel-routes");
        settle();
        assertTrue(robot.lookup("10.0.0.2").tryQuery().isPresent());
    }

    @Test
    void theFilterNarrowsAndSaysWhatItCannotRead() {
        type("10.20.1.1");
        picture("routes-covers");
        assertTrue(robot.lookup("10.66.0.0/16").tryQuery().isEmpty());
        type("metric:abc");
        picture("routes-filter-problem");
        assertTrue(
                robot.lookup("“abc” is no number. Such as 100, >100, <=100 or 100-200.")
                        .tryQuery()
                        .isPresent());
    }

    @Test
    void aMetricIsEditedInItsCell() {
        robot.doubleClickOn(cell("200"));
        settle();
        robot.write("150").type(KeyCode.ENTER);
        settle();
        Route before = Routes.some().get(2);
        assertEquals(List.of(new Operation.Change(before, before.withMetric(150))), staged());
        picture("routes-changed");
    }

    @Test
    void deleteStagesTheSelectedRoutes() {
        robot.clickOn(cell("10.20.0.0/16"));
        robot.press(KeyCode.SHIFT).type(KeyCode.DOWN).release(KeyCode.SHIFT);
        robot.type(KeyCode.DELETE);
        settle();
        assertEquals(
                List.of(
                        new Operation.Delete(Routes.some().get(2)),
                        new Operation.Delete(Routes.some().get(5))),
                staged());
        picture("routes-deleted");
    }

    @Test
    void aRouteIsAddedInTheForm() {
        onFx(((Screen) screen)::add);
        settle();
        robot.clickOn("#route-destination").write("10.99.0.0/16");
        robot.clickOn("#route-gateway").write("10.0.1.7");
        settle();
        TopWindow.picture("route-add");
        robot.clickOn("Stage route");
        settle();
        Operation.Create created = (Operation.Create) staged().getFirst();
        Route route = (Route) created.after();
        assertEquals("10.99.0.0/16", route.destination().toString());
        assertEquals("10.0.1.7", route.gateway().orElseThrow().toString());
        assertEquals(Rtnetlink.RTPROT_STATIC, route.protocol());
        assertEquals(254, route.tableId());
        picture("routes-added");
    }

    @Test
    void weightsAreTypedInTheForm() {
        robot.clickOn(cell("10.70.0.0/16"));
        robot.clickOn("#act-edit");
        settle();
        TopWindow.picture("route-multipath");
        Predicate<Node> isTwo = n -> n instanceof TextField t && "2".equals(t.getText());
        TextField weight = robot.lookup(isTwo).query();
        onFx(() -> weight.setText("5"));
        settle();
        robot.clickOn("Stage change");
        settle();
        Operation.Change change = (Operation.Change) staged().getFirst();
        assertEquals(5, ((Route) change.after()).nexthops().get(1).weight());
        picture("routes-weights");
    }

    @Test
    void aTableIsChosenAndRenamedInPlace() {
        robot.clickOn(in("#tables", "isp2"));
        settle();
        picture("routes-table");
        robot.type(KeyCode.F2);
        settle();
        robot.write("uplink2").type(KeyCode.ENTER);
        settle();
        assertEquals(List.of(new Operation.Name(100, "isp2", "uplink2")), staged());
        picture("routes-renamed");
    }

    @Test
    void aVanishedRouteStaysAsAGhost() {
        List<Route> fewer = new ArrayList<>(Routes.some());
        fewer.remove(5);
        var next = Routes.snapshot(fewer);
        fake.publish(
                new io.routewright.app.store.Snapshot(
                        2,
                        next.links(),
                        next.addresses(),
                        next.rules(),
                        next.routes(),
                        next.nexthops(),
                        next.neighbours(),
                        next.netconf(),
                        next.tableNames(),
                        next.sysctls(),
                        next.kernel()));
        assertTrue(robot.lookup("10.66.0.0/16").tryQuery().isPresent());
        picture("routes-ghost");
    }

    @Test
    void theMenuHasEveryAct() {
        robot.clickOn(cell("10.20.0.0/16"), MouseButton.SECONDARY);
        settle();
        assertTrue(robot.lookup("Duplicate…").tryQuery().isPresent());
        robot.clickOn("Delete");
        settle();
        assertEquals(List.of(new Operation.Delete(Routes.some().get(2))), staged());
    }
}
