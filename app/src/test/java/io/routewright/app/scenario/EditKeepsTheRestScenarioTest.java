package io.routewright.app.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.routewright.app.lab.Lab;
import io.routewright.app.lab.RawMessage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.util.ArrayList;
import java.util.List;

/// An edit of one field leaves every other attribute as it is, also those that no form shows. Compared are the raw
/// messages that `ip … save` writes, without any codec of ours.
final class EditKeepsTheRestScenarioTest {
    private static final String RULE =
            "rule add priority 10010 not from 10.7.0.0/16 to 10.9.0.0/16 tos 0x10 fwmark 0x1/0xff"
                    + " iif eth0 oif eth1 uidrange 1000-2000 ipproto tcp sport 1024-65534 dport 443"
                    + " tun_id 7 realms 3/4 suppress_prefixlength 0 suppress_ifgroup 5 protocol 200"
                    + " lookup 100";
    private static final String ROUTE =
            "route add 10.50.0.0/16 via 10.0.1.1 dev eth1 onlink table 100 src 10.0.1.2 metric 77"
                    + " proto static tos 0x10 realm 5 mtu lock 1400 advmss 1360 hoplimit 60"
                    + " window 60000 rtt 100ms rttvar 50ms rto_min 300ms cwnd lock 10"
                    + " ssthresh lock 20 initcwnd 20 initrwnd 20 reordering 5 quickack 1"
                    + " features ecn congctl cubic fastopen_no_cookie 1";

    @RegisterExtension
    final Journey journey =
            new Journey(
                    Lab::two,
                    lab -> {
                        lab.ip(RULE);
                        lab.ip(ROUTE);
                    });

    /// Attributes that are only in one of the two messages, `-` before those that went.
    private static List<String> differences(RawMessage before, RawMessage after) {
        assertEquals(before.type(), after.type());
        assertEquals(before.header(), after.header());
        List<String> all = new ArrayList<>();
        before.attributes().stream()
                .filter(a -> !after.attributes().contains(a))
                .forEach(a -> all.add("-" + a));
        after.attributes().stream()
                .filter(a -> !before.attributes().contains(a))
                .forEach(a -> all.add("+" + a));
        return all;
    }

    @Test
    void destinationPortOfARule() {
        List<RawMessage> before = journey.lab().saved("rule save");
        RulesPage rules = journey.window().rules();
        rules.edit("10.7.0.0/16");
        rules.set("dport", "8443");
        rules.stageChange();
        journey.window().awaitStaged(1);
        journey.window().apply();
        List<RawMessage> after = journey.lab().saved("rule save");
        assertEquals(before.size(), after.size());
        List<String> changed = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            changed.addAll(differences(before.get(i), after.get(i)));
        }
        // FRA_DPORT_RANGE: 443 to 443 and 8443 to 8443, little-endian
        assertEquals(List.of("-24=bb01bb01", "+24=fb20fb20"), changed);
    }

    @Test
    void mtuOfARoute() {
        List<RawMessage> before = journey.lab().saved("route save table 100");
        RoutesPage routes = journey.window().routes();
        routes.edit(routes.route("10.50.0.0/16", "100"));
        assertEquals("1400 lock", routes.field("mtu"));
        routes.set("mtu", "1300 lock");
        routes.stageChange();
        journey.window().awaitStaged(1);
        journey.window().apply();
        List<RawMessage> after = journey.lab().saved("route save table 100");
        assertEquals(1, before.size());
        assertEquals(1, after.size());
        // RTAX_MTU inside RTA_METRICS: 1400 and 1300, little-endian
        assertEquals(
                List.of("-8.2=78050000", "+8.2=14050000"),
                differences(before.getFirst(), after.getFirst()));
    }
}
