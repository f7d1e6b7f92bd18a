package io.routewright.app.vrfs;

import io.routewright.app.control.LinkChip;
import io.routewright.app.feed.Background;
import io.routewright.app.shell.Gallery;
import io.routewright.app.shell.Outcomes;
import io.routewright.app.shell.Screen;
import io.routewright.app.shell.Workspace;
import io.routewright.app.staging.StagedView;
import io.routewright.app.store.Snapshot;
import io.routewright.netlink.Link;
import io.routewright.netlink.Prefix;
import io.routewright.netlink.RtnetlinkObject;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.MenuItem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The screen of VRFs: one card per VRF and one for the links without, links as chips on them. FX thread only.
public final class VrfsScreen implements Screen, Gallery {
    /// So many routes are looked through within a frame.
    private static final int FEW = 20_000;

    /// With more cards than this, or more links on one, details start hidden.
    private static final int FEW_CARDS = 8;

    private static final int FEW_PORTS = 8;
    private static final String TCP = "net/ipv4/tcp_l3mdev_accept";
    private static final String UDP = "net/ipv4/udp_l3mdev_accept";

    private final Workspace workspace;
    private final VrfsActions actions;
    private final VrfsDialogs dialogs;
    private final VrfsView view = new VrfsView();
    private final PlanView planView;
    private final Background background;
    private final Map<Integer, VrfCardView> cards = new HashMap<>();
    private VrfsModel model = new VrfsModel(new StagedView(Snapshot.EMPTY, List.of()));
    private Plan plan = new Plan(List.of());
    private boolean isPlanHidden;
    private Optional<Integer> focusNext = Optional.empty();

    /// What a refresh works out.
    private record Worked(VrfsModel model, Plan plan) {}

    public VrfsScreen(Workspace workspace) {
        this.workspace = workspace;
        actions = new VrfsActions(workspace.staging());
        dialogs = new VrfsDialogs(workspace, actions, () -> model);
        planView = new PlanView(this::hidePlan, actions::takeAlong);
        background = new Background("vrfs", workspace.feed());
        view.create.setOnAction(e -> dialogs.create());
        view.filter.setOnFilter(t -> drawCards());
        view.filter.setOnLeave(this::shown);
        view.tcp.setOnAction(e -> service(TCP, view.tcp));
        view.udp.setOnAction(e -> service(UDP, view.udp));
        workspace.feed().subscribe(s -> refresh());
        workspace.staging().subscribe(this::staged);
        workspace.outcomes().subscribe(() -> cards.values().forEach(VrfCardView::redraw));
    }

    private void service(String key, CheckBox box) {
        String before = model.state().sysctls().getOrDefault(key, "0");
        actions.setSysctl(key, before, box.isSelected() ? "1" : "0");
    }

    private void staged() {
        isPlanHidden = false;
        refresh();
    }

    private void hidePlan() {
        isPlanHidden = true;
        view.setPlan(planView, false);
    }

    private void refresh() {
        Snapshot truth = workspace.feed().latest();
        StagedView staged = new StagedView(truth, workspace.staging().operations());
        if (truth.routes().size() < FEW) {
            background.runHere(() -> work(staged), this::show);
        } else {
            background.run(() -> work(staged), this::show);
        }
    }

    private static Worked work(StagedView staged) {
        VrfsModel made = new VrfsModel(staged);
        return new Worked(made, Planner.plan(staged, made.state()));
    }

    private void show(Worked worked) {
        model = worked.model();
        plan = worked.plan();
        Snapshot state = model.state();
        view.setDriver(state.kernel().features().isEmpty() || state.kernel().hasVrf());
        boolean hasServices = state.sysctls().containsKey(TCP) && model.cards().size() > 1;
        view.setServices(hasServices);
        view.tcp.setSelected("1".equals(state.sysctls().get(TCP)));
        view.udp.setSelected("1".equals(state.sysctls().get(UDP)));
        planView.show(plan);
        view.setPlan(planView, !plan.isEmpty() && !isPlanHidden);
        Optional<Integer> focused = focusNext.or(this::focusedChip);
        focusNext = Optional.empty();
        drawCards();
        focused.flatMap(this::chip).ifPresent(Node::requestFocus);
    }

    private void drawCards() {
        String wanted = view.filter.getText().strip().toLowerCase(Locale.ROOT);
        List<Node> shown = new ArrayList<>();
        Set<Integer> kept = new HashSet<>();
        Optional<VrfCardView> made = Optional.empty();
        for (VrfCard card : model.cards()) {
            boolean isMade = card.mark() == Mark.ADDED && !cards.containsKey(card.ifindex());
            VrfCardView cardView = cardView(card);
            made = isMade ? Optional.of(cardView) : made;
            kept.add(card.ifindex());
            cardView.suggestOpen(startsOpen(card));
            cardView.show(card);
            if (matches(card, wanted)) {
                shown.add(cardView);
            }
        }
        cards.keySet().retainAll(kept);
        view.setCards(shown);
        made.filter(shown::contains).ifPresent(view::reveal);
    }

    private VrfCardView cardView(VrfCard card) {
        return cards.computeIfAbsent(
                card.ifindex(), i -> new VrfCardView(card, startsOpen(card), new Acts()));
    }

    private boolean startsOpen(VrfCard card) {
        return model.cards().size() <= FEW_CARDS && card.ports().size() <= FEW_PORTS;
    }

    private static boolean matches(VrfCard card, String wanted) {
        return wanted.isEmpty()
                || VrfsText.name(card).toLowerCase(Locale.ROOT).contains(wanted)
                || card.tableLabel().toLowerCase(Locale.ROOT).contains(wanted)
                || card.ports().stream().anyMatch(p -> matches(p, wanted));
    }

    private static boolean matches(Port port, String wanted) {
        return port.name().toLowerCase(Locale.ROOT).contains(wanted)
                || port.addresses().stream()
                        .anyMatch(a -> a.current().local().toString().contains(wanted));
    }

    private Optional<Integer> focusedChip() {
        boolean isOurs =
                view.getScene() != null && view.getScene().getFocusOwner() instanceof LinkChip;
        return isOurs
                ? Optional.of(((LinkChip) view.getScene().getFocusOwner()).face().ifindex())
                : Optional.empty();
    }

    private Optional<Node> chip(int ifindex) {
        return cards.values().stream().flatMap(c -> c.chipOf(ifindex).stream()).findFirst();
    }

    private void move(Port port, int vrf) {
        focusNext = Optional.of(port.current().ifindex());
        actions.move(port, vrf);
    }

    /// What is done on cards.
    private final class Acts implements BoardActs {
        @Override
        public void move(Port port, int vrf) {
            VrfsScreen.this.move(port, vrf);
        }

        @Override
        public void moveTyped(Port port) {
            if (!port.current().isLoopback()) {
                dialogs.move(port);
            }
        }

        @Override
        public Optional<Port> port(int ifindex) {
            return model.port(ifindex);
        }

        @Override
        public List<MenuItem> menu(Port port) {
            return dialogs.menu(port);
        }

        @Override
        public List<MenuItem> menu(VrfCard card) {
            return dialogs.menu(card);
        }

        @Override
        public void select(RtnetlinkObject object) {
            workspace.selection().select(object);
        }

        @Override
        public void setUp(VrfCard card, boolean isUp) {
            actions.setUp(card, isUp);
        }

        @Override
        public void addAddress(Port port, Prefix prefix) {
            actions.addAddress(port.current().ifindex(), prefix);
        }

        @Override
        public void changeAddress(Port.AddressLine line, Prefix prefix) {
            actions.changeAddress(line.current(), prefix);
        }

        @Override
        public void deleteAddress(Port.AddressLine line) {
            if (line.mark() != Mark.REMOVED) {
                actions.deleteAddress(line.current());
            }
        }

        @Override
        public void addDefaultRoute(VrfCard card) {
            dialogs.addDefaultRoute(card);
        }

        @Override
        public void closeLeaks(VrfCard card) {
            actions.closeLeaks(card);
        }

        @Override
        public void showRoutes(VrfCard card) {
            dialogs.showRoutes(card);
        }

        @Override
        public Optional<Outcomes.Failure> failure(RtnetlinkObject object) {
            return workspace.outcomes().of(object);
        }
    }

    @Override
    public String id() {
        return "vrfs";
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        model.state().links().all().stream()
                .filter(l -> !l.isVrf() && !l.isLoopback())
                .map(Link::ifindex)
                .findFirst()
                .flatMap(this::chip)
                .ifPresentOrElse(Node::requestFocus, view.create::requestFocus);
    }

    @Override
    public void focusFilter() {
        view.filter.focusField();
    }

    @Override
    public void add() {
        if (!view.create.isDisabled()) {
            dialogs.create();
        }
    }

    @Override
    public List<Shot> shots() {
        return dialogs.shots();
    }
}
