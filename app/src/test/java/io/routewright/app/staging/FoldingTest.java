package io.routewright.app.staging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.routewright.app.store.Snapshot;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.IpAddress;
import io.routewright.netlink.Nexthop;
import io.routewright.netlink.Prefix;
import io.routewright.netlink.Route;
import io.routewright.netlink.Rtnetlink;
import io.routewright.protocol.Operation;

import org.junit.jupiter.api.Test;

import java.util.List;

class FoldingTest {
    private static final Route ROUTE =
            Route.to(Prefix.parse("10.50.0.0/16").orElseThrow(), 100)
                    .withNexthops(
                            List.of(Nexthop.via(IpAddress.parse("10.0.1.1").orElseThrow(), 3)));

    private static Route deadAgain(Route r) {
        int flags = Rtnetlink.RTNH_F_DEAD | Rtnetlink.RTNH_F_LINKDOWN;
        return new Route(r.header().withFlags(flags), r.attributes());
    }

    private static List<Operation> folded(Operation... acts) {
        Staging staging = new Staging();
        for (Operation act : acts) {
            staging.stage(act);
        }
        return staging.operations();
    }

    @Test
    void createThenDeleteIsNothing() {
        assertEquals(List.of(), folded(new Operation.Create(ROUTE), new Operation.Delete(ROUTE)));
    }

    @Test
    void deleteThenCreateAgainIsNothing() {
        assertEquals(List.of(), folded(new Operation.Delete(ROUTE), new Operation.Create(ROUTE)));
    }

    @Test
    void changeAndBackIsNothingThoughTheKernelDerivedFlagsMeanwhile() {
        Route metric = ROUTE.withMetric(7);
        assertEquals(
                List.of(),
                folded(
                        new Operation.Change(deadAgain(ROUTE), metric),
                        new Operation.Change(deadAgain(metric), ROUTE)));
    }

    @Test
    void twoChangesAreOneFromTheFirstToTheLast() {
        Route metric = ROUTE.withMetric(7);
        Route table = metric.withTable(5);
        assertEquals(
                List.of(new Operation.Change(ROUTE, table)),
                folded(
                        new Operation.Change(ROUTE, metric),
                        new Operation.Change(deadAgain(metric), table)));
    }

    @Test
    void namesFoldByTable() {
        assertEquals(
                List.of(new Operation.Name(5, "", "b")),
                folded(new Operation.Name(5, "", "a"), new Operation.Name(5, "a", "b")));
    }

    @Test
    void marksSurviveWhatTheKernelDerives() {
        Snapshot truth = new Machine().with(deadAgain(ROUTE)).snapshot();
        StagedView view = new StagedView(truth, List.of(new Operation.Delete(ROUTE)));
        assertEquals(StagedView.Mark.REMOVED, view.markOf(truth.routes().getFirst()));
        assertEquals(List.of(), view.conflicts());
    }

    @Test
    void groundThatMovedIsAConflict() {
        Operation delete = new Operation.Delete(ROUTE);
        Route other =
                ROUTE.with(
                        Rtnetlink.RTA_PREFSRC, Bytes.of((byte) 10, (byte) 0, (byte) 1, (byte) 2));
        assertEquals(
                Conflict.Kind.GONE,
                new StagedView(new Machine().snapshot(), List.of(delete))
                        .conflicts()
                        .getFirst()
                        .kind());
        Conflict moved =
                new StagedView(new Machine().with(other).snapshot(), List.of(delete))
                        .conflicts()
                        .getFirst();
        assertEquals(Conflict.Kind.MOVED, moved.kind());
        assertEquals(other, moved.present().orElseThrow());
        assertEquals(
                Conflict.Kind.TAKEN,
                new StagedView(
                                new Machine().with(other).snapshot(),
                                List.of(new Operation.Create(ROUTE)))
                        .conflicts()
                        .getFirst()
                        .kind());
    }
}
