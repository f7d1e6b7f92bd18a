package io.routewright.app.shell;

import io.routewright.app.control.EmptyState;
import io.routewright.app.control.Notice;
import io.routewright.app.control.OldNew;
import io.routewright.app.describe.Describe;
import io.routewright.app.describe.Field;
import io.routewright.app.describe.Fields;
import io.routewright.app.ipcommand.IpText;
import io.routewright.app.staging.Difference;
import io.routewright.app.staging.Differences;
import io.routewright.app.staging.StagedView;
import io.routewright.app.store.Snapshot;
import io.routewright.app.text.Strings;
import io.routewright.app.theme.Icons;
import io.routewright.netlink.Link;
import io.routewright.netlink.NexthopObject;
import io.routewright.netlink.RtnetlinkObject;
import io.routewright.netlink.Rule;
import io.routewright.protocol.Operation;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Optional;

/// Everything about the selected object: each attribute, the raw ones too, its `ip` command, what is staged for it, what it
/// uses and what uses it.
final class Inspector extends BorderPane {
    static final double WIDTH = 320;

    private static final Strings TEXT = new Strings(Inspector.class);
    private static final double LABEL_WIDTH = 104;

    private final Workspace workspace;
    private final VBox body = new VBox();
    private final Label kind = new Label();
    private final ToggleButton raw = new ToggleButton(TEXT.get("inspector.raw"));
    private final VBox usesBox = new VBox(6);
    private final Aside aside;
    private Optional<RtnetlinkObject> shown = Optional.empty();

    Inspector(Workspace workspace) {
        this.workspace = workspace;
        aside = new Aside(workspace.feed());
        getStyleClass().add("side");
        setId("inspector");
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        kind.getStyleClass().add("strong");
        raw.getStyleClass().addAll("icon-button", "small");
        raw.setTooltip(new Tooltip(TEXT.get("inspector.raw.hover")));
        raw.selectedProperty().subscribe(s -> build());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(kind, space, raw);
        head.getStyleClass().add("side-head");
        body.getStyleClass().add("side-body");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setTop(head);
        setCenter(scroll);
        workspace.selection().objectProperty().subscribe(this::show);
        workspace.feed().subscribe(this::follow);
        workspace.staging().subscribe(this::build);
        workspace.outcomes().subscribe(this::build);
    }

    private void show(Optional<RtnetlinkObject> object) {
        shown = object;
        build();
    }

    /// Links and nexthops keep their identity when they change: show them as they are now.
    private void follow(Snapshot snapshot) {
        Optional<RtnetlinkObject> now =
                shown.flatMap(o ->
                        switch (o) {
                            case Link l -> snapshot.links().byIndex(l.ifindex());
                            case NexthopObject n -> snapshot.nexthop(n.id());
                            default -> Optional.of(o);
                        });
        if (now.isPresent() && !now.equals(shown)) {
            shown = now;
            build();
        }
    }

    private void build() {
        raw.setVisible(shown.isPresent());
        body.getChildren().clear();
        aside.forget();
        if (shown.isEmpty()) {
            kind.setText(TEXT.get("inspector"));
            body.getChildren()
                    .add(
                            new EmptyState(
                                    "mouse-pointer",
                                    TEXT.get("inspector.empty"),
                                    TEXT.get("inspector.empty.sentence")));
            return;
        }
        RtnetlinkObject object = shown.get();
        Snapshot truth = workspace.feed().latest();
        kind.setText(TEXT.get("kind." + Describe.kind(object)));
        Label sentence = new Label(Describe.object(object, truth));
        sentence.getStyleClass().add("mono");
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        body.getChildren().add(sentence);
        addState(object, truth);
        addFields(object, truth);
        addCommand(object, truth);
        body.getChildren().add(usesBox);
        lookForUses(object, truth);
    }

    private void addState(RtnetlinkObject object, Snapshot truth) {
        workspace
                .outcomes()
                .of(object)
                .ifPresent(f ->
                        body.getChildren().add(new Notice("alert-triangle", f.text(), "danger")));
        new StagedView(truth, workspace.staging().operations())
                .operationOn(object)
                .ifPresent(op -> body.getChildren().add(staged(op, truth)));
    }

    private Node staged(Operation operation, Snapshot truth) {
        Label title = title("inspector.staged");
        Button drop = new Button(TEXT.get("inspector.unstage"));
        drop.getStyleClass().addAll("quiet", "small");
        drop.setOnAction(e -> workspace.staging().drop(operation));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(title, space, drop);
        head.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        VBox box = new VBox(2, head);
        if (operation instanceof Operation.Change) {
            for (Difference d : Differences.of(operation, truth)) {
                box.getChildren().add(row(d.label(), OldNew.node(d.before(), d.after())));
            }
        } else {
            Label words = new Label(Describe.operation(operation, truth));
            words.setWrapText(true);
            words.getStyleClass().add(operation instanceof Operation.Create ? "added" : "removed");
            box.getChildren().add(words);
        }
        return box;
    }

    private static Label title(String key) {
        Label label = new Label(TEXT.get(key));
        label.getStyleClass().add("section-title");
        label.setPadding(new javafx.geometry.Insets(12, 0, 4, 0));
        return label;
    }

    private void addFields(RtnetlinkObject object, Snapshot truth) {
        VBox rows = new VBox(4);
        for (Field field : Fields.of(object, truth)) {
            rows.getChildren().add(field(field));
        }
        body.getChildren().addAll(title("inspector.fields"), rows);
    }

    private Node field(Field field) {
        Label value = new Label(field.value());
        value.getStyleClass().add("mono");
        value.setWrapText(true);
        value.setMinHeight(Region.USE_PREF_SIZE);
        VBox cell = new VBox(value);
        if (raw.isSelected() && !field.raw().equals(field.value())) {
            Label bytes = new Label(field.raw());
            bytes.getStyleClass().addAll("mono", "muted", "small");
            bytes.setWrapText(true);
            bytes.setMinHeight(Region.USE_PREF_SIZE);
            cell.getChildren().add(bytes);
        }
        return row(field.label(), cell);
    }

    private static Node row(String label, Node value) {
        Label name = new Label(label);
        name.getStyleClass().add("muted");
        name.setWrapText(true);
        name.setMinWidth(LABEL_WIDTH);
        name.setMaxWidth(LABEL_WIDTH);
        GridPane row = new GridPane(8, 0);
        row.add(name, 0, 0);
        row.add(value, 1, 0);
        GridPane.setHgrow(value, Priority.ALWAYS);
        GridPane.setValignment(name, javafx.geometry.VPos.TOP);
        return row;
    }

    private void addCommand(RtnetlinkObject object, Snapshot truth) {
        String command = String.join("\n", new IpText(truth).making(object));
        if (command.isEmpty()) {
            return;
        }
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(title("inspector.command"), space, Copy.button(() -> command));
        head.setAlignment(javafx.geometry.Pos.BOTTOM_LEFT);
        Label text = new Label(command);
        text.setId("inspector-command");
        text.setWrapText(true);
        text.getStyleClass().add("code");
        text.setPadding(new javafx.geometry.Insets(8));
        text.setMaxWidth(Double.MAX_VALUE);
        text.setMinHeight(Region.USE_PREF_SIZE);
        body.getChildren().addAll(head, text);
    }

    private void lookForUses(RtnetlinkObject object, Snapshot truth) {
        usesBox.getChildren().clear();
        aside.compute(() -> Uses.of(object, truth), uses -> showUses(object, uses));
    }

    private void showUses(RtnetlinkObject object, Uses uses) {
        usesBox.getChildren().clear();
        Optional<Long> table = tableOf(object);
        if (!uses.uses().isEmpty() || table.isPresent()) {
            usesBox.getChildren().add(title("inspector.uses"));
        }
        addLinks(uses.uses());
        table.ifPresent(this::addTable);
        if (!uses.usedBy().isEmpty()) {
            usesBox.getChildren().add(title("inspector.usedby"));
        }
        addLinks(uses.usedBy());
    }

    /// The table whose routes the object leads to.
    private static Optional<Long> tableOf(RtnetlinkObject object) {
        return switch (object) {
            case Rule r -> r.tableId() == 0 ? Optional.empty() : Optional.of(r.tableId());
            case Link l -> l.isVrf() ? Optional.of(l.vrfTable()) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private void addTable(long tableId) {
        String label = workspace.feed().latest().tableNames().label(tableId);
        Hyperlink link =
                new Hyperlink(TEXT.get("inspector.table", label), Icons.of("folder", "muted"));
        link.setOnAction(e -> workspace.navigator().showRoutes("table:" + label));
        usesBox.getChildren().add(link);
    }

    private void addLinks(List<? extends RtnetlinkObject> objects) {
        Snapshot truth = workspace.feed().latest();
        for (RtnetlinkObject o : objects.subList(0, Math.min(Uses.LIMIT, objects.size()))) {
            Hyperlink link = new Hyperlink(Describe.object(o, truth), icon(o));
            link.getStyleClass().add("mono");
            link.setWrapText(true);
            link.setOnAction(e -> workspace.navigator().reveal(o));
            usesBox.getChildren().add(link);
        }
        if (objects.size() > Uses.LIMIT) {
            Label more = new Label(TEXT.get("inspector.more"));
            more.getStyleClass().add("muted");
            usesBox.getChildren().add(more);
        }
    }

    private static Node icon(RtnetlinkObject object) {
        return Icons.of(
                switch (Describe.kind(object)) {
                    case "route" -> "git-branch";
                    case "rule" -> "list";
                    case "nexthop" -> "share-2";
                    case "vrf" -> "layers";
                    case "link" -> "link";
                    default -> "hash";
                },
                "muted");
    }
}
