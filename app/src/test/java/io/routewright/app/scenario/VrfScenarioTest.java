package io.routewright.app.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.routewright.app.lab.Lab;
import io.routewright.app.lab.Until;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.util.List;
import java.util.Map;

/// A customer's link isolated in a VRF by hand, and taken out again; on a kernel that has VRFs.
@Tag("vrf")
final class VrfScenarioTest {
    @RegisterExtension final Journey journey = new Journey(() -> Lab.two("10.20.3", 10));

    private List<Map<String, Object>> json(String words) {
        return journey.lab().json(words);
    }

    private Object master(String link) {
        return json("link show " + link).getFirst().get("master");
    }

    /// Gateways of the IPv4 default routes in the VRF, those of type unreachable left out.
    private List<Object> gateways() {
        return json("-4 route show default table 100").stream()
                .filter(r -> r.containsKey("gateway"))
                .map(r -> r.get("gateway"))
                .toList();
    }

    @Test
    void linkMovesIntoANewVrfGetsAddressAndDefaultRouteAndMovesOutAgain() {
        AppWindow window = journey.window();
        VrfsPage vrfs = window.vrfs();
        vrfs.create("vrf-blue", 100);
        window.awaitStaged(3); // the VRF and its two unreachable default routes
        vrfs.moveByKeyboard("eth1", "vrf-blue");
        window.awaitStaged(4);
        window.apply();
        Map<String, Object> vrf = json("-d link show vrf-blue").getFirst();
        assertTrue(vrf.get("flags").toString().contains("UP"), vrf::toString);
        assertTrue(vrf.get("linkinfo").toString().contains("table=100"), vrf::toString);
        assertEquals("vrf-blue", master("eth1"));
        Until.holds("eth1 is on the card of the VRF", () -> vrfs.isOn("eth1", "vrf-vrf-blue"));
        assertTrue(journey.lab().ip("addr show dev eth1").contains("10.20.31.10/24"));
        assertTrue(journey.lab().ip("addr show dev eth1").contains("fd00:1::10/64"));

        vrfs.addAddress("eth1", "vrf-vrf-blue", "10.20.40.5/24");
        vrfs.addDefaultRoute("vrf-vrf-blue", "10.20.31.1");
        window.awaitStaged(2);
        window.apply();
        assertTrue(journey.lab().ip("addr show dev eth1").contains("10.20.40.5/24"));
        assertEquals(List.of("10.20.31.1"), gateways());
        assertTrue(
                journey.lab()
                        .run("ip vrf exec vrf-blue ping -c1 -W5 8.8.8.8")
                        .contains(" 0% packet loss"));

        vrfs.moveByKeyboard("eth1", "none");
        window.awaitStaged(1);
        window.apply();
        assertNull(master("eth1"));
        Until.holds("eth1 is on the card of no VRF", () -> vrfs.isOn("eth1", "vrf-none"));
        assertTrue(journey.lab().ip("addr show dev eth1").contains("10.20.31.10/24"));
    }

    @Test
    void linkIsMovedByKeyboardAlone() {
        journey.lab().ip("link add vrf-red type vrf table 101");
        journey.lab().ip("link set vrf-red up");
        VrfsPage vrfs = journey.window().vrfs();
        vrfs.head("vrf-vrf-red");
        vrfs.moveByKeyboard("eth1", "vrf-red");
        journey.window().awaitStaged(1);
        journey.window().apply();
        assertEquals("vrf-red", master("eth1"));
    }
}
