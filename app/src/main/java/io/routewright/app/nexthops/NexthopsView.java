package io.routewright.app.nexthops;

import io.routewright.app.control.EmptyState;
import io.routewright.app.control.FilterBox;
import io.routewright.app.control.WindowedTable;
import io.routewright.app.theme.Icons;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;

/// The nodes of the screen: a bar, the cards beside what decides, the list of objects.
final class NexthopsView extends BorderPane {
    private static final double WIDE = 860;
    private static final double SIDE = 300;

    final FilterBox filter = new FilterBox(NexthopsText.get("filter"));
    final Button balance = new Button(NexthopsText.get("balance"), Icons.of("git-merge"));
    final MenuButton add = new MenuButton(NexthopsText.get("add"), Icons.of("plus"));
    final MenuItem addNexthop = new MenuItem(NexthopsText.get("add.nexthop"));
    final MenuItem addGroup = new MenuItem(NexthopsText.get("add.group"));
    final VBox cards = new VBox(8);
    final WindowedTable<ObjectLine> objects = new WindowedTable<>(l -> l.truth().id());
    final EmptyState empty =
            new EmptyState("git-branch", NexthopsText.get("empty"), NexthopsText.get("empty.why"));
    private final Label noMatch = new Label(NexthopsText.get("nomatch"));
    private final PolicyView policy;
    private final SplitPane split = new SplitPane();
    private final VBox lower = new VBox();
    private final ScrollPane scroll = new ScrollPane();

    NexthopsView(PolicyView policy) {
        this.policy = policy;
        noMatch.getStyleClass().add("muted");
        balance.setId("balance");
        add.setId("add-nexthop");
        add.getItems().addAll(addNexthop, addGroup);
        add.setPadding(Insets.EMPTY);
        add.setMaxHeight(28);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox bar = new HBox(filter, space, balance, add);
        bar.getStyleClass().add("screen-bar");
        HBox.setHgrow(filter, Priority.SOMETIMES);
        setTop(bar);
        objects.setId("nexthop-objects");
        objects.setAccessibleText(NexthopsText.get("objects"));
        Label heading = new Label(NexthopsText.get("objects"));
        heading.getStyleClass().add("section-title");
        heading.setPadding(new Insets(8, 12, 4, 12));
        VBox.setVgrow(objects, Priority.ALWAYS);
        lower.getChildren().setAll(heading, objects);
        lower.setMinHeight(90);
        scroll.setFitToWidth(true);
        split.setOrientation(Orientation.VERTICAL);
        split.getItems().setAll(scroll);
        setCenter(split);
        widthProperty().subscribe(w -> arrange());
        arrange();
    }

    /// Beside each other where there is room.
    private void arrange() {
        boolean isWide = getWidth() >= WIDE;
        if (isWide && scroll.getContent() instanceof HBox
                || !isWide && scroll.getContent() instanceof VBox) {
            return;
        }
        detach();
        Pane box = isWide ? new HBox(12, cards, policy) : new VBox(12, cards, policy);
        box.setPadding(new Insets(12));
        HBox.setHgrow(cards, Priority.ALWAYS);
        policy.setPrefWidth(SIDE);
        policy.setMinWidth(isWide ? SIDE : Region.USE_COMPUTED_SIZE);
        policy.setMaxHeight(Region.USE_PREF_SIZE);
        scroll.setContent(box);
    }

    private void detach() {
        if (scroll.getContent() instanceof Pane old) {
            old.getChildren().clear();
        }
    }

    /// @param isFiltered whether a filter keeps some out
    void setCards(List<CardView> views, boolean isFiltered) {
        if (views.isEmpty()) {
            cards.getChildren().setAll(isFiltered ? noMatch : empty);
        } else if (!cards.getChildren().equals(views)) {
            cards.getChildren().setAll(views);
        }
    }

    /// The list takes room only where there are objects.
    void setObjectsShown(boolean isShown) {
        boolean isThere = split.getItems().contains(lower);
        if (isShown && !isThere) {
            split.getItems().add(lower);
            split.setDividerPositions(0.68);
        } else if (!isShown && isThere) {
            split.getItems().remove(lower);
        }
    }
}
