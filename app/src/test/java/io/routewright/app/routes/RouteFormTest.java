package io.routewright.app.routes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.routewright.app.store.Snapshot;
import io.routewright.netlink.Attribute;
import io.routewright.netlink.Attributes;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.Family;
import io.routewright.netlink.Nexthop;
import io.routewright.netlink.Prefix;
import io.routewright.netlink.Route;
import io.routewright.netlink.RouteHeader;
import io.routewright.netlink.Rtnetlink;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;

class RouteFormTest {
    private static final Snapshot HOST = Routes.snapshot();

    private static Attribute rtax(int kind, long value) {
        return new Attribute(kind, Bytes.u32(value));
    }

    /// A route with every attribute, locks, and one from the future, both outside and inside the metrics.
    private static Route full() {
        Attributes metrics =
                Attributes.of(
                        rtax(Rtnetlink.RTAX_LOCK, 1 << Rtnetlink.RTAX_MTU | 1 << 7),
                        rtax(Rtnetlink.RTAX_MTU, 1400),
                        rtax(Rtnetlink.RTAX_ADVMSS, 1360),
                        rtax(Rtnetlink.RTAX_HOPLIMIT, 60),
                        rtax(Rtnetlink.RTAX_RTT, 800),
                        rtax(Rtnetlink.RTAX_RTTVAR, 200),
                        rtax(Rtnetlink.RTAX_CWND, 10),
                        rtax(Rtnetlink.RTAX_FEATURES, 1 | 1 << 30),
                        new Attribute(Rtnetlink.RTAX_CC_ALGO, Bytes.text("cubic")),
                        rtax(40, 9));
        return new Route(
                new RouteHeader(2, 16, 0, 0x10, 100, 4, 0, 1, Rtnetlink.RTNH_F_ONLINK),
                Attributes.of(
                        new Attribute(Rtnetlink.RTA_TABLE, Bytes.u32(100)),
                        new Attribute(Rtnetlink.RTA_DST, Routes.address("10.50.0.0").bytes()),
                        new Attribute(Rtnetlink.RTA_PRIORITY, Bytes.u32(77)),
                        new Attribute(Rtnetlink.RTA_PREFSRC, Routes.address("10.0.1.2").bytes()),
                        new Attribute(Rtnetlink.RTA_METRICS, metrics.encode()),
                        new Attribute(200, Bytes.text("future")),
                        new Attribute(Rtnetlink.RTA_GATEWAY, Routes.address("10.0.1.1").bytes()),
                        new Attribute(Rtnetlink.RTA_OIF, Bytes.u32(3)),
                        new Attribute(Rtnetlink.RTA_FLOW, Bytes.u32(5))));
    }

    private static List<Attribute> replaced(Attributes all, int kind, Bytes value) {
        List<Attribute> next = new ArrayList<>(all.list());
        next.replaceAll(a -> a.kind() == kind ? new Attribute(a.type(), value) : a);
        return next;
    }

    @Test
    void changingTheMtuLeavesEveryOtherByteAlone() throws InvalidFieldException {
        Route before = full();
        RouteForm form = RouteForm.edit(before, HOST);
        assertEquals("1400 lock", form.text(RouteField.MTU));
        form.set(RouteField.MTU, "1300 lock");
        Route after = form.route();
        Attributes metrics =
                new Attributes(replaced(before.metrics(), Rtnetlink.RTAX_MTU, Bytes.u32(1300)));
        assertEquals(before.header(), after.header());
        assertEquals(
                replaced(before.attributes(), Rtnetlink.RTA_METRICS, metrics.encode()),
                after.attributes().list());
    }

    @Test
    void changingTheGatewayLeavesEveryOtherByteAlone() throws InvalidFieldException {
        Route before = full();
        RouteForm form = RouteForm.edit(before, HOST);
        form.set(RouteField.GATEWAY, "10.0.1.9");
        Route after = form.route();
        assertEquals(before.header(), after.header());
        assertEquals(
                replaced(
                        before.attributes(),
                        Rtnetlink.RTA_GATEWAY,
                        Routes.address("10.0.1.9").bytes()),
                after.attributes().list());
    }

    @Test
    void anUntouchedFormGivesAnEqualRoute() throws InvalidFieldException {
        for (Route route : Routes.some()) {
            assertEquals(route, RouteForm.edit(route, HOST).route());
        }
        assertEquals(full(), RouteForm.edit(full(), HOST).route());
    }

    @Test
    void everyFieldReadsWhatItWrites() throws InvalidFieldException {
        for (RouteField field : RouteField.values()) {
            String text = field.read(full(), HOST);
            Route base = Route.to(Prefix.any(Family.INET), 254);
            assertEquals(text, field.read(field.write(base, text, HOST), HOST), field.name());
            assertSame(base, field.write(base, field.read(base, HOST), HOST));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DESTINATION, 10.0.0.5/8, invalid.host-bits",
        "DESTINATION, 10.0.0/8, invalid.prefix",
        "DESTINATION, 2001:db8::/32, invalid.not-ipv4",
        "GATEWAY, 10.0.1, invalid.address",
        "LINK, eth9, invalid.link",
        "TABLE, nowhere, invalid.table",
        "TABLE, 0, invalid.table-zero",
        "METRIC, 4294967296, invalid.number",
        "SOURCE, fd00::2, invalid.not-ipv4",
        "MTU, 70000, invalid.number",
        "HOPLIMIT, 256, invalid.number",
        "TOS, b8, invalid.tos-bits",
        "NEXTHOP, 9, invalid.nexthop",
        "PROTOCOL, nobody, invalid.protocol"
    })
    void badTextsSayWhy(RouteField field, String text, String key) {
        Route base = Routes.via("10.20.0.0/16", "10.0.1.1", 3);
        InvalidFieldException e =
                assertThrows(InvalidFieldException.class, () -> field.write(base, text, HOST));
        assertEquals(key, e.key());
    }

    @Test
    void anIpv6GatewayOfAnIpv4RouteIsWrittenAsVia() throws InvalidFieldException {
        Route after =
                RouteField.GATEWAY.write(
                        Routes.via("10.20.0.0/16", "10.0.1.1", 3), "fd00::1", HOST);
        assertEquals("fd00::1", after.gateway().orElseThrow().toString());
        assertEquals(true, after.attributes().has(Rtnetlink.RTA_VIA));
    }

    @Test
    void aNewRouteWithoutAGatewayGetsScopeLink() throws InvalidFieldException {
        RouteForm form = RouteForm.add(Route.to(Prefix.any(Family.INET), 254), HOST);
        form.set(RouteField.DESTINATION, "10.99.0.0/16");
        form.set(RouteField.LINK, "eth1");
        Route link = form.route();
        assertEquals(Rtnetlink.RT_SCOPE_LINK, link.scope());
        assertEquals(Rtnetlink.RTPROT_STATIC, link.protocol());
        form.set(RouteField.GATEWAY, "10.0.1.1");
        assertEquals(Rtnetlink.RT_SCOPE_UNIVERSE, form.route().scope());
    }

    @Test
    void legsKeepTheirPlaceAmongTheAttributes() throws InvalidFieldException {
        Route before =
                Route.to(Routes.prefix("10.70.0.0/16"), 254)
                        .withNexthops(
                                List.of(
                                        Nexthop.via(Routes.address("10.0.0.1"), 2),
                                        Nexthop.via(Routes.address("10.0.1.1"), 3)))
                        .with(200, Bytes.text("future"));
        RouteForm form = RouteForm.edit(before, HOST);
        form.setLegs(List.of(form.legs().get(0), form.legs().get(1).withWeight(2)));
        Route after = form.route();
        assertEquals(
                before.attributes().list().stream().map(Attribute::type).toList(),
                after.attributes().list().stream().map(Attribute::type).toList());
        assertEquals(2, after.nexthops().get(1).weight());
    }

    @Test
    void aRouteThatLeadsNowhereIsRefused() {
        RouteForm form = RouteForm.add(Route.to(Prefix.any(Family.INET), 254), HOST);
        assertEquals(
                "invalid.no-way", assertThrows(InvalidFieldException.class, form::route).key());
    }
}
