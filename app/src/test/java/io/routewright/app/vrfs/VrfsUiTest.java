package io.routewright.app.vrfs;

import static io.routewright.app.store.SnapshotBuilder.address;
import static io.routewright.app.store.SnapshotBuilder.link;
import static io.routewright.app.store.SnapshotBuilder.loopback;
import static io.routewright.app.store.SnapshotBuilder.ofKind;
import static io.routewright.app.store.SnapshotBuilder.route;
import static io.routewright.app.store.SnapshotBuilder.vrf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.routewright.app.store.SnapshotBuilder;
import io.routewright.app.theme.Theme;
import io.routewright.app.ui.FakeWorkspace;
import io.routewright.app.ui.UiTest;
import io.routewright.netlink.Address;
import io.routewright.netlink.IfLinkH;
import io.routewright.netlink.Link;
import io.routewright.netlink.Route;
import io.routewright.protocol.Operation;

import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.stage.Window;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;

class VrfsUiTest extends UiTest {
    private final FakeWorkspace fake = new FakeWorkspace();
    private VrfsScreen screen;

    private static SnapshotBuilder host() {
        return new SnapshotBuilder()
                .with(loopback(), link(2, "eth0"), link(3, "eth1"), link(4, "eth2", IfLinkH.IFF_UP))
                .with(ofKind(link(5, "br0"), "bridge"), link(6, "tap0").withMaster(5))
                .with(vrf(9, "blue", 1001), vrf(10, "red", 100), link(7, "cust0").withMaster(9))
                .with(address(1, "127.0.0.1/8"), address(2, "192.168.1.100/24"))
                .with(address(2, "2001:db8:0:1::100/64"), address(3, "10.0.1.2/24"))
                .with(
                        address(3, "fd00:1::2/64"),
                        address(7, "10.20.30.2/24"),
                        address(5, "172.31.0.1/24"))
                .with(
                        route(254, "default", "192.168.1.1", 2),
                        route(1001, "default", "10.20.30.1", 7))
                .with(route(254, "172.16.0.0/16", "10.0.1.1", 3))
                .with(VrfDraft.unreachable(io.routewright.netlink.Family.INET, 1001))
                .named(100, "isp2")
                .sysctl("net/ipv4/tcp_l3mdev_accept", "0")
                .sysctl("net/ipv4/udp_l3mdev_accept", "1");
    }

    @BeforeEach
    void show() {
        open(() -> {
            screen = new VrfsScreen(fake.workspace());
            return (BorderPane) screen.view();
        });
    }

    private void publish(SnapshotBuilder site) {
        fake.publish(site.build());
        settle();
    }

    private List<Operation> staged() {
        return onFx(fake.staging()::operations);
    }

    private Link after(int operation) {
        return (Link) ((Operation.Change) staged().get(operation)).after();
    }

    private boolean isSaid(String start) {
        return robot.lookup((Node n) ->
                        n instanceof Label l && l.isVisible() && l.getText().startsWith(start))
                .tryQuery()
                .isPresent();
    }

    private void drag(String chip, String card) {
        Node target = find(card);
        robot.drag(chip);
        robot.moveTo(target).moveBy(3, 3);
        settle();
    }

    @Test
    void aChipDraggedIntoAVrfAndOutAgain() {
        publish(host());
        drag("#chip-eth1", "#vrf-blue");
        assertTrue(isSaid("Move into blue"));
        picture("vrfs-drag");
        robot.drop();
        settle();
        assertEquals(1, staged().size());
        assertEquals(9, after(0).master());
        assertTrue(isSaid("Move eth1 into blue"));
        picture("vrfs-moved");
        drag("#chip-eth1", "#vrf-none");
        robot.drop();
        settle();
        assertEquals(List.of(), staged());
    }

    @Test
    void aDropThatCannotBeSaysWhy() {
        publish(host());
        drag("#chip-cust0", "#vrf-blue");
        assertTrue(isSaid("cust0 is here already."));
        picture("vrfs-refused");
        robot.drop();
        settle();
        assertEquals(List.of(), staged());
    }

    @Test
    void escapeLeavesTheChipWhereItWas() {
        publish(host());
        drag("#chip-eth1", "#vrf-blue");
        robot.type(KeyCode.ESCAPE);
        robot.drop();
        settle();
        assertEquals(List.of(), staged());
    }

    @Test
    void aLinkIsMovedByKeyboard() {
        publish(host());
        onFx(() -> find("#chip-tap0").requestFocus());
        robot.type(KeyCode.M);
        settle();
        robot.clickOn("#move-vrf").write("bl", 0);
        settle();
        assertTrue(isSaid("Move into blue; it will leave br0"));
        robot.type(KeyCode.ENTER);
        settle();
        assertEquals(9, after(0).master());
    }

    @Test
    void aLinkIsMovedByMenu() {
        publish(host());
        onFx(() -> find("#chip-eth1").requestFocus());
        robot.type(KeyCode.ENTER);
        settle();
        onFx(() -> moves().stream().filter(i -> i.getText().equals("red")).forEach(MenuItem::fire));
        settle();
        assertEquals(10, after(0).master());
    }

    /// The items of the open menu's first entry.
    private static List<MenuItem> moves() {
        ContextMenu open =
                Window.getWindows().stream()
                        .filter(w -> w instanceof ContextMenu && w.isShowing())
                        .map(ContextMenu.class::cast)
                        .findFirst()
                        .orElseThrow();
        return ((Menu) open.getItems().getFirst()).getItems();
    }

    @Test
    void aCreatedVrfStandsOnTheBoardAndTakesLinks() {
        publish(new SnapshotBuilder().with(loopback(), link(3, "eth1"), address(3, "10.0.1.2/24")));
        robot.clickOn("#create-vrf");
        settle();
        robot.clickOn("#vrf-name").write("vrf-new", 0);
        robot.type(KeyCode.ENTER);
        settle();
        assertEquals(3, staged().size());
        Link made = (Link) ((Operation.Create) staged().getFirst()).after();
        assertEquals(4, made.ifindex());
        assertEquals(1001, made.vrfTable());
        assertTrue(made.isUp());
        picture("vrfs-created");
        drag("#chip-eth1", "#vrf-vrf-new");
        robot.drop();
        settle();
        assertEquals(4, after(3).master());
    }

    @Test
    void aTableInUseIsRefusedInTheForm() {
        publish(host());
        robot.clickOn("#create-vrf");
        settle();
        robot.clickOn("#vrf-name").write("vrf-new", 0);
        onFx(() ->
                ((javafx.scene.control.TextField) robot.lookup("#vrf-table").query())
                        .setText("100"));
        settle();
        robot.type(KeyCode.ENTER);
        settle();
        assertEquals(List.of(), staged());
        assertTrue(isSaid("Table 100 is the table of both red"));
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void anAddressIsAddedInPlace() {
        publish(host());
        robot.clickOn("#add-address-cust0");
        settle();
        robot.write("10.20.31.300/24", 0);
        robot.type(KeyCode.ENTER);
        settle();
        assertEquals(List.of(), staged());
        assertTrue(isSaid("\u201c10.20.31.300"));
        onFx(() ->
                ((javafx.scene.control.TextField) stage.getScene().getFocusOwner())
                        .setText("10.20.31.3/24"));
        robot.type(KeyCode.ENTER);
        settle();
        Address made = (Address) ((Operation.Create) staged().getFirst()).after();
        assertEquals("10.20.31.3/24", made.local().toString());
        assertEquals(7, made.ifindex());
    }

    @Test
    void withoutADriverTheScreenSaysSoAndShowsTheLinks() {
        publish(
                new SnapshotBuilder()
                        .with(loopback(), link(2, "eth0"), address(2, "192.168.1.100/24"))
                        .kernel("nexthop"));
        assertTrue(isSaid("This kernel has no vrf driver"));
        assertTrue(robot.lookup("#chip-eth0").tryQuery().isPresent());
        assertTrue(find("#create-vrf").isDisabled());
        picture("vrfs-nodriver");
    }

    @Test
    void twoHundredLinksAndFiftyVrfsAreShownAndFollow() {
        SnapshotBuilder site = new SnapshotBuilder().with(loopback());
        for (int i = 0; i < 50; i++) {
            site.with(vrf(1000 + i, "vrf-" + i, 2000 + i));
        }
        for (int i = 0; i < 200; i++) {
            site.with(link(2 + i, "eth" + i).withMaster(i < 150 ? 1000 + i % 50 : 0));
            site.with(address(2 + i, "10." + i + ".0.1/24"));
        }
        publish(site);
        assertTrue(isSaid("vrf-49"));
        publish(site.with(address(2, "10.99.0.1/24")));
        picture("vrfs-many");
        assertTrue(isSaid("10.99.0.1/24"));
    }

    @Test
    void pictures() {
        publish(host());
        picture("vrfs-light");
        onFx(() -> {
            Link eth1 = fake.workspace().feed().latest().links().byName("eth1").orElseThrow();
            fake.staging().stage(new Operation.Change(eth1, eth1.withMaster(9)));
            Route lost = route(1001, "10.9.0.0/16", "10.20.30.1", 7);
            fake.staging().stage(new Operation.Create(lost));
            Theme.choose(Theme.Mode.DARK);
        });
        settle();
        picture("vrfs-dark");
        onFx(() -> Theme.choose(Theme.Mode.LIGHT));
        screen.shots()
                .forEach(s -> {
                    open(s.dialog());
                    picture(s.name());
                });
    }
}
