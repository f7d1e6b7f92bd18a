package io.routewright.app.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.routewright.app.feed.LiveSite;
import io.routewright.app.lab.Helper;
import io.routewright.app.lab.Lab;
import io.routewright.app.lab.Until;
import io.routewright.app.session.Connection;
import io.routewright.app.session.Site;
import io.routewright.app.store.Snapshot;
import io.routewright.netlink.Address;
import io.routewright.netlink.Family;
import io.routewright.netlink.IpAddress;
import io.routewright.netlink.Link;
import io.routewright.netlink.Nexthop;
import io.routewright.netlink.Prefix;
import io.routewright.netlink.Route;
import io.routewright.protocol.ChangeSet;
import io.routewright.protocol.Message;
import io.routewright.protocol.Operation;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// VRFs through session and helper on a kernel that has them, as the window would ask for them.
@Tag("vrf")
final class VrfWithoutWindowKernelTest {
    private static final int VRF = 900;

    private Lab lab;
    private Helper helper;
    private LiveSite site;

    @BeforeEach
    void connect() throws InterruptedException {
        lab = Lab.two("10.20.3", 10);
        helper = Helper.start(lab);
        site = LiveSite.open(Site.parse(helper.site()).orElseThrow());
        assertInstanceOf(
                Connection.Live.class, site.awaitFirst(Duration.ofSeconds(30)), helper::log);
    }

    @AfterEach
    void disconnect() {
        site.close();
        helper.close();
        lab.close();
    }

    private void apply(Operation... operations) {
        Message.Outcome outcome =
                site.session().apply(new ChangeSet("set", "", List.of(operations))).join();
        assertInstanceOf(Message.Applied.class, outcome, () -> outcome + "\n" + helper.log());
    }

    private Link link(String name) {
        return site.latest().links().byName(name).orElseThrow();
    }

    private Snapshot awaitMaster(String name, int master) {
        return Until.value(
                name + " has master " + master,
                site::latest,
                s -> s.links().byName(name).orElseThrow().master() == master);
    }

    private void createVrf() {
        apply(new Operation.Create(Link.newVrf(VRF, "vrf-blue", 100).withUp(true)));
        Until.holds("the VRF is seen", () -> site.latest().links().byName("vrf-blue").isPresent());
    }

    @Test
    void welcomeSaysThatTheKernelHasVrfs() {
        assertTrue(site.latest().kernel().hasVrf(), () -> site.latest().kernel().toString());
    }

    @Test
    void vrfIsCreatedUpWithItsTable() {
        createVrf();
        Map<String, Object> made = lab.json("-d link show vrf-blue").getFirst();
        assertTrue(made.get("flags").toString().contains("UP"), made::toString);
        assertTrue(made.get("linkinfo").toString().contains("table=100"), made::toString);
    }

    @Test
    void linkGoesInWithAddressAndDefaultRouteAndComesOutAgain() {
        createVrf();
        int eth1 = link("eth1").ifindex();
        Prefix address = Prefix.parse("10.20.40.5/24").orElseThrow();
        IpAddress gateway = IpAddress.parse("10.20.31.1").orElseThrow();
        apply(
                new Operation.Change(link("eth1"), link("eth1").withMaster(VRF)),
                new Operation.Create(Address.on(eth1, address)),
                new Operation.Create(
                        Route.to(Prefix.any(Family.INET), 100)
                                .withNexthops(List.of(Nexthop.via(gateway, eth1)))));
        assertEquals("vrf-blue", lab.json("link show eth1").getFirst().get("master"));
        assertTrue(lab.ip("addr show dev eth1").contains("10.20.40.5/24"));
        assertEquals(
                "10.20.31.1",
                lab.json("-4 route show default vrf vrf-blue").getFirst().get("gateway"));
        awaitMaster("eth1", VRF);
        apply(new Operation.Change(link("eth1"), link("eth1").withMaster(0)));
        awaitMaster("eth1", 0);
        assertEquals(null, lab.json("link show eth1").getFirst().get("master"));
    }
}
