package io.routewright.app.routes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.routewright.app.staging.StagedView;
import io.routewright.app.store.Snapshot;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class RouteFilterTest {
    private static final Snapshot HOST = Routes.snapshot();

    private static List<String> found(String filter) throws InvalidFieldException {
        RouteQuery query =
                new RouteQuery(
                        new StagedView(HOST, List.of()),
                        RouteFilter.parse(filter, HOST),
                        0,
                        true,
                        RouteSort.NATURAL,
                        List.of());
        return query.run().lines().stream().map(l -> l.shown().destination().shortText()).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "table:isp2, default",
        "table:255, 10.0.0.2",
        "via:10.0.0.9, 10.0.9.0/24",
        "via:fd00::/64, 2001:db8::/32",
        "type:blackhole, 10.66.0.0/16",
        "metric:>100 family:4, 10.20.0.0/16",
        "metric:50, 10.0.9.0/24",
        "metric:<=200 dev:eth1 metric:>0, 10.20.0.0/16",
        "family:6, 2001:db8::/32",
        "nhid:7, 10.80.0.0/16",
        "=10.20.0.0/16, 10.20.0.0/16",
        "blackhole, 10.66.0.0/16",
        "scope:host, 10.0.0.2"
    })
    void eachWordFinds(String filter, String destination) throws InvalidFieldException {
        assertEquals(List.of(destination), found(filter).stream().distinct().toList());
    }

    @Test
    void anAddressFindsTheRoutesThatCoverItMostSpecificFirst() throws InvalidFieldException {
        assertEquals(List.of("10.20.0.0/16", "default", "default"), found("10.20.1.1"));
    }

    @Test
    void aPrefixFindsWhatOverlapsIt() throws InvalidFieldException {
        assertEquals(List.of("default", "default", "10.0.9.0/24"), found("10.0.9.0/25"));
    }

    @Test
    void alternativesOfOneKeyAddUpAndOtherKeysNarrow() throws InvalidFieldException {
        assertEquals(List.of("10.0.0.0/24", "10.0.1.0/24"), found("dev:eth0 dev:eth1 scope:link"));
    }

    @Test
    void anExclamationMarkTurnsAWordRound() throws InvalidFieldException {
        assertEquals(List.of("10.66.0.0/16"), found("!dev:eth* !nhid:7 !family:6"));
    }

    @ParameterizedTest
    @CsvSource({
        "metric:abc, invalid.amount",
        "table:, invalid.filter-empty",
        "table:nowhere, invalid.filter-table",
        "10.0.0.0/40, invalid.prefix",
        "proto:sttic, invalid.protocol",
        "type:black, invalid.type",
        "family:5, invalid.family"
    })
    void wordsThatSayNothingAreNamed(String filter, String key) {
        InvalidFieldException e =
                assertThrows(InvalidFieldException.class, () -> RouteFilter.parse(filter, HOST));
        assertEquals(key, e.key());
    }

    @Test
    void completionOffersKeysThenValues() {
        assertEquals(List.of("table:", "type:"), FilterCompletion.of("t", HOST));
        assertEquals(List.of("table:isp2"), FilterCompletion.of("table:i", HOST));
        assertEquals(List.of("dev:eth0", "dev:eth1"), FilterCompletion.of("dev:e", HOST));
        assertEquals(List.of(), FilterCompletion.of("dev:eth0", HOST));
    }
}
