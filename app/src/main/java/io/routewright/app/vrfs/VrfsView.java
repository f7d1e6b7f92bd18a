package io.routewright.app.vrfs;

import io.routewright.app.control.FilterBox;
import io.routewright.app.control.Notice;
import io.routewright.app.theme.Icons;

import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.DragEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;

/// The nodes of the screen: a bar, notices, the board and the plan beside it.
final class VrfsView extends BorderPane {
    private static final double GAP = 8;
    private static final double CARD = 380;
    private static final double EDGE = 24;

    final FilterBox filter = new FilterBox(VrfsText.get("filter"));
    final Button create = new Button(VrfsText.get("create"), Icons.of("plus"));
    final CheckBox tcp = new CheckBox(VrfsText.get("services.tcp"));
    final CheckBox udp = new CheckBox(VrfsText.get("services.udp"));
    private final HBox services = new HBox(12);
    private final Notice noDriver = new Notice("info", VrfsText.get("kernel.novrf"));
    private final Label noMatch = new Label(VrfsText.get("nomatch"));
    private final HBox board = new HBox(GAP);
    private final ScrollPane scroll = new ScrollPane(board);
    private List<? extends Node> cards = List.of();
    private int columns;

    VrfsView() {
        create.setId("create-vrf");
        tcp.setId("service-tcp");
        udp.setId("service-udp");
        Label words = new Label(VrfsText.get("services"));
        words.getStyleClass().addAll("muted", "small");
        Tooltip why = new Tooltip(VrfsText.get("services.why"));
        words.setTooltip(why);
        tcp.setTooltip(why);
        udp.setTooltip(why);
        services.getChildren().setAll(words, tcp, udp);
        services.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        services.setPadding(new Insets(8, 12, 0, 12));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox.setHgrow(filter, Priority.SOMETIMES);
        HBox bar = new HBox(filter, space, create);
        bar.getStyleClass().add("screen-bar");
        VBox.setMargin(noDriver, new Insets(8, 12, 0, 12));
        noMatch.getStyleClass().add("muted");
        setTop(new VBox(bar, noDriver, services));
        board.setPadding(new Insets(12));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setCenter(scroll);
        scroll.viewportBoundsProperty().subscribe(b -> arrange());
        scroll.addEventFilter(DragEvent.DRAG_OVER, this::scrollAtEdge);
        setDriver(true);
        setServices(false);
    }

    /// A chip held at the upper or lower edge scrolls the board.
    private void scrollAtEdge(DragEvent event) {
        double y = scroll.sceneToLocal(event.getSceneX(), event.getSceneY()).getY();
        double step = EDGE / Math.max(EDGE, board.getHeight() - scroll.getHeight());
        if (y < EDGE) {
            scroll.setVvalue(Math.max(0, scroll.getVvalue() - step));
        } else if (y > scroll.getHeight() - EDGE) {
            scroll.setVvalue(Math.min(1, scroll.getVvalue() + step));
        }
    }

    /// Scrolls until the card is in view.
    void reveal(Node card) {
        applyCss();
        layout();
        double free = board.getHeight() - scroll.getViewportBounds().getHeight();
        Bounds box = board.sceneToLocal(card.localToScene(card.getBoundsInLocal()));
        double top = free * scroll.getVvalue();
        boolean isInView =
                box.getMinY() >= top
                        && box.getMaxY() <= top + scroll.getViewportBounds().getHeight();
        if (free > 0 && !isInView) {
            scroll.setVvalue(Math.clamp((box.getMinY() - GAP) / free, 0, 1));
        }
    }

    static void shown(Node node, boolean isShown) {
        node.setVisible(isShown);
        node.setManaged(isShown);
    }

    /// Whether this kernel has VRFs.
    void setDriver(boolean isThere) {
        shown(noDriver, !isThere);
        create.setDisable(!isThere);
    }

    void setServices(boolean isShown) {
        shown(services, isShown);
    }

    void setPlan(PlanView plan, boolean isShown) {
        setRight(isShown ? plan : null);
    }

    void setCards(List<? extends Node> next) {
        if (!next.equals(cards)) {
            cards = next;
            columns = 0;
            arrange();
        }
    }

    /// Cards in order, one after the other over as many columns as there is room for.
    private void arrange() {
        double free = scroll.getViewportBounds().getWidth() - 24;
        int wanted = Math.clamp((long) ((free + GAP) / (CARD + GAP)), 1, 6);
        if (wanted == columns) {
            return;
        }
        columns = wanted;
        board.getChildren().clear();
        for (int c = 0; c < wanted; c++) {
            VBox column = new VBox(GAP);
            HBox.setHgrow(column, Priority.ALWAYS);
            column.setPrefWidth(1);
            column.setMinWidth(0);
            for (int i = c; i < cards.size(); i += wanted) {
                column.getChildren().add(cards.get(i));
            }
            board.getChildren().add(column);
        }
        if (cards.isEmpty()) {
            board.getChildren().setAll(noMatch);
        }
    }
}
