package io.routewright.app.nexthops;

import io.routewright.app.staging.Projection;
import io.routewright.app.staging.Staging;
import io.routewright.app.store.Snapshot;
import io.routewright.netlink.Family;
import io.routewright.netlink.Nexthop;
import io.routewright.netlink.NexthopObject;
import io.routewright.netlink.NexthopObject.Member;
import io.routewright.netlink.Route;
import io.routewright.netlink.RtnetlinkObject;
import io.routewright.protocol.Operation;

import java.util.ArrayList;
import java.util.List;

/// The admin's acts on nexthops; each stages one act, so each is one step of undo.
final class NexthopsActions {
    private final Staging staging;

    NexthopsActions(Staging staging) {
        this.staging = staging;
    }

    /// Weights in leg order.
    void setWeights(Card card, List<Integer> weights) {
        change(card.current(), Legs.withWeights(card.current(), weights));
    }

    /// The route or group becomes `after`; nothing is staged where nothing changes.
    void change(RtnetlinkObject before, RtnetlinkObject after) {
        if (!before.equals(after)) {
            staging.stage(new Operation.Change(before, after));
        }
    }

    void addLeg(Route route, Nexthop leg) {
        change(route, Legs.with(route, leg));
    }

    void addMember(NexthopObject group, Member member) {
        change(group, Legs.with(group, member));
    }

    /// One leg less; the last but one leaves a plain route.
    void removeLeg(Card card, int index) {
        change(card.current(), Legs.without(card.current(), index));
    }

    void create(NexthopObject object) {
        staging.stage(new Operation.Create(object));
    }

    /// The objects and all that hangs on them.
    void delete(List<NexthopObject> objects, Snapshot state) {
        List<Operation> act = new ArrayList<>();
        Snapshot left = state;
        for (NexthopObject o : objects) {
            if (left.nexthop(o.id()).isPresent()) {
                List<Operation> step = Cascade.of(o, left).operations();
                act.addAll(step);
                left = Projection.of(left, step);
            }
        }
        staging.stage(act);
    }

    void delete(Route route) {
        staging.stage(new Operation.Delete(route));
    }

    /// Takes back what is staged for the card.
    void restore(Operation operation) {
        staging.drop(operation);
    }

    void balance(Snapshot state, Family family, long table, List<Nexthop> legs) {
        staging.stage(Balance.plan(state, family, table, legs));
    }

    void toGroup(Route route, Snapshot state) {
        staging.stage(Conversion.toGroup(route, state));
    }

    void setSysctl(String key, String before, String after) {
        if (!before.equals(after)) {
            staging.stage(new Operation.Sysctl(key, before, after));
        }
    }
}
