package io.routewright.app.nexthops;

import static io.routewright.app.store.SnapshotBuilder.address;
import static io.routewright.app.store.SnapshotBuilder.ip;
import static io.routewright.app.store.SnapshotBuilder.link;
import static io.routewright.app.store.SnapshotBuilder.neighbour;
import static io.routewright.app.store.SnapshotBuilder.prefix;
import static io.routewright.app.store.SnapshotBuilder.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.routewright.app.control.WeightBar;
import io.routewright.app.control.WindowedTable;
import io.routewright.app.store.Snapshot;
import io.routewright.app.store.SnapshotBuilder;
import io.routewright.app.theme.Theme;
import io.routewright.app.ui.FakeWorkspace;
import io.routewright.app.ui.UiTest;
import io.routewright.netlink.Family;
import io.routewright.netlink.IfLinkH;
import io.routewright.netlink.Nexthop;
import io.routewright.netlink.NexthopObject;
import io.routewright.netlink.NexthopObject.Member;
import io.routewright.netlink.NexthopObject.Resilience;
import io.routewright.netlink.Route;
import io.routewright.protocol.Operation;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.Set;

class NexthopsUiTest extends UiTest {
    private static final Route SHARED =
            Route.to(prefix("default"), 254)
                    .withNexthops(
                            List.of(Nexthop.via(ip("10.0.0.1"), 2), Nexthop.via(ip("10.0.1.1"), 3)))
                    .withMetric(50);

    private final FakeWorkspace fake = new FakeWorkspace();
    private NexthopsScreen screen;

    private static NexthopObject single(long id, String gateway, int ifindex) {
        return NexthopObject.withId(ip(gateway).family(), id)
                .withIfindex(ifindex)
                .withGateway(ip(gateway));
    }

    private static SnapshotBuilder host() {
        Route six =
                Route.to(prefix("::/0"), 254)
                        .withNexthops(
                                List.of(
                                        Nexthop.via(ip("2001:db8:0:1::1"), 2).withWeight(3),
                                        Nexthop.via(ip("2001:db8:0:2::1"), 3)))
                        .withMetric(1024);
        return new SnapshotBuilder()
                .with(SnapshotBuilder.loopback(), link(2, "wan0"), link(3, "wan1"))
                .with(link(4, "lte0", IfLinkH.IFF_UP), link(5, "lan0"))
                .with(address(2, "10.0.0.2/24"), address(3, "10.0.1.2/24"))
                .with(address(4, "10.0.2.2/24"), address(5, "192.168.1.1/24"))
                .with(SHARED, six, route(100, "default", "10.0.1.1", 3))
                .with(neighbour(2, "10.0.0.1", 2), neighbour(3, "10.0.1.1", 32))
                .with(neighbour(2, "2001:db8:0:1::1", 4))
                .with(single(1, "10.0.0.1", 2), single(2, "10.0.1.1", 3), single(3, "10.0.2.1", 4))
                .with(NexthopObject.group(10, List.of(new Member(1, 2), new Member(2, 1))))
                .with(resilient())
                .with(Route.to(prefix("172.16.0.0/16"), 254).withNexthopId(10))
                .with(Route.to(prefix("172.17.0.0/16"), 254).withNexthopId(10))
                .with(Route.to(prefix("172.18.0.0/16"), 254).withNexthopId(1))
                .named(100, "isp2")
                .sysctl("net/ipv4/fib_multipath_hash_policy", "0")
                .sysctl("net/ipv6/fib_multipath_hash_policy", "1")
                .sysctl("net/ipv4/fib_multipath_use_neigh", "0")
                .sysctl("net/ipv4/conf/all/ignore_routes_with_linkdown", "0")
                .sysctl("net/ipv6/conf/all/ignore_routes_with_linkdown", "1")
                .kernel("nexthop", "nexthop-weight-16", "resilient", "sysctl-write", "vrf");
    }

    private static NexthopObject resilient() {
        return new GroupDraft(
                        20,
                        List.of(new Member(1, 1), new Member(2, 1), new Member(3, 1)),
                        Optional.of(new Resilience(128, 12000, 0)))
                .create();
    }

    @BeforeEach
    void show() {
        open(() -> {
            screen = new NexthopsScreen(fake.workspace());
            return (BorderPane) screen.view();
        });
    }

    private void publish(Snapshot snapshot) {
        fake.publish(snapshot);
        onFx(() -> ((Parent) screen.view()).layout());
        settle();
    }

    private List<Operation> staged() {
        return onFx(fake.staging()::operations);
    }

    private Node card(String title) {
        return robot.lookup(".card")
                .match(n -> n instanceof CardView && n.getAccessibleText().startsWith(title))
                .query();
    }

    private static List<Integer> weights(Operation operation) {
        Operation.Change change = (Operation.Change) operation;
        return ((Route) change.after()).nexthops().stream().map(Nexthop::weight).toList();
    }

    private Node divider(Node card) {
        Set<Node> all = onFx(() -> card.lookupAll(".weight-divider"));
        return all.iterator().next();
    }

    private TextField weight(Node card, String link) {
        return robot.from(card)
                .lookup((Node n) ->
                        n instanceof TextField
                                && ("Weight of " + link).equals(n.getAccessibleText()))
                .query();
    }

    @Test
    void aDividerDraggedToAThirdStagesOneToTwo() {
        publish(host().build());
        Node card = card("default, IPv4");
        Bounds bar =
                onFx(() -> {
                    WeightBar b = (WeightBar) card.lookup(".weight-bar");
                    return b.localToScreen(b.getLayoutBounds());
                });
        robot.drag(divider(card)).moveTo(bar.getMinX() + bar.getWidth() / 3, bar.getCenterY());
        settle();
        picture("nexthops-drag");
        robot.drop();
        settle();
        assertEquals(1, staged().size());
        assertEquals(SHARED, ((Operation.Change) staged().getFirst()).before());
        assertEquals(List.of(1, 2), weights(staged().getFirst()));
        picture("nexthops-dragged");
    }

    @Test
    void arrowKeysMoveADivider() {
        publish(host().build());
        onFx(screen::shown);
        robot.type(KeyCode.RIGHT);
        settle();
        List<Integer> weights = weights(staged().getFirst());
        assertTrue(weights.get(0) > weights.get(1));
        robot.type(KeyCode.LEFT);
        settle();
        assertEquals(List.of(), staged());
    }

    @Test
    void aTypedWeightIsStagedOnEnter() {
        publish(host().build());
        type(weight(card("default, IPv4"), "wan1"), "3");
        robot.type(KeyCode.ENTER);
        settle();
        assertEquals(List.of(1, 3), weights(staged().getFirst()));
    }

    @Test
    void aWeightOutOfRangeSaysWhyAndStagesNothing() {
        publish(host().build());
        type(weight(card("default, IPv4"), "wan1"), "257");
        settle();
        assertTrue(
                robot.lookup(n ->
                                n instanceof Label l
                                        && l.isVisible()
                                        && l.getText().startsWith("The weight goes from 1 to 256"))
                        .tryQuery()
                        .isPresent());
        robot.type(KeyCode.ENTER);
        settle();
        assertEquals(List.of(), staged());
    }

    @Test
    void groupsTakeLargeWeightsWhereTheKernelCan() {
        publish(host().build());
        type(weight(card("Group 10"), "wan0"), "1000");
        robot.type(KeyCode.ENTER);
        settle();
        Operation.Change change = (Operation.Change) staged().getFirst();
        assertEquals(1000, ((NexthopObject) change.after()).members().getFirst().weight());
    }

    @Test
    void settingsAreSwitchedThroughStaging() {
        publish(host().build());
        robot.clickOn("#case-gateway4");
        settle();
        assertEquals(
                List.of(new Operation.Sysctl("net/ipv4/fib_multipath_use_neigh", "0", "1")),
                staged());
        robot.clickOn("#case-gateway4");
        settle();
        assertEquals(List.of(), staged());
    }

    @Test
    void deletingAUsedObjectSaysWhatGoesFirst() {
        publish(host().build());
        WindowedTable<ObjectLine> table = find("#nexthop-objects");
        onFx(() -> {
            table.select(1L);
            table.focusRows();
        });
        robot.type(KeyCode.DELETE);
        settle();
        assertTrue(
                robot.lookup("Deletes 1 route and shrinks groups 10, 20.").tryQuery().isPresent());
        assertEquals(List.of(), staged());
        robot.clickOn("Stage the deletions");
        settle();
        assertEquals(4, staged().size());
        assertEquals(new Operation.Delete(single(1, "10.0.0.1", 2)), staged().getLast());
        picture("nexthops-deleted");
    }

    /// Puts `text` in place of what is there.
    private void type(TextField field, String text) {
        onFx(() -> {
            field.requestFocus();
            field.selectAll();
        });
        robot.write(text, 0);
    }

    @Test
    void balancingTwoUplinksMakesOneRoute() {
        Route first = route(254, "default", "10.0.0.1", 2).withMetric(100);
        Route second = route(254, "default", "10.0.1.1", 3).withMetric(200);
        publish(
                new SnapshotBuilder()
                        .with(link(2, "wan0"), link(3, "wan1"), first, second)
                        .with(address(2, "10.0.0.2/24"), address(3, "10.0.1.2/24"))
                        .build());
        picture("nexthops-empty");
        robot.clickOn("#balance");
        settle();
        pictureOf("nexthops-balance");
        robot.clickOn("Stage one shared default route");
        settle();
        assertEquals(2, staged().size());
        assertEquals(List.of(1, 1), weights(staged().getFirst()));
        assertEquals(new Operation.Delete(second), staged().get(1));
        picture("nexthops-balanced");
    }

    @Test
    void aNexthopIsAddedWithItsInterfaceFoundByTheGateway() {
        publish(host().build());
        onFx(() -> screen.add());
        settle();
        robot.clickOn("#nexthop-gateway").write("192.168.1.254");
        settle();
        robot.clickOn("Stage");
        settle();
        NexthopObject made = (NexthopObject) ((Operation.Create) staged().getFirst()).after();
        assertEquals(21, made.id());
        assertEquals(5, made.ifindex());
        assertEquals(Optional.of(Family.INET), made.family());
    }

    @Test
    void snapshotsDoNotDisturbTyping() {
        publish(host().build());
        TextField field = weight(card("default, IPv4"), "wan1");
        type(field, "7");
        publish(host().with(link(9, "new0")).build());
        assertEquals("7", field.getText());
        robot.type(KeyCode.ENTER);
        settle();
        assertEquals(List.of(1, 7), weights(staged().getFirst()));
    }

    @Test
    void pictures() {
        publish(host().build());
        onFx(() ->
                fake.staging()
                        .stage(
                                new Operation.Change(
                                        SHARED, Legs.withWeights(SHARED, List.of(1, 2)))));
        settle();
        picture("nexthops-light");
        onFx(() -> Theme.choose(Theme.Mode.DARK));
        settle();
        picture("nexthops-dark");
        onFx(() -> Theme.choose(Theme.Mode.LIGHT));
        screen.shots()
                .forEach(s -> {
                    open(s.dialog());
                    picture(s.name());
                });
    }

    private void pictureOf(String name) {
        onFx(() -> {
            javafx.stage.Window last = javafx.stage.Window.getWindows().getLast();
            java.nio.file.Path file = java.nio.file.Path.of("target", "pictures", name + ".png");
            java.nio.file.Files.createDirectories(file.getParent());
            io.routewright.app.shell.Png.write(last.getScene().snapshot(null), file);
            return file;
        });
    }
}
