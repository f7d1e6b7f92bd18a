package io.routewright.app.routes;

import io.routewright.app.store.Snapshot;
import io.routewright.netlink.Family;
import io.routewright.netlink.Nexthop;
import io.routewright.netlink.Prefix;
import io.routewright.netlink.Route;
import io.routewright.netlink.Rtnetlink;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The editor's fields over one route. Only fields whose text was changed are written, so that all else stays byte for
/// byte.
final class RouteForm {
    /// How a packet goes on.
    enum Way {
        /// One gateway or link.
        SINGLE,
        /// Several legs with weights.
        MULTIPATH,
        /// A nexthop object.
        OBJECT,
        /// Nowhere: blackhole and its kin.
        NONE
    }

    private final Snapshot snapshot;
    private final boolean isNew;
    private Route base;
    private Way way;
    private List<Nexthop> legs;
    private final Map<RouteField, String> texts = new EnumMap<>(RouteField.class);

    /// @param snapshot with the staged changes done in it
    private RouteForm(Route base, boolean isNew, Snapshot snapshot) {
        this.snapshot = snapshot;
        this.isNew = isNew;
        this.base = base;
        way = wayOf(base);
        legs = base.isMultipath() ? base.nexthops() : List.of();
        read();
    }

    static RouteForm edit(Route route, Snapshot snapshot) {
        return new RouteForm(route, false, snapshot);
    }

    /// A new route that starts as a copy of `route`.
    static RouteForm add(Route route, Snapshot snapshot) {
        return new RouteForm(route, true, snapshot);
    }

    /// A new route of a table, with nothing said yet.
    static RouteForm blank(Route route, Snapshot snapshot) {
        RouteForm form = add(route, snapshot);
        form.set(RouteField.DESTINATION, "");
        return form;
    }

    private void read() {
        for (RouteField field : RouteField.values()) {
            texts.put(field, field.read(base, snapshot));
        }
    }

    static Way wayOf(Route r) {
        if (r.nexthopId() != 0) {
            return Way.OBJECT;
        }
        return r.type().isReject() ? Way.NONE : r.isMultipath() ? Way.MULTIPATH : Way.SINGLE;
    }

    boolean isNew() {
        return isNew;
    }

    Family family() {
        return base.family();
    }

    /// Starts a new route of the other family over, keeping the texts that fit both.
    void setFamily(Family family) {
        if (isNew && family != base.family()) {
            base = Route.to(Prefix.any(family), base.tableId());
            way = way == Way.MULTIPATH ? Way.SINGLE : way;
            legs = List.of();
        }
    }

    Way way() {
        return way;
    }

    void setWay(Way newWay) {
        way = newWay;
    }

    List<Nexthop> legs() {
        return legs;
    }

    void setLegs(List<Nexthop> newLegs) {
        legs = List.copyOf(newLegs);
    }

    String text(RouteField field) {
        return texts.getOrDefault(field, "");
    }

    void set(RouteField field, String text) {
        texts.put(field, text.strip());
    }

    /// What is wrong with that field's text.
    Optional<InvalidFieldException> problem(RouteField field) {
        if (!isUsed(field)) {
            return Optional.empty();
        }
        try {
            field.write(base, text(field), snapshot);
            return Optional.empty();
        } catch (InvalidFieldException e) {
            return Optional.of(e);
        }
    }

    private boolean isUsed(RouteField field) {
        return switch (field) {
            case GATEWAY, LINK, ONLINK -> way == Way.SINGLE;
            case NEXTHOP -> way == Way.OBJECT;
            default -> true;
        };
    }

    /// The route as the form says.
    ///
    /// @throws InvalidFieldException the first thing that is wrong
    Route route() throws InvalidFieldException {
        Route next = start();
        for (RouteField field : RouteField.values()) {
            if (isUsed(field) && field != RouteField.TYPE && field != RouteField.SCOPE) {
                next = field.write(next, text(field), snapshot);
            }
        }
        if (way == Way.MULTIPATH) {
            next = withLegs(next);
        }
        next = scope(next);
        checkWay(next);
        return next;
    }

    private Route start() throws InvalidFieldException {
        Route typed = RouteField.TYPE.write(base, text(RouteField.TYPE), snapshot);
        return way == wayOf(typed) || typed.nexthops().isEmpty() && typed.nexthopId() == 0
                ? typed
                : typed.withNexthops(List.of());
    }

    /// Legs are written in the place where they stand, when they stand somewhere already.
    private Route withLegs(Route route) throws InvalidFieldException {
        if (legs.size() < 2) {
            throw new InvalidFieldException("legs");
        }
        if (route.isMultipath() && route.nexthops().equals(legs)) {
            return route;
        }
        Route flat = route.withNexthops(legs);
        return route.isMultipath()
                ? route.with(
                        Rtnetlink.RTA_MULTIPATH,
                        flat.attributes().find(Rtnetlink.RTA_MULTIPATH).orElseThrow())
                : flat;
    }

    /// An untouched scope follows the route, as `ip route` would have it: link without a gateway, global with one.
    private Route scope(Route next) throws InvalidFieldException {
        String said = text(RouteField.SCOPE);
        boolean isUntouched = said.equals(RouteField.SCOPE.read(base, snapshot));
        boolean wasNatural = isNew || base.scope() == KeyFields.naturalScope(base);
        return isUntouched && wasNatural
                ? next.withScope(KeyFields.naturalScope(next))
                : RouteField.SCOPE.write(next, said, snapshot);
    }

    private void checkWay(Route next) throws InvalidFieldException {
        boolean leadsNowhere =
                way == Way.SINGLE
                        && next.type() == io.routewright.netlink.RouteType.UNICAST
                        && next.nexthops().isEmpty();
        if (leadsNowhere) {
            throw new InvalidFieldException("no-way");
        }
        if (way == Way.OBJECT && next.nexthopId() == 0) {
            throw new InvalidFieldException("no-nexthop");
        }
    }
}
