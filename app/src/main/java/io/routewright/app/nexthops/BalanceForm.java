package io.routewright.app.nexthops;

import io.routewright.app.control.AddressField;
import io.routewright.app.control.FormDialog;
import io.routewright.app.control.Pill;
import io.routewright.app.control.WeightBar;
import io.routewright.app.describe.Describe;
import io.routewright.app.staging.Reach;
import io.routewright.app.store.Snapshot;
import io.routewright.app.theme.Icons;
import io.routewright.netlink.Family;
import io.routewright.netlink.IpAddress;
import io.routewright.netlink.Nexthop;
import io.routewright.netlink.Route;
import io.routewright.netlink.Rtnetlink;
import io.routewright.protocol.Operation;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Picks uplinks and how they share: one default route over all of them.
final class BalanceForm {
    /// What was picked.
    record Result(Family family, long table, List<Nexthop> legs) {}

    private static final List<Family> FAMILIES = List.of(Family.INET, Family.INET6);

    private final FormDialog form =
            new FormDialog(NexthopsText.get("balance.title"), NexthopsText.get("balance.stage"));
    private final Snapshot state;
    private final ComboBox<String> family = new ComboBox<>();
    private final VBox ways = new VBox(4);
    private final AddressField other = new AddressField();
    private final Button add = new Button(NexthopsText.get("balance.add"), Icons.of("plus"));
    private final WeightBar bar = new WeightBar();
    private final List<Way> all = new ArrayList<>();

    /// A way that can be picked.
    private record Way(Nexthop leg, CheckBox box) {}

    BalanceForm(Snapshot state) {
        this.state = state;
        family.getItems()
                .setAll(
                        FAMILIES.stream()
                                .map(f -> NexthopsText.get("family." + f.name()))
                                .toList());
        family.getSelectionModel().select(firstFamily());
        family.setId("balance-family");
        family.valueProperty().subscribe((o, n) -> load());
        other.setId("balance-gateway");
        add.setId("balance-add");
        add.setOnAction(e -> addOther());
        HBox further = new HBox(8, other, add);
        further.setAlignment(Pos.CENTER_LEFT);
        bar.setLargest(256);
        bar.setOnCommit(w -> judge());
        form.wide(wrapped())
                .row(NexthopsText.get("balance.family"), family)
                .row(NexthopsText.get("balance.ways"), ways)
                .row(NexthopsText.get("balance.further"), further)
                .row(
                        NexthopsText.get("balance.share"),
                        widened(),
                        NexthopsText.get("balance.share.help"));
        other.textProperty().subscribe((o, n) -> judge());
        load();
    }

    private static Label wrapped() {
        Label label = new Label(NexthopsText.get("balance.what"));
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private WeightBar widened() {
        bar.setPrefWidth(376);
        return bar;
    }

    private int firstFamily() {
        boolean isSix =
                Balance.uplinks(state, Family.INET).size() < 2
                        && Balance.uplinks(state, Family.INET6).size() >= 2;
        return isSix ? 1 : 0;
    }

    private Family chosen() {
        return FAMILIES.get(Math.max(0, family.getSelectionModel().getSelectedIndex()));
    }

    private void load() {
        all.clear();
        other.setFamily(Optional.of(chosen()));
        other.clear();
        for (Balance.Uplink uplink : Balance.uplinks(state, chosen())) {
            addWay(uplink.leg(), where(uplink), all.size() < 2);
        }
        draw();
    }

    private String where(Balance.Uplink uplink) {
        List<String> tables = uplink.tables().stream().map(state.tableNames()::label).toList();
        return NexthopsText.get("balance.default", String.join(", ", tables));
    }

    private void addWay(Nexthop leg, String detail, boolean isPicked) {
        CheckBox box = new CheckBox();
        String link = state.links().nameOf(leg.ifindex());
        String via = leg.gateway().map(IpAddress::toString).orElse("");
        Label address = new Label(via);
        address.getStyleClass().add("mono");
        Label where = new Label(detail);
        where.getStyleClass().addAll("muted", "small");
        HBox words = new HBox(12, Pill.link(link), address, where);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setPadding(new Insets(0, 0, 0, 6));
        box.setGraphic(words);
        box.setAccessibleText(link + " " + via);
        box.setSelected(isPicked);
        box.selectedProperty().subscribe((o, n) -> drawBar());
        all.add(new Way(leg, box));
    }

    private void addOther() {
        Optional<IpAddress> gateway = other.value();
        List<Integer> links = gateway.map(g -> Reach.linksTo(g, state)).orElse(List.of());
        if (gateway.isPresent() && !links.isEmpty()) {
            addWay(Nexthop.via(gateway.get(), links.getFirst()), "", true);
            draw();
            other.clear();
        }
    }

    private void draw() {
        ways.getChildren().setAll(all.stream().map(Way::box).toList());
        if (all.isEmpty()) {
            ways.getChildren().add(new Label(NexthopsText.get("balance.none")));
        }
        drawBar();
    }

    private List<Nexthop> picked() {
        return all.stream().filter(w -> w.box().isSelected()).map(Way::leg).toList();
    }

    private void drawBar() {
        List<WeightBar.Segment> segments = new ArrayList<>();
        for (Nexthop leg : picked()) {
            String via = leg.gateway().map(IpAddress::toString).orElse("");
            segments.add(
                    new WeightBar.Segment(
                            state.links().nameOf(leg.ifindex()), via, leg.weight(), false));
        }
        bar.setSegments(segments);
        judge();
    }

    private Optional<String> furtherProblem() {
        if (other.getText().isBlank() || other.problem().isPresent()) {
            return other.problem();
        }
        return other.value()
                .filter(g -> Reach.linksTo(g, state).isEmpty())
                .map(g -> NexthopsText.get("balance.unreached", g.toString()));
    }

    private void judge() {
        Optional<String> further = furtherProblem();
        add.setDisable(other.getText().isBlank() || further.isPresent());
        boolean isFew = picked().size() < 2;
        boolean isSame = !isFew && isAlreadySo();
        String reason = isFew ? "balance.few" : isSame ? "balance.same" : "";
        form.setError(further.orElse(reason.isEmpty() ? "" : NexthopsText.get(reason)));
        form.setBlocked(isFew || isSame);
        boolean isShown = !isFew && !isSame;
        form.setNote(isShown ? consequence() : "", isShown && Balance.isMixed(state, picked()));
    }

    private boolean isAlreadySo() {
        Result r = result();
        return Balance.plan(state, r.family(), r.table(), r.legs()).stream()
                .allMatch(op -> op instanceof Operation.Change c && c.before().equals(c.after()));
    }

    private String consequence() {
        Result result = result();
        List<String> sentences = new ArrayList<>();
        List<Operation> plan = Balance.plan(state, result.family(), result.table(), result.legs());
        for (Operation op : plan) {
            switch (op) {
                case Operation.Change c ->
                        sentences.add(
                                NexthopsText.get(
                                        "balance.becomes", Describe.object(c.before(), state)));
                case Operation.Create c -> sentences.add(NexthopsText.get("balance.new"));
                case Operation.Delete d ->
                        sentences.add(
                                NexthopsText.get(
                                        "balance.goes", Describe.object(d.before(), state)));
                default -> {
                    /* nothing else is planned */
                }
            }
        }
        source(plan).ifPresent(s -> sentences.add(NexthopsText.get("balance.source", s)));
        if (Balance.isMixed(state, result.legs())) {
            sentences.add(NexthopsText.get("balance.mixed"));
        }
        return String.join("\n", sentences);
    }

    /// The one preferred source that all paths would have.
    private static Optional<String> source(List<Operation> plan) {
        return plan.getFirst() instanceof Operation.Change(Route b, Route after)
                ? after.preferredSource().map(IpAddress::toString)
                : Optional.empty();
    }

    Result result() {
        List<Nexthop> legs = new ArrayList<>();
        List<Nexthop> bare = picked();
        for (int i = 0; i < bare.size(); i++) {
            legs.add(bare.get(i).withWeight(bar.weights().get(i)));
        }
        return new Result(chosen(), Rtnetlink.RT_TABLE_MAIN, legs);
    }

    BalanceForm onDone(Consumer<Result> handler) {
        form.setOnAccept(() -> {
            handler.accept(result());
            return Optional.empty();
        });
        return this;
    }

    FormDialog dialog() {
        return form;
    }
}
