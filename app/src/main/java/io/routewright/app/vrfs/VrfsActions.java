package io.routewright.app.vrfs;

import io.routewright.app.staging.Staging;
import io.routewright.app.store.Snapshot;
import io.routewright.netlink.Address;
import io.routewright.netlink.AddressHeader;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.Family;
import io.routewright.netlink.IfLinkH;
import io.routewright.netlink.IpAddress;
import io.routewright.netlink.Link;
import io.routewright.netlink.Nexthop;
import io.routewright.netlink.Prefix;
import io.routewright.netlink.Route;
import io.routewright.protocol.Operation;

import java.util.ArrayList;
import java.util.List;

/// The admin's acts on the board; each stages one act, so each is one step of undo.
final class VrfsActions {
    private final Staging staging;

    VrfsActions(Staging staging) {
        this.staging = staging;
    }

    /// The link goes into the VRF of that index; 0 takes it out of any.
    void move(Port port, int vrf) {
        change(port.current(), as(port, vrf, port.current().isUp()));
    }

    void setUp(Port port, boolean isUp) {
        change(port.current(), as(port, port.current().master(), isUp));
    }

    /// Built on the kernel's image, so that a move back gives the same bytes and nothing stays staged.
    private static Link as(Port port, int master, boolean isUp) {
        Link truth = port.truth();
        Link placed = master == truth.master() ? truth : truth.withMaster(master);
        return isUp == placed.isUp() ? placed : placed.withUp(isUp);
    }

    void setUp(VrfCard card, boolean isUp) {
        card.current().ifPresent(v -> change(v, v.withUp(isUp)));
    }

    private void change(Link before, Link after) {
        if (!before.equals(after)) {
            staging.stage(new Operation.Change(before, after));
        }
    }

    void create(VrfDraft draft, Snapshot state) {
        staging.stage(draft.operations(state));
    }

    /// The VRF goes, with the routes of its table that no link holds and that the kernel would leave behind. Staged moves
    /// into it are taken back. A VRF that is only staged vanishes with everything staged for it.
    void delete(VrfCard card, Snapshot state) {
        List<Operation> act = new ArrayList<>();
        for (Port p : card.ports()) {
            if (p.isMoved()) {
                act.add(
                        new Operation.Change(
                                p.current(), as(p, p.truth().master(), p.current().isUp())));
            }
        }
        leftovers(card, state).forEach(r -> act.add(new Operation.Delete(r)));
        card.current().ifPresent(v -> act.add(new Operation.Delete(v)));
        staging.stage(act);
    }

    /// Routes of the VRF's table that have no link: the kernel keeps them when the VRF goes.
    static List<Route> leftovers(VrfCard card, Snapshot state) {
        if (!card.isVrf() || !card.sharers().isEmpty()) {
            return List.of();
        }
        return state.routes().stream()
                .filter(r -> r.tableId() == card.table() && r.type().isReject())
                .toList();
    }

    void addAddress(int ifindex, Prefix prefix) {
        staging.stage(new Operation.Create(Address.on(ifindex, prefix)));
    }

    void deleteAddress(Address address) {
        staging.stage(new Operation.Delete(address));
    }

    void changeAddress(Address address, Prefix prefix) {
        Address after = patched(address, prefix);
        if (!after.equals(address)) {
            staging.stage(new Operation.Change(address, after));
        }
    }

    /// Another address on the same link; label, scope, flags and what else came stay. The broadcast address follows
    /// the prefix where there was one.
    static Address patched(Address address, Prefix prefix) {
        if (prefix.equals(address.local())) {
            return address;
        }
        AddressHeader h = address.header();
        AddressHeader header =
                new AddressHeader(h.family(), prefix.length(), h.flags(), h.scope(), h.ifindex());
        boolean isPointToPoint = !address.peer().equals(address.local().address());
        Bytes own = prefix.address().bytes();
        Address next = new Address(header, address.attributes());
        if (next.attributes().has(IfLinkH.IFA_LOCAL)) {
            next = next.with(IfLinkH.IFA_LOCAL, own);
        }
        next = isPointToPoint ? next : next.with(IfLinkH.IFA_ADDRESS, own);
        return next.attributes().has(IfLinkH.IFA_BROADCAST)
                ? next.with(IfLinkH.IFA_BROADCAST, broadcast(prefix).bytes())
                : next;
    }

    private static IpAddress broadcast(Prefix prefix) {
        byte[] raw = prefix.address().bytes().toArray();
        for (int bit = prefix.length(); bit < prefix.family().bits(); bit++) {
            raw[bit / 8] |= (byte) (0x80 >> (bit % 8));
        }
        return new IpAddress(prefix.family(), Bytes.of(raw));
    }

    void addDefaultRoute(long table, IpAddress gateway, int ifindex) {
        Route route =
                Route.to(Prefix.any(gateway.family()), table)
                        .withNexthops(List.of(Nexthop.via(gateway, ifindex)));
        staging.stage(new Operation.Create(route));
    }

    /// What the VRF has no route for is unreachable instead of falling through to table main.
    void closeLeaks(VrfCard card) {
        List<Operation> act = new ArrayList<>();
        if (card.leaks().isInet()) {
            act.add(new Operation.Create(VrfDraft.unreachable(Family.INET, card.table())));
        }
        if (card.leaks().isInet6()) {
            act.add(new Operation.Create(VrfDraft.unreachable(Family.INET6, card.table())));
        }
        staging.stage(act);
    }

    /// The routes go into the table of the VRF the link goes to.
    void takeAlong(Plan.Along along) {
        List<Operation> act = new ArrayList<>();
        along.routes().forEach(r -> act.add(new Operation.Change(r, r.withTable(along.table()))));
        staging.stage(act);
    }

    void setSysctl(String key, String before, String after) {
        if (!before.equals(after)) {
            staging.stage(new Operation.Sysctl(key, before, after));
        }
    }

    void restore(Operation operation) {
        staging.drop(operation);
    }
}
