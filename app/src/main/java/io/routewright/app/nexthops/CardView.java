package io.routewright.app.nexthops;

import io.routewright.app.control.Badge;
import io.routewright.app.control.Notice;
import io.routewright.app.control.WeightBar;
import io.routewright.app.control.Weights;
import io.routewright.app.shell.Outcomes;
import io.routewright.app.store.Snapshot;
import io.routewright.app.theme.Icons;

import javafx.geometry.Bounds;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A multipath route or group on screen. Nodes that are typed into or dragged stay the same while the state behind them
/// changes.
final class CardView extends VBox {
    /// What the admin does on a card.
    interface Acts {
        void weights(Card card, List<Integer> weights);

        void remove(Card card, int leg);

        void select(Card card);

        void routes(Card card);

        List<MenuItem> menu(Card card);
    }

    private final Acts acts;
    private final Label title = new Label();
    private final Label detail = new Label();
    private final HBox badges = new HBox(4);
    private final Hyperlink users = new Hyperlink();
    private final Button menu = new Button("", Icons.of("more-horizontal"));
    private final ContextMenu items = new ContextMenu();
    private final WeightBar bar = new WeightBar();
    private final GridPane grid = new GridPane();
    private final Label problem = new Label();
    private final Notice failure = new Notice("alert-triangle", "", "danger");
    private final List<LegRow> rows = new ArrayList<>();
    private Card card;

    CardView(Card card, Acts acts) {
        this.acts = acts;
        this.card = card;
        getStyleClass().add("card");
        setSpacing(8);
        title.getStyleClass().addAll("mono", "strong");
        detail.getStyleClass().addAll("muted", "small");
        detail.setMinWidth(0);
        problem.getStyleClass().addAll("danger", "small");
        problem.setWrapText(true);
        menu.getStyleClass().add("icon-button");
        menu.setTooltip(new Tooltip(NexthopsText.get("card.menu")));
        menu.setAccessibleText(NexthopsText.get("card.menu"));
        menu.setOnAction(e -> openMenu(menu));
        setOnContextMenuRequested(e -> openMenu(e.getScreenX(), e.getScreenY()));
        users.setOnAction(e -> acts.routes(this.card));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(8, title, detail, badges, space, users, menu);
        head.setAlignment(Pos.CENTER_LEFT);
        badges.setAlignment(Pos.CENTER_LEFT);
        grid.setHgap(12);
        grid.setVgap(2);
        columns();
        bar.setOnLive(this::live);
        bar.setOnCommit(w -> acts.weights(this.card, w));
        getChildren().setAll(head, bar, grid, problem, failure);
        setOnMousePressed(e -> acts.select(this.card));
    }

    private void columns() {
        for (int i = 0; i < 7; i++) {
            ColumnConstraints c = new ColumnConstraints();
            c.setMinWidth(i == 1 ? 60 : Region.USE_PREF_SIZE);
            c.setHgrow(i == 3 ? Priority.ALWAYS : Priority.NEVER);
            c.setHalignment(i == 4 || i == 5 ? HPos.RIGHT : HPos.LEFT);
            grid.getColumnConstraints().add(c);
        }
    }

    private void openMenu(Node below) {
        Bounds box = below.localToScreen(below.getLayoutBounds());
        openMenu(box.getMinX(), box.getMaxY());
    }

    private void openMenu(double screenX, double screenY) {
        items.getItems().setAll(acts.menu(card));
        items.show(this, screenX, screenY);
    }

    /// While a divider is held: the numbers follow it.
    private void live(List<Integer> weights) {
        List<Double> shares = Weights.shares(weights);
        for (int i = 0; i < rows.size() && i < shares.size(); i++) {
            rows.get(i).setShare(shares.get(i));
            rows.get(i).weightField().setText(Integer.toString(weights.get(i)));
        }
    }

    void show(Card next, Snapshot state, Optional<Outcomes.Failure> failed) {
        boolean isOther = rows.size() != next.legs().size() || !isSameLegs(card, next);
        card = next;
        title.setText(NexthopsText.title(next));
        detail.setText(NexthopsText.detail(next, state));
        setAccessibleText(title.getText() + ", " + detail.getText());
        badges.getChildren().setAll(badges());
        users.setText(next.group().isPresent() ? NexthopsText.users(next.routes()) : "");
        shown(users, next.group().isPresent());
        boolean isFixed = next.mark() == Card.Mark.REMOVED;
        title.getStyleClass().remove("removed-text");
        if (isFixed) {
            title.getStyleClass().add("removed-text");
        }
        bar.setDisable(isFixed);
        bar.setLargest(next.largestWeight());
        bar.setSegments(next.legs().stream().map(CardView::segment).toList());
        if (isOther) {
            rebuild();
        }
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).show(next.legs().get(i), next, isFixed);
            rows.get(i).setShare(next.share(i));
        }
        failure.setText(failed.map(Outcomes.Failure::text).orElse(""));
        shown(failure, failed.isPresent());
        tellProblem();
    }

    private static boolean isSameLegs(Card a, Card b) {
        return place(a.legs()).equals(place(b.legs())) && place(a.gone()).equals(place(b.gone()));
    }

    private static List<String> place(List<Leg> legs) {
        return legs.stream().map(l -> l.memberId() + " " + l.link() + " " + l.via()).toList();
    }

    private static WeightBar.Segment segment(Leg leg) {
        return new WeightBar.Segment(leg.link(), leg.via(), leg.weight(), leg.state().isDead());
    }

    private List<Node> badges() {
        List<Node> found = new ArrayList<>();
        switch (card.mark()) {
            case ADDED -> found.add(Badge.of(NexthopsText.get("badge.added"), "added"));
            case CHANGED -> found.add(Badge.of(NexthopsText.get("badge.changed"), "changed"));
            case REMOVED -> found.add(Badge.of(NexthopsText.get("badge.removed"), "removed"));
            case NONE -> {
                /* as the kernel has it */
            }
        }
        return found;
    }

    private void rebuild() {
        rows.clear();
        grid.getChildren().clear();
        for (int i = 0; i < card.legs().size(); i++) {
            int index = i;
            LegRow row = new LegRow(card.legs().get(i));
            row.setOnWeight(w -> acts.weights(card, with(index, w)));
            row.setOnRemove(() -> acts.remove(card, index));
            row.weightField().problemProperty().subscribe(p -> tellProblem());
            rows.add(row);
            grid.addRow(i, row.cells().toArray(Node[]::new));
        }
        for (Leg gone : card.gone()) {
            Label old = new Label(NexthopsText.get("leg.gone", gone.link(), gone.via()));
            old.getStyleClass().addAll("mono", "muted", "removed-text");
            grid.add(old, 0, grid.getRowCount(), 4, 1);
        }
    }

    private List<Integer> with(int index, int weight) {
        List<Integer> next = new ArrayList<>(card.weights());
        next.set(index, weight);
        return next;
    }

    private void tellProblem() {
        String reason =
                rows.stream()
                        .flatMap(r -> r.weightField().problem().stream())
                        .findFirst()
                        .orElse("");
        problem.setText(reason);
        shown(problem, !reason.isEmpty());
    }

    private static void shown(Node node, boolean isShown) {
        node.setVisible(isShown);
        node.setManaged(isShown);
    }

    /// Puts the focus where the work starts.
    void focusBar() {
        bar.lookupAll(".weight-divider").stream().findFirst().ifPresent(Node::requestFocus);
    }
}
