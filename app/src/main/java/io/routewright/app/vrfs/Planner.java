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
                losses(port, lines);
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
            losses(before, lines);
            return Optional.of(
                    new Section(TEXT.get("plan.title.down", after.name()), lines, keep(before)));
        }
        return Optional.empty();
    }

    private Section moved(Link before, Link after) {
        List<Line> lines = new ArrayList<>();
        Optional<Link> to = state.links().vrfOf(after);
        String place = to.map(v -> tableOf(v)).orElse(state.tableNames().label(254));
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
        losses(before, lines);
        to.ifPresent(v -> leak(v, lines));
        String title =
                to.map(v -> TEXT.get("plan.title.into", before.name(), v.name()))
                        .orElseGet(() -> TEXT.get("plan.title.out", before.name()));
        return new Section(title, lines, keep(before));
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

    private void losses(Link link, List<Line> lines) {
        Losses losses = Losses.of(link, truth);
        name(lines, Kind.DROPS, "plan.dropsRoute", losses.routes());
        name(lines, Kind.DROPS, "plan.dropsNexthop", losses.nexthops());
        if (staysKept(link)) {
            long global =
                    truth.addressesOn(link.ifindex()).stream().filter(Losses::isGlobal6).count();
            lines.add(line(Kind.RETURNS, "plan.keeps", number(global)));
        } else {
            name(lines, Kind.DROPS, "plan.dropsAddress", losses.addresses());
        }
        name(lines, Kind.WARNS, "plan.crossing", losses.crossing());
    }

    /// Staged: the link keeps its IPv6 addresses.
    private boolean staysKept(Link link) {
        return view.operations().stream()
                .anyMatch(op ->
                        op instanceof Operation.Sysctl s
                                && s.key().equals(Losses.keepKey(link))
                                && s.after().equals("1"));
    }

    /// The setting to offer, where it is off now, known, and would help.
    private Optional<String> keep(Link link) {
        String key = Losses.keepKey(link);
        boolean isUseful = truth.addressesOn(link.ifindex()).stream().anyMatch(Losses::isGlobal6);
        return isUseful && "0".equals(truth.sysctls().get(key))
                ? Optional.of(key)
                : Optional.empty();
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
