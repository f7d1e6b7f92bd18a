package io.routewright.app.nexthops;

import static io.routewright.app.store.SnapshotBuilder.address;
import static io.routewright.app.store.SnapshotBuilder.ip;
import static io.routewright.app.store.SnapshotBuilder.link;
import static io.routewright.app.store.SnapshotBuilder.neighbour;
import static io.routewright.app.store.SnapshotBuilder.prefix;
import static io.routewright.app.store.SnapshotBuilder.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.routewright.app.staging.StagedView;
import io.routewright.app.staging.Staging;
import io.routewright.app.store.Snapshot;
import io.routewright.app.store.SnapshotBuilder;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.Family;
import io.routewright.netlink.IfLinkH;
import io.routewright.netlink.Nexthop;
import io.routewright.netlink.NexthopObject;
import io.routewright.netlink.NexthopObject.Member;
import io.routewright.netlink.NexthopObject.Resilience;
import io.routewright.netlink.Route;
import io.routewright.netlink.Rtnetlink;
import io.routewright.protocol.Operation;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class NexthopsModelTest {
    private final Staging staging = new Staging();
    private final NexthopsActions actions = new NexthopsActions(staging);

    /// Attributes before and behind RTA_MULTIPATH, one of them unknown.
    private static Route shared() {
        return Route.to(prefix("default"), 254)
                .with(77, Bytes.u32(7))
                .withNexthops(
                        List.of(Nexthop.via(ip("10.0.0.1"), 2), Nexthop.via(ip("10.0.1.1"), 3)))
                .withMetric(50)
                .withPreferredSource(ip("10.0.0.2"));
    }

    private static NexthopObject single(long id, String gateway, int ifindex) {
        return NexthopObject.withId(Family.INET, id).withIfindex(ifindex).withGateway(ip(gateway));
    }

    private static SnapshotBuilder site() {
        return new SnapshotBuilder()
                .with(link(2, "eth0"), link(3, "eth1"), shared())
                .with(address(2, "10.0.0.2/24"), address(3, "10.0.1.2/24"));
    }

    private static SnapshotBuilder groups() {
        return site().with(single(1, "10.0.0.1", 2), single(2, "10.0.1.1", 3))
                .with(NexthopObject.group(10, List.of(new Member(1, 1), new Member(2, 2))))
                .with(NexthopObject.group(11, List.of(new Member(1, 1))))
                .with(Route.to(prefix("172.16.0.0/16"), 254).withNexthopId(10))
                .with(Route.to(prefix("172.17.0.0/16"), 254).withNexthopId(11))
                .with(Route.to(prefix("172.18.0.0/16"), 254).withNexthopId(1));
    }

    private NexthopsModel model(Snapshot truth) {
        return new NexthopsModel(new StagedView(truth, staging.operations()));
    }

    @Test
    void weightsChangeOneByteAndKeepAllElse() {
        Card card = model(site().build()).cards().getFirst();
        actions.setWeights(card, List.of(1, 2));
        Operation.Change change = (Operation.Change) staging.operations().getFirst();
        byte[] before = change.before().payload().toArray();
        byte[] after = change.after().payload().toArray();
        assertEquals(before.length, after.length);
        int different = 0;
        for (int i = 0; i < before.length; i++) {
            different += before[i] == after[i] ? 0 : 1;
        }
        assertEquals(1, different);
        assertEquals(
                List.of(1, 2),
                ((Route) change.after()).nexthops().stream().map(Nexthop::weight).toList());
    }

    @Test
    void goingBackToTheOldWeightsStagesNothing() {
        Snapshot truth = site().build();
        actions.setWeights(model(truth).cards().getFirst(), List.of(1, 2));
        actions.setWeights(model(truth).cards().getFirst(), List.of(3, 2));
        assertEquals(1, staging.operations().size());
        actions.setWeights(model(truth).cards().getFirst(), List.of(1, 1));
        assertTrue(staging.isEmpty());
    }

    @Test
    void stagedWeightsStandBesideTheKernels() {
        Snapshot truth = site().build();
        actions.setWeights(model(truth).cards().getFirst(), List.of(1, 2));
        Card card = model(truth).cards().getFirst();
        assertEquals(Card.Mark.CHANGED, card.mark());
        assertEquals(2, card.legs().get(1).weight());
        assertEquals(1, card.legs().get(1).weightBefore());
        assertEquals(2.0 / 3, card.share(1), 1e-9);
    }

    @Test
    void aRemovedLegIsListedAsGoneAndTheRouteBecomesPlain() {
        Snapshot truth = site().build();
        actions.removeLeg(model(truth).cards().getFirst(), 0);
        Card card = model(truth).cards().getFirst();
        assertEquals("eth0", card.gone().getFirst().link());
        Route after = card.route().orElseThrow();
        assertFalse(after.isMultipath());
        assertEquals(3, after.ifindex());
        assertEquals(50, after.metric());
        assertTrue(after.attributes().has(77));
    }

    @Test
    void addedLegIsNew() {
        Snapshot truth = site().with(link(4, "eth2")).build();
        actions.addLeg(shared(), Nexthop.via(ip("10.0.2.1"), 4));
        Card card = model(truth).cards().getFirst();
        assertTrue(card.legs().get(2).isNew());
        assertEquals("eth2", card.legs().get(2).link());
    }

    @Test
    void neighboursAndCarrierAreToldInWords() {
        Snapshot truth =
                new SnapshotBuilder()
                        .with(link(2, "eth0"), link(3, "eth1", IfLinkH.IFF_UP), shared())
                        .with(neighbour(2, "10.0.0.1", 32))
                        .build();
        Card card = model(truth).cards().getFirst();
        assertEquals(NeighbourState.FAILED, card.legs().get(0).state().neighbour());
        assertTrue(card.legs().get(0).state().isStillUsed());
        assertTrue(card.legs().get(1).state().isLinkDown());
        assertTrue(card.legs().get(1).state().isStillUsed());
    }

    @Test
    void failoverSettingsTakeBrokenLegsOut() {
        Snapshot truth =
                new SnapshotBuilder()
                        .with(link(2, "eth0"), link(3, "eth1", IfLinkH.IFF_UP), shared())
                        .with(neighbour(2, "10.0.0.1", 32))
                        .sysctl("net/ipv4/fib_multipath_use_neigh", "1")
                        .sysctl("net/ipv4/conf/all/ignore_routes_with_linkdown", "1")
                        .build();
        Card card = model(truth).cards().getFirst();
        assertTrue(card.legs().get(0).state().isDead());
        assertTrue(card.legs().get(1).state().isDead());
        assertFalse(card.legs().get(1).state().isStillUsed());
    }

    @Test
    void failoverCasesFollowTheSysctls() {
        Snapshot truth =
                site().sysctl("net/ipv4/fib_multipath_use_neigh", "0")
                        .sysctl("net/ipv6/conf/all/ignore_routes_with_linkdown", "1")
                        .build();
        List<Failover.Case> cases = Failover.of(truth);
        assertEquals(Optional.empty(), cases.get(0).key());
        assertTrue(cases.get(1).isOn());
        assertEquals(Optional.of(Failover.USE_NEIGHBOUR), cases.get(2).key());
        assertFalse(cases.get(2).isOn());
        assertTrue(cases.get(3).isOn());
        assertFalse(cases.get(4).isOn());
    }

    @Test
    void groupCardsShowTheirMembersAndUsers() {
        NexthopsModel model = model(groups().build());
        Card ten = model.cards().get(1);
        assertEquals(10, ten.group().orElseThrow().id());
        assertEquals(1, ten.routes());
        assertEquals(List.of("eth0", "eth1"), ten.legs().stream().map(Leg::link).toList());
        assertEquals(65536, ten.largestWeight());
        ObjectLine one = model.objects().getFirst();
        assertEquals(List.of(10L, 11L), one.groups());
        assertEquals(1, one.routes());
    }

    @Test
    void groupWeightsAreStagedAsOneChange() {
        Snapshot truth = groups().build();
        actions.setWeights(model(truth).cards().get(1), List.of(300, 1000));
        Operation.Change change = (Operation.Change) staging.operations().getFirst();
        assertEquals(
                List.of(new Member(1, 300), new Member(2, 1000)),
                ((NexthopObject) change.after()).members());
        actions.setWeights(model(truth).cards().get(1), List.of(1, 2));
        assertTrue(staging.isEmpty());
    }

    @Test
    void deletingAMemberShrinksAndEmptiesGroupsAndTakesRoutesAlong() {
        Snapshot truth = groups().build();
        Cascade cascade = Cascade.of(single(1, "10.0.0.1", 2), truth);
        assertEquals(List.of(10L), cascade.shrunk().stream().map(NexthopObject::id).toList());
        assertEquals(List.of(11L), cascade.emptied().stream().map(NexthopObject::id).toList());
        assertEquals(
                List.of("172.17.0.0/16", "172.18.0.0/16"),
                cascade.routes().stream().map(r -> r.destination().toString()).toList());
        actions.delete(List.of(single(1, "10.0.0.1", 2)), truth);
        NexthopsModel after = model(truth);
        assertEquals(1, after.cards().get(1).legs().size());
        assertEquals(Card.Mark.REMOVED, after.cards().get(2).mark());
        assertEquals(5, staging.operations().size());
    }

    @Test
    void deletingBothMembersEmptiesTheGroupStepByStep() {
        Snapshot truth = groups().build();
        actions.delete(List.of(single(1, "10.0.0.1", 2), single(2, "10.0.1.1", 3)), truth);
        Snapshot left = new StagedView(truth, staging.operations()).projected();
        assertTrue(left.nexthops().isEmpty());
        assertTrue(left.routes().stream().noneMatch(r -> r.nexthopId() != 0));
    }

    @Test
    void conversionReusesObjectsAndKeepsWeights() {
        Snapshot truth = site().with(single(5, "10.0.1.1", 3)).build();
        Route weighted = (Route) Legs.withWeights(shared(), List.of(3, 1));
        List<Operation> act = Conversion.toGroup(weighted, truth);
        assertEquals(3, act.size());
        NexthopObject group = (NexthopObject) ((Operation.Create) act.get(1)).after();
        assertEquals(List.of(new Member(6, 3), new Member(5, 1)), group.members());
        Route route = (Route) ((Operation.Change) act.get(2)).after();
        assertEquals(group.id(), route.nexthopId());
        assertEquals(50, route.metric());
        assertTrue(route.attributes().has(77));
    }

    @Test
    void conversionIsRefusedWhereALegHoldsMore() {
        Nexthop rich =
                new Nexthop(
                        2,
                        1,
                        0,
                        Nexthop.via(ip("10.0.0.1"), 2)
                                .attributes()
                                .with(Rtnetlink.RTA_FLOW, Bytes.u32(1)));
        Route route =
                Route.to(prefix("default"), 254)
                        .withNexthops(List.of(rich, Nexthop.via(ip("10.0.1.1"), 3)));
        assertEquals(Optional.of("convert.more"), Conversion.refusal(route, site().build()));
        assertEquals(Optional.empty(), Conversion.refusal(shared(), site().build()));
        assertEquals(
                Optional.of("convert.kernel"),
                Conversion.refusal(shared(), site().kernel().build()));
    }

    @Test
    void balancingTurnsTheDefaultRouteInUseIntoASharedOne() {
        Route first = route(254, "default", "10.0.0.1", 2).withMetric(100).with(77, Bytes.u32(1));
        Route second = route(254, "default", "10.0.1.1", 3).withMetric(200);
        Snapshot truth =
                new SnapshotBuilder().with(link(2, "eth0"), link(3, "eth1"), second, first).build();
        List<Nexthop> legs =
                List.of(
                        Nexthop.via(ip("10.0.0.1"), 2).withWeight(3),
                        Nexthop.via(ip("10.0.1.1"), 3));
        List<Operation> act = Balance.plan(truth, Family.INET, 254, legs);
        Operation.Change change = (Operation.Change) act.getFirst();
        assertEquals(first, change.before());
        assertEquals(legs, ((Route) change.after()).nexthops());
        assertTrue(((Route) change.after()).attributes().has(77));
        assertEquals(new Operation.Delete(second), act.get(1));
    }

    @Test
    void balancingWithoutADefaultRouteMakesOne() {
        Snapshot truth = new SnapshotBuilder().with(link(2, "eth0"), link(3, "eth1")).build();
        List<Nexthop> legs = List.of(Nexthop.via(ip("fe80::1"), 2), Nexthop.via(ip("fe80::2"), 3));
        Operation.Create made =
                (Operation.Create) Balance.plan(truth, Family.INET6, 254, legs).getFirst();
        assertEquals(Family.INET6, ((Route) made.after()).family());
        assertTrue(((Route) made.after()).isMultipath());
    }

    @Test
    void uplinksAreCollectedFromAllTablesButThoseOfVrfs() {
        Snapshot truth =
                site().with(
                                route(100, "default", "10.0.1.1", 3),
                                route(101, "default", "10.9.0.1", 3))
                        .with(SnapshotBuilder.vrf(9, "blue", 101))
                        .build();
        List<Balance.Uplink> found = Balance.uplinks(truth, Family.INET);
        assertEquals(
                List.of(ip("10.0.0.1"), ip("10.0.1.1")),
                found.stream().map(Balance.Uplink::gateway).toList());
        assertEquals(List.of(254L, 100L), found.get(1).tables());
    }

    @Test
    void editingAnObjectKeepsWhatTheEditorDoesNotShow() {
        NexthopObject object = single(1, "10.0.0.1", 2).with(99, Bytes.u32(9));
        NexthopDraft draft = NexthopDraft.of(object);
        assertEquals(object, draft.patch(object));
        NexthopObject moved =
                new NexthopDraft(1, Family.INET, Optional.of(ip("10.0.1.9")), 3, false, true)
                        .patch(object);
        assertEquals(ip("10.0.1.9"), moved.gateway().orElseThrow());
        assertTrue(moved.isOnLink());
        assertTrue(moved.attributes().has(99));
    }

    @Test
    void blackholeHasNothingElse() {
        NexthopObject hole =
                new NexthopDraft(4, Family.INET6, Optional.empty(), 0, true, false).create();
        assertTrue(hole.isBlackhole());
        assertEquals(0, hole.ifindex());
        assertEquals(Family.INET6, hole.family().orElseThrow());
    }

    @Test
    void resilientGroupsKeepTheirBucketsOnEdit() {
        Resilience r = new Resilience(32, 12000, 0);
        NexthopObject made = new GroupDraft(20, List.of(new Member(1, 1)), Optional.of(r)).create();
        assertEquals(Optional.of(r), made.resilience());
        GroupDraft edited =
                new GroupDraft(
                        20, List.of(new Member(1, 2)), Optional.of(new Resilience(32, 6000, 100)));
        NexthopObject after = edited.patch(made);
        assertEquals(new Resilience(32, 6000, 100), after.resilience().orElseThrow());
        assertEquals(made, GroupDraft.of(made).patch(made));
    }
}
