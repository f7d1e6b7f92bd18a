package io.routewright.app.vrfs;

import static io.routewright.app.store.SnapshotBuilder.address;
import static io.routewright.app.store.SnapshotBuilder.ip;
import static io.routewright.app.store.SnapshotBuilder.link;
import static io.routewright.app.store.SnapshotBuilder.loopback;
import static io.routewright.app.store.SnapshotBuilder.ofKind;
import static io.routewright.app.store.SnapshotBuilder.prefix;
import static io.routewright.app.store.SnapshotBuilder.route;
import static io.routewright.app.store.SnapshotBuilder.vrf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.routewright.app.staging.StagedView;
import io.routewright.app.staging.Staging;
import io.routewright.app.staging.VrfRule;
import io.routewright.app.store.Snapshot;
import io.routewright.app.store.SnapshotBuilder;
import io.routewright.netlink.Address;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.Family;
import io.routewright.netlink.IfLinkH;
import io.routewright.netlink.Link;
import io.routewright.netlink.NexthopObject;
import io.routewright.netlink.Route;
import io.routewright.netlink.RouteType;
import io.routewright.netlink.Rule;
import io.routewright.protocol.Operation;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class VrfsModelTest {
    private final Staging staging = new Staging();
    private final VrfsActions actions = new VrfsActions(staging);

    private static SnapshotBuilder site() {
        return new SnapshotBuilder()
                .with(loopback(), link(2, "eth0"), link(3, "eth1"), vrf(9, "red", 1009))
                .with(
                        address(3, "10.0.1.2/24"),
                        address(3, "fd00::2/64"),
                        address(1, "127.0.0.1/8"))
                .with(
                        route(254, "172.16.0.0/16", "10.0.1.1", 3),
                        route(55, "172.17.0.0/16", "10.0.1.1", 3));
    }

    private VrfsModel model(Snapshot truth) {
        return new VrfsModel(new StagedView(truth, staging.operations()));
    }

    private Plan plan(Snapshot truth) {
        StagedView view = new StagedView(truth, staging.operations());
        return Planner.plan(view, view.projected());
    }

    private static List<String> sentences(Plan plan, Plan.Kind kind) {
        return plan.sections().stream()
                .flatMap(s -> s.lines().stream())
                .filter(l -> l.kind() == kind)
                .map(Plan.Line::sentence)
                .toList();
    }

    @Test
    void linksStandOnTheCardOfTheirVrf() {
        Snapshot truth = site().with(link(4, "eth2").withMaster(9)).build();
        VrfsModel model = model(truth);
        assertEquals(List.of("", "red"), model.cards().stream().map(VrfCard::name).toList());
        assertEquals(
                List.of("lo", "eth0", "eth1"),
                model.cards().getFirst().ports().stream().map(Port::name).toList());
        assertEquals("eth2", model.card(9).orElseThrow().ports().getFirst().name());
        assertEquals("10.0.1.2/24", model.port(3).orElseThrow().firstAddress());
    }

    @Test
    void bridgePortsStandWithTheirBridge() {
        Snapshot truth =
                site().with(
                                ofKind(link(5, "br0"), "bridge").withMaster(9),
                                link(6, "tap0").withMaster(5))
                        .build();
        Port tap = model(truth).port(6).orElseThrow();
        assertEquals("br0", tap.master());
        assertEquals(9, VrfsModel.home(tap.current(), truth));
    }

    @Test
    void aMoveChangesTheMasterAndNothingElse() {
        Snapshot truth = site().build();
        actions.move(model(truth).port(3).orElseThrow(), 9);
        Operation.Change change = (Operation.Change) staging.operations().getFirst();
        Link after = (Link) change.after();
        assertEquals(9, after.master());
        assertEquals(change.before(), after.withMaster(0));
        assertTrue(model(truth).port(3).orElseThrow().isMoved());
        assertEquals("eth1", model(truth).card(9).orElseThrow().ports().getFirst().name());
    }

    @Test
    void aMoveBackStagesNothing() {
        Snapshot truth = site().with(link(4, "eth2").withMaster(9).with(98, Bytes.u32(1))).build();
        actions.move(model(truth).port(4).orElseThrow(), 0);
        assertEquals(1, staging.operations().size());
        actions.setUp(model(truth).port(4).orElseThrow(), false);
        actions.move(model(truth).port(4).orElseThrow(), 9);
        Operation.Change only = (Operation.Change) staging.operations().getFirst();
        assertFalse(((Link) only.after()).isUp());
        actions.setUp(model(truth).port(4).orElseThrow(), true);
        assertTrue(staging.isEmpty());
    }

    @Test
    void somePlacesCannotTakeALink() {
        Snapshot truth =
                site().with(ofKind(link(5, "br0"), "bridge"), link(6, "tap0").withMaster(5))
                        .build();
        VrfsModel model = model(truth);
        VrfCard red = model.card(9).orElseThrow();
        assertTrue(
                MoveRule.refusal(model.port(1).orElseThrow(), red)
                        .orElseThrow()
                        .contains("loopback"));
        assertEquals(
                Optional.of("eth1 is here already."),
                MoveRule.refusal(model.port(3).orElseThrow(), model.cards().getFirst()));
        assertEquals(Optional.empty(), MoveRule.refusal(model.port(6).orElseThrow(), red));
        assertEquals(
                "Move into red; it will leave br0",
                MoveRule.consequence(model.port(6).orElseThrow(), red));
        actions.delete(red, truth);
        assertEquals(
                Optional.of("red is going to be deleted."),
                MoveRule.refusal(model.port(3).orElseThrow(), model(truth).card(9).orElseThrow()));
    }

    @Test
    void creatingAVrfStagesLinkAndUnreachableDefaultsInOneAct() {
        Snapshot truth = site().build();
        actions.create(new VrfDraft("blue", 1010, true, true, false), truth);
        List<Operation> ops = staging.operations();
        Link made = (Link) ((Operation.Create) ops.getFirst()).after();
        assertEquals(10, made.ifindex());
        assertEquals(1010, made.vrfTable());
        assertTrue(made.isUp());
        Route v6 = (Route) ((Operation.Create) ops.get(2)).after();
        assertEquals(Family.INET6, v6.family());
        assertEquals(RouteType.UNREACHABLE, v6.type());
        assertEquals(4_278_198_272L, v6.metric());
        assertEquals(1010, v6.tableId());
        VrfCard card = model(truth).card(10).orElseThrow();
        assertEquals(Mark.ADDED, card.mark());
        assertFalse(card.leaks().isAny());
        staging.undo();
        assertTrue(staging.isEmpty());
    }

    @Test
    void aStagedVrfTakesLinksAndVanishesWithThem() {
        Snapshot truth = site().build();
        actions.create(new VrfDraft("blue", 1010, true, true, false), truth);
        actions.move(model(truth).port(3).orElseThrow(), 10);
        VrfsModel model = model(truth);
        assertEquals("eth1", model.card(10).orElseThrow().ports().getFirst().name());
        actions.delete(model.card(10).orElseThrow(), model.state());
        assertTrue(staging.isEmpty());
    }

    @Test
    void tablesInUseAreRefusedWithTheReason() {
        Snapshot truth = site().named(100, "isp2").with(Rule.lookup(Family.INET, 500, 200)).build();
        assertTrue(
                new VrfDraft("blue", 254, true, true, false)
                        .problem("vrfTable", truth)
                        .isPresent());
        assertTrue(
                new VrfDraft("blue", 100, true, true, false)
                        .problem("vrfTable", truth)
                        .orElseThrow()
                        .contains("isp2"));
        assertTrue(
                new VrfDraft("blue", 200, true, true, false)
                        .problem("vrfTable", truth)
                        .isPresent());
        assertTrue(
                new VrfDraft("blue", 1009, true, true, false)
                        .problem("vrfTable", truth)
                        .orElseThrow()
                        .contains("red"));
        assertEquals(
                Optional.empty(),
                new VrfDraft("blue", 1010, true, true, false).problem("vrfTable", truth));
        assertTrue(
                new VrfDraft("eth0", 1010, true, true, false).problem("name", truth).isPresent());
        assertEquals(1001, VrfDraft.freeTable(truth));
    }

    @Test
    void thePlanSaysWhatTheKernelDrops() {
        Snapshot truth =
                site().with(
                                NexthopObject.withId(Family.INET, 7)
                                        .withIfindex(3)
                                        .withGateway(ip("10.0.1.1")))
                        .build();
        actions.move(model(truth).port(3).orElseThrow(), 9);
        Plan plan = plan(truth);
        assertEquals("Move eth1 into red", plan.sections().getFirst().title());
        List<String> drops = sentences(plan, Plan.Kind.DROPS);
        assertEquals(2, drops.size());
        assertTrue(drops.get(0).contains("172.16.0.0/16"));
        assertTrue(drops.get(1).contains("172.17.0.0/16"));
        List<String> returns = sentences(plan, Plan.Kind.RETURNS);
        assertTrue(returns.get(0).contains("7"));
        assertTrue(returns.get(1).contains("fd00::2/64"));
        assertEquals(3, sentences(plan, Plan.Kind.WARNS).size());
    }

    @Test
    void routesCanBeTakenAlong() {
        Snapshot truth = site().build();
        actions.move(model(truth).port(3).orElseThrow(), 9);
        actions.takeAlong(plan(truth).sections().getFirst().along().orElseThrow());
        assertEquals(3, staging.operations().size());
        Operation.Change route = (Operation.Change) staging.operations().get(1);
        assertEquals(1009, ((Route) route.after()).tableId());
        assertEquals(List.of(), sentences(plan(truth), Plan.Kind.DROPS));
        assertEquals(3, sentences(plan(truth), Plan.Kind.MOVES).size());
    }

    @Test
    void switchingOffDropsForGood() {
        Snapshot truth = site().build();
        actions.setUp(model(truth).port(3).orElseThrow(), false);
        assertEquals(3, sentences(plan(truth), Plan.Kind.DROPS).size());
    }

    @Test
    void theFirstVrfBringsItsRules() {
        Snapshot truth = new SnapshotBuilder().with(loopback(), link(2, "eth0")).build();
        actions.create(new VrfDraft("blue", 1001, true, true, false), truth);
        actions.create(new VrfDraft("green", 1002, true, true, false), model(truth).state());
        assertEquals(3, sentences(plan(truth), Plan.Kind.APPEARS).size());
        Snapshot later = site().with(VrfRule.of(Family.INET)).build();
        staging.discard();
        actions.create(new VrfDraft("blue", 1001, true, true, false), later);
        assertEquals(1, sentences(plan(later), Plan.Kind.APPEARS).size());
    }

    @Test
    void deletingAVrfTakesItsUnreachableDefaultsAlong() {
        Snapshot truth =
                site().with(VrfDraft.unreachable(Family.INET, 1009), link(4, "eth2").withMaster(9))
                        .build();
        VrfCard red = model(truth).card(9).orElseThrow();
        actions.delete(red, truth);
        assertEquals(2, staging.operations().size());
        VrfsModel after = model(truth);
        assertEquals(Mark.REMOVED, after.card(9).orElseThrow().mark());
        assertEquals(4, after.cards().getFirst().ports().size());
        assertEquals(List.of("eth2 leaves it."), sentences(plan(truth), Plan.Kind.MOVES));
    }

    @Test
    void routesOfTheCardAreMarked() {
        Snapshot truth = site().with(route(1009, "default", "10.9.0.1", 3)).build();
        staging.stage(new Operation.Create(route(1009, "10.0.0.0/8", "10.9.0.1", 3)));
        VrfCard red = model(truth).card(9).orElseThrow();
        assertEquals(
                List.of("default via 10.9.0.1 dev eth1", "10.0.0.0/8 via 10.9.0.1 dev eth1"),
                red.routes().stream().map(VrfCard.RouteLine::text).toList());
        assertEquals(
                List.of(Mark.NONE, Mark.ADDED),
                red.routes().stream().map(VrfCard.RouteLine::mark).toList());
        assertFalse(red.leaks().isInet());
        assertTrue(red.leaks().isInet6());
    }

    @Test
    void sharedTablesAreTold() {
        Snapshot truth = site().with(vrf(10, "green", 1009)).build();
        assertEquals(List.of("green"), model(truth).card(9).orElseThrow().sharers());
    }

    @Test
    void editingAnAddressKeepsItsOtherAttributes() {
        Address old =
                address(3, "10.0.1.2/24")
                        .with(IfLinkH.IFA_BROADCAST, ip("10.0.1.255").bytes())
                        .with(IfLinkH.IFA_LABEL, Bytes.text("eth1:x"));
        Address next = VrfsActions.patched(old, prefix("10.0.2.5/16"));
        assertEquals(prefix("10.0.2.5/16"), next.local());
        assertEquals(ip("10.0.2.5"), next.peer());
        assertEquals("eth1:x", next.label());
        assertEquals(
                ip("10.0.255.255").bytes(),
                next.attributes().find(IfLinkH.IFA_BROADCAST).orElseThrow());
        assertEquals(old, VrfsActions.patched(old, prefix("10.0.1.2/24")));
    }
}
