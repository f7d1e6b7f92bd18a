package io.routewright.app.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.routewright.app.feed.LiveSite;
import io.routewright.app.lab.Helper;
import io.routewright.app.lab.Lab;
import io.routewright.app.lab.Until;
import io.routewright.app.session.Connection;
import io.routewright.app.session.Site;
import io.routewright.app.store.Snapshot;
import io.routewright.netlink.Nexthop;
import io.routewright.netlink.Route;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The store is true after changes that the kernel makes without announcing them: a link that flaps, the last address
/// of a link, deleted nexthop objects, a link moved into a VRF; and after the helper was gone for a while.
final class SilentChangesScenarioTest {
    private static final List<String> ROUTES_OVER_ETH1 =
            List.of(
                    "route add 172.16.0.0/16 via 10.0.1.1",
                    "route add 172.17.0.0/16 via 10.0.1.1 table 100",
                    "route add fd99::/64 via fd00:1::1",
                    "nexthop add id 10 via 10.0.1.1 dev eth1",
                    "nexthop add id 11 via 10.0.0.1 dev eth0",
                    "nexthop add id 20 group 10/11",
                    "route add 172.18.0.0/16 nhid 10",
                    "route add 172.19.0.0/16 nhid 20",
                    "route add 172.20.0.0/16 nexthop via 10.0.0.1 dev eth0 nexthop via 10.0.1.1 dev"
                            + " eth1");

    private static LiveSite open(Helper helper) throws InterruptedException {
        LiveSite live = LiveSite.open(Site.parse(helper.site()).orElseThrow());
        assertInstanceOf(Connection.Live.class, live.awaitFirst(Duration.ofSeconds(30)));
        return live;
    }

    private static Set<String> destinations(Snapshot snapshot) {
        return snapshot.routes().stream()
                .map(r -> r.destination().shortText())
                .filter(d -> d.startsWith("172."))
                .collect(Collectors.toSet());
    }

    private static Route route(Snapshot snapshot, String destination) {
        return snapshot.routes().stream()
                .filter(r -> r.destination().shortText().equals(destination))
                .findFirst()
                .orElseThrow();
    }

    private static void step(Lab lab, Truth truth, String words) throws InterruptedException {
        lab.ip(words);
        long millis = truth.delay(words);
        System.out.println("true " + millis + " ms after: ip " + words);
    }

    @Test
    void storeIsTrueAfterALinkFlap() throws InterruptedException {
        try (Lab lab = Lab.two();
                Helper helper = Helper.start(lab);
                LiveSite live = open(helper)) {
            Truth truth = new Truth(lab, live, "link flap");
            ROUTES_OVER_ETH1.forEach(lab::ip);
            truth.delay("set-up");
            step(lab, truth, "link set eth1 down");
            assertEquals(Set.of("172.19.0.0/16", "172.20.0.0/16"), destinations(live.latest()));
            assertTrue(live.latest().nexthop(10).isEmpty());
            assertEquals(1, live.latest().nexthop(20).orElseThrow().members().size());
            Nexthop down = route(live.latest(), "172.20.0.0/16").nexthops().get(1);
            assertTrue(down.isDead() && down.isLinkDown());
            step(lab, truth, "link set eth1 up");
            Until.holds(
                    "172.20.0.0/16 heals",
                    () -> !route(live.latest(), "172.20.0.0/16").nexthops().get(1).isDead());
            truth.delay("healing");
            assertEquals(Set.of("172.19.0.0/16", "172.20.0.0/16"), destinations(live.latest()));
        }
    }

    @Test
    void storeIsTrueAfterTheLastAddressWentAndAfterTheLinkItself() throws InterruptedException {
        try (Lab lab = Lab.two();
                Helper helper = Helper.start(lab);
                LiveSite live = open(helper)) {
            Truth truth = new Truth(lab, live, "last address");
            lab.ip("route add 172.16.0.0/16 dev eth1");
            lab.ip("route add 172.17.0.0/16 via 10.0.1.1");
            lab.ip("rule add iif eth1 lookup 100 priority 77");
            truth.delay("set-up");
            step(lab, truth, "addr del 10.0.1.2/24 dev eth1");
            assertEquals(Set.of(), destinations(live.latest()));
            step(lab, truth, "addr add 10.0.1.2/24 dev eth1");
            assertEquals(Set.of(), destinations(live.latest()));
            step(lab, truth, "link del eth1");
            assertTrue(live.latest().links().byName("eth1").isEmpty());
        }
    }

    @Test
    void storeIsTrueAfterANexthopAndAGroupWereDeleted() throws InterruptedException {
        try (Lab lab = Lab.two();
                Helper helper = Helper.start(lab);
                LiveSite live = open(helper)) {
            Truth truth = new Truth(lab, live, "nexthop objects");
            lab.ip("nexthop add id 1 via 10.0.0.1 dev eth0");
            lab.ip("nexthop add id 2 via 10.0.1.1 dev eth1");
            lab.ip("nexthop add id 3 group 1,3/2,1");
            lab.ip("route add default nhid 3");
            truth.delay("set-up");
            step(lab, truth, "nexthop del id 1");
            assertEquals(1, live.latest().nexthop(3).orElseThrow().members().size());
            step(lab, truth, "nexthop del id 3");
            assertFalse(
                    live.latest().routes().stream().anyMatch(r -> r.nexthopId() == 3),
                    "the route that used the group is gone");
        }
    }

    @Test
    @Tag("vrf")
    void storeIsTrueAfterALinkMovedIntoAVrfAndOut() throws InterruptedException {
        try (Lab lab = Lab.two("10.20.3", 10);
                Helper helper = Helper.start(lab);
                LiveSite live = open(helper)) {
            Truth truth = new Truth(lab, live, "VRF");
            lab.ip("route add default via 10.20.31.1");
            lab.ip("route add 172.16.0.0/12 via 10.20.31.1");
            lab.ip("-6 route add default via fd00:1::1");
            lab.ip(
                    "route add 172.30.0.0/16 nexthop via 10.20.30.1 dev eth0"
                            + " nexthop via 10.20.31.1 dev eth1");
            truth.delay("set-up");
            step(lab, truth, "link add vrf-blue type vrf table 100");
            step(lab, truth, "link set vrf-blue up");
            assertTrue(live.latest().rules().stream().anyMatch(r -> r.isL3mdev()));
            step(lab, truth, "link set eth1 master vrf-blue");
            assertEquals(Set.of("172.30.0.0/16"), destinations(live.latest()));
            step(lab, truth, "link set eth1 nomaster");
            step(lab, truth, "link del vrf-blue");
            assertEquals(List.of(), live.latest().links().vrfs());
        }
    }

    @Test
    void storeRecoversWhenTheHelperWasGoneMeanwhile() throws InterruptedException {
        try (Lab lab = Lab.two();
                Helper helper = Helper.start(lab);
                LiveSite live = open(helper)) {
            Truth truth = new Truth(lab, live, "helper restart");
            truth.delay("set-up");
            Snapshot before = live.latest();
            helper.kill();
            Until.holds("loss is told", () -> live.connection() instanceof Connection.Lost);
            lab.ip("route add 172.16.0.0/16 via 10.0.1.1");
            assertEquals(before, live.latest(), "what is shown is the last known state");
            helper.restart();
            Until.holds("live again", () -> live.connection() instanceof Connection.Live);
            assertEquals(Set.of("172.16.0.0/16"), destinations(live.latest()));
            truth.delay("restart");
        }
    }
}
