package io.routewright.app.routes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.routewright.app.store.Snapshot;
import io.routewright.netlink.Nexthop;
import io.routewright.netlink.Route;
import io.routewright.protocol.Operation.Placement;

import org.junit.jupiter.api.Test;

import java.util.List;

class ConsequenceTest {
    private static final Snapshot HOST = Routes.snapshot();

    @Test
    void aSecondIpv4RouteOfOneKeyIsNeverUsed() {
        Consequence c = Consequence.ofAdding(Routes.via("100.0.0.0/8", "10.0.1.1", 3), HOST);
        assertEquals("effect.unused-twin", c.key());
        assertEquals(Placement.LAST, c.placement());
        assertTrue(c.isWarning());
        assertFalse(c.isRefused());
    }

    @Test
    void aSecondIpv6RouteOfOneKeyBecomesALeg() {
        Route more = Routes.via("2001:db8::/32", "fd00::9", 2).withMetric(1024);
        assertEquals("effect.joins", Consequence.ofAdding(more, HOST).key());
        Route same = Routes.via("2001:db8::/32", "fd00::1", 2);
        assertEquals("effect.exists", Consequence.ofAdding(same, HOST).key());
    }

    @Test
    void anotherMetricStandsByOrTakesOver() {
        Route slower = Routes.via("10.20.0.0/16", "10.0.0.1", 2).withMetric(300);
        assertEquals("effect.standby", Consequence.ofAdding(slower, HOST).key());
        Route faster = slower.withMetric(10);
        assertEquals("effect.preferred", Consequence.ofAdding(faster, HOST).key());
    }

    @Test
    void anotherMetricTableOrPrefixIsAnotherKey() {
        Route before = Routes.some().get(2);
        for (Route after :
                List.of(
                        before.withMetric(9),
                        before.withTable(100),
                        before.withDestination(Routes.prefix("10.21.0.0/16")))) {
            assertEquals("effect.rekeyed", Consequence.ofChanging(before, after, HOST).key());
        }
    }

    @Test
    void aGroupIsReplacedWhole() {
        Route group = Routes.some().get(9);
        Route one = group.withNexthops(List.of(Nexthop.via(Routes.address("10.0.0.1"), 2)));
        Consequence c = Consequence.ofChanging(group, one, HOST);
        assertEquals("effect.group", c.key());
        assertEquals(List.of(2), c.values());
    }

    @Test
    void routesOfOthersSayWhoseTheyAre() {
        Route kernels = Routes.connected("10.0.0.0/24", 2);
        assertEquals(
                "effect.kernel",
                Consequence.ofChanging(
                                kernels,
                                kernels.withPreferredSource(Routes.address("10.0.0.2")),
                                HOST)
                        .key());
    }
}
