package io.routewright.app.vrfs;

import io.routewright.app.describe.Describe;
import io.routewright.app.staging.StagedView;
import io.routewright.app.staging.VrfRule;
import io.routewright.app.store.Snapshot;
import io.routewright.app.text.Strings;
import io.routewright.app.vrfs.Plan.Kind;
import io.routewright.app.vrfs.Plan.Line;
import io.routewright.app.vrfs.Plan.Section;
import io.routewright.netlink.Address;
import io.routewright.netlink.Family;
import io.routewright.netlink.Link;
import io.routewright.netlink.Route;
import io.routewright.netlink.Rtnetlink;
import io.routewright.netlink.RtnetlinkObject;
import io.routewright.protocol.Operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Says in words what the staged changes of VRFs and their links will do.
final class Planner {
    private static final Strings TEXT = new Strings(Planner.class);

    /// Objects named one by one; the rest is counted.
    private static final int NAMED = 4;

    private final StagedView view;
    private final Snapshot truth;
    private final Snapshot state;
    private boolean isRuleSaid;

    private Planner(StagedView view, Snapshot state) {
        this.view = view;
        truth = view.truth();
        this.state = state;
    }

    /// @param state the state with everything staged
    static Plan plan(StagedView view, Snapshot state) {
        Planner planner = new Planner(view, state);
        List<Section> sections = new ArrayList<>();
        for (Operation op : view.operations()) {
            planner.section(op).ifPresent(sections::add);
        }
        return new Plan(sections);
    }

    private Optional<Section> section(Operation operation) {
        return switch (operation) {
            case Operation.Create(Link vrf, Operation.Placement p) -> Optional.of(created(vrf));
            case Operation.Delete(Link vrf) -> Optional.of(deleted(vrf));
            case Operation.Change(Link before, Link after) -> changed(before, after);
            default -> Optional.empty();
        };
    }

    private Section created(Link vrf) {
        List<Line> lines = new ArrayList<>();
        String table = state.tableNames().label(vrf.vrfTable());
        lines.add(line(Kind.APPEARS, "plan.create", vrf.name(), table));
        boolean isFirst = truth.rules().stream().noneMatch(VrfRule::isVrfRule);
        if (isFirst && !isRuleSaid) {
            isRuleSaid = true;
            lines.add(line(Kind.APPEARS, "plan.rule"));
        }
        if (!vrf.isUp()) {
            lines.add(line(Kind.WARNS, "plan.createdDown", vrf.name()));
        }
        return new Section(TEXT.get("plan.title.create", vrf.name()), lines, Optional.empty());
    }

    private Section deleted(Link vrf) {
        List<Line> lines = new ArrayList<>();
        for (Link port : truth.links().all()) {
            if (port.master() == vrf.ifindex()) {
                lines.add(line(Kind.MOVES, "plan.released", port.name()));
                losses(port, true, lines);
            }
        }
        lines.add(line(Kind.APPEARS, "plan.ruleStays"));
        return new Section(TEXT.get("plan.title.delete", vrf.name()), lines, Optional.empty());
    }

    private Optional<Section> changed(Link before, Link after) {
        if (before.master() != after.master()) {
            return Optional.of(moved(before, after));
        }
        if (before.isUp() && !after.isUp() && !after.isVrf()) {
            List<Line> lines = new ArrayList<>();
            losses(before, false, lines);
            String title = TEXT.get("plan.title.down", after.name());
            return Optional.of(new Section(title, lines, Optional.empty()));
        }
        return Optional.empty();
    }

    private Section moved(Link before, Link after) {
        List<Line> lines = new ArrayList<>();
        Optional<Link> to = state.links().vrfOf(after);
        String place =
                to.map(v -> tableOf(v)).orElse(state.tableNames().label(Rtnetlink.RT_TABLE_MAIN));
        long kept = addresses(before, Family.INET);
        lines.add(line(Kind.MOVES, "plan.moves", before.name(), number(kept), place));
        truth.links()
                .byIndex(before.master())
                .filter(m -> !m.isVrf())
                .ifPresent(
                        m -> lines.add(line(Kind.WARNS, "plan.leaves", before.name(), m.name())));
        if (before.isUp()) {
            lines.add(line(Kind.WARNS, "plan.bounce", before.name()));
        }
        Losses losses = Losses.of(before, truth);
        takenAlong(losses, lines);
        losses(before, before.isUp() == after.isUp(), lines);
        to.ifPresent(v -> leak(v, lines));
        String title =
                to.map(v -> TEXT.get("plan.title.into", before.name(), v.name()))
                        .orElseGet(() -> TEXT.get("plan.title.out", before.name()));
        long table = to.map(Link::vrfTable).orElse((long) Rtnetlink.RT_TABLE_MAIN);
        List<Route> left = dropped(losses).stream().filter(r -> r.tableId() != table).toList();
        Optional<Plan.Along> along =
                left.isEmpty() ? Optional.empty() : Optional.of(new Plan.Along(left, table));
        return new Section(title, lines, along);
    }

    private String tableOf(Link vrf) {
        return state.tableNames().label(vrf.vrfTable());
    }

    private long addresses(Link link, Family family) {
        return truth.addressesOn(link.ifindex()).stream().filter(a -> a.family() == family).count();
    }

    private void leak(Link vrf, List<Line> lines) {
        for (Family family : Family.values()) {
            boolean hasDefault =
                    state.routes().stream().anyMatch(r -> isDefault(r, family, vrf.vrfTable()));
            if (!hasDefault) {
                String key = family == Family.INET ? "plan.leak4" : "plan.leak6";
                lines.add(line(Kind.WARNS, key, vrf.name()));
            }
        }
    }

    private static boolean isDefault(Route r, Family family, long table) {
        return r.tableId() == table && r.family() == family && r.destination().isAny();
    }

    /// @param isMove the helper then puts addresses and nexthop objects back
    private void losses(Link link, boolean isMove, List<Line> lines) {
        Losses losses = Losses.of(link, truth);
        Kind kind = isMove ? Kind.RETURNS : Kind.DROPS;
        name(lines, Kind.DROPS, "plan.dropsRoute", dropped(losses));
        name(lines, kind, isMove ? "plan.returnsNexthop" : "plan.dropsNexthop", losses.nexthops());
        name(lines, kind, isMove ? "plan.returnsAddress" : "plan.dropsAddress", losses.addresses());
        name(lines, Kind.WARNS, "plan.crossing", losses.crossing());
    }

    /// Those for which nothing is staged.
    private List<Route> dropped(Losses losses) {
        return losses.routes().stream()
                .filter(r -> view.markOf(r) == StagedView.Mark.NONE)
                .toList();
    }

    private void takenAlong(Losses losses, List<Line> lines) {
        for (Route r : losses.routes()) {
            view.intended(r, Route.class)
                    .filter(after -> after.tableId() != r.tableId())
                    .ifPresent(after -> lines.add(line(Kind.MOVES, "plan.along", words(after))));
        }
    }

    private void name(
            List<Line> lines, Kind kind, String key, List<? extends RtnetlinkObject> objects) {
        objects.stream().limit(NAMED).forEach(o -> lines.add(line(kind, key, words(o))));
        if (objects.size() > NAMED) {
            lines.add(line(kind, key + ".more", number(objects.size() - NAMED)));
        }
    }

    private String words(RtnetlinkObject object) {
        return object instanceof Address a ? a.local().toString() : Describe.object(object, truth);
    }

    private static String number(long value) {
        return Long.toString(value);
    }

    private static Line line(Kind kind, String key, Object... values) {
        return new Line(kind, TEXT.get(key, values));
    }
}
