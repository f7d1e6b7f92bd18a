package io.routewright.app.shell;

import io.routewright.app.control.Notice;
import io.routewright.app.control.OldNew;
import io.routewright.app.describe.Describe;
import io.routewright.app.staging.Conflict;
import io.routewright.app.staging.Difference;
import io.routewright.app.staging.Differences;
import io.routewright.app.staging.Finding;
import io.routewright.app.text.Strings;
import io.routewright.protocol.Operation;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.util.Optional;
import java.util.function.Consumer;

/// What is about to be done: the objects before and after, the commands, what there is to say against it, a comment, and the
/// button. A failure is told here too.
final class Review extends BorderPane {
    private static final Strings TEXT = new Strings(Review.class);
    private static final double WIDTH = 760;
    private static final double HEIGHT = 560;

    private final StagedFacts facts;
    private final VBox notices = new VBox(8);
    private final TextField comment = new TextField();
    private final Button apply;
    private final Button cancel = new Button(TEXT.get("review.cancel"));
    private final ProgressIndicator busy = new ProgressIndicator();

    /// @param obstacle why nothing can be applied now
    /// @param onApply called with the comment
    /// @param onClose leaves the review
    Review(
            StagedFacts facts,
            Optional<String> obstacle,
            Consumer<String> onApply,
            Runnable onClose) {
        this.facts = facts;
        int count = facts.operations().size();
        setId("review-dialog");
        getStyleClass().add("form");
        setPrefSize(WIDTH, HEIGHT);
        apply = new Button(TEXT.get("review.apply", count));
        apply.setId("apply");
        apply.setDefaultButton(true);
        apply.setOnAction(e -> onApply.accept(comment.getText().strip()));
        cancel.setCancelButton(true);
        cancel.setOnAction(e -> onClose.run());
        comment.setPromptText(TEXT.get("review.comment"));
        comment.setAccessibleText(TEXT.get("review.comment"));
        comment.setId("comment");
        HBox.setHgrow(comment, Priority.ALWAYS);
        busy.setPrefSize(20, 20);
        busy.setVisible(false);
        HBox footer = new HBox(comment, busy, cancel, apply);
        footer.getStyleClass().add("form-footer");
        Label head = new Label(TEXT.get("review.title", count));
        head.getStyleClass().add("heading");
        VBox top = new VBox(8, head, notices);
        top.getStyleClass().add("form-header");
        setTop(top);
        setCenter(tabs());
        setBottom(footer);
        judge(obstacle);
    }

    private TabPane tabs() {
        Tab objects = new Tab(TEXT.get("review.objects"), objects());
        Tab commands = new Tab(TEXT.get("review.commands"), commands());
        TabPane tabs = new TabPane(objects, commands);
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        return tabs;
    }

    private Node objects() {
        VBox all = new VBox(12);
        all.setPadding(new javafx.geometry.Insets(12, 20, 12, 20));
        for (Operation operation : facts.operations()) {
            VBox box = new VBox(4, headline(operation), differences(operation));
            facts.conflicts().stream()
                    .filter(c -> c.operation().equals(operation))
                    .forEach(c -> box.getChildren().add(conflict(c)));
            facts.findingsOn(operation).forEach(f -> box.getChildren().add(finding(f)));
            all.getChildren().add(box);
        }
        ScrollPane scroll = new ScrollPane(all);
        scroll.setFitToWidth(true);
        return scroll;
    }

    private Node headline(Operation operation) {
        Label words = new Label(Describe.operation(operation, facts.truth()));
        words.getStyleClass().add("strong");
        words.setWrapText(true);
        HBox line = new HBox(8, Acts.sign(operation), words);
        line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return line;
    }

    /// For a change what differs; for others every field, since all of it is new or goes.
    private Node differences(Operation operation) {
        GridPane grid = new GridPane(12, 2);
        grid.setPadding(new javafx.geometry.Insets(0, 0, 0, 22));
        int row = 0;
        for (Difference d : Differences.of(operation, facts.truth())) {
            Label name = new Label(d.label());
            name.getStyleClass().add("muted");
            name.setMinWidth(160);
            name.setMaxWidth(160);
            grid.add(name, 0, row);
            grid.add(value(operation, d), 1, row++);
        }
        return grid;
    }

    private static Node value(Operation operation, Difference d) {
        if (operation instanceof Operation.Create || operation instanceof Operation.Delete) {
            boolean isNew = operation instanceof Operation.Create;
            Label label = new Label(isNew ? d.after() : d.before());
            label.getStyleClass().addAll("mono", isNew ? "added" : "removed");
            label.setWrapText(true);
            return label;
        }
        Node both = OldNew.node(d.before(), d.after());
        both.getStyleClass().add("mono");
        return both;
    }

    private static Node finding(Finding finding) {
        String text =
                finding.fix().isEmpty()
                        ? finding.sentence()
                        : finding.sentence() + " " + finding.fix();
        return switch (finding.severity()) {
            case ERROR -> new Notice("x-circle", text, "danger");
            case WARNING -> new Notice("alert-triangle", text, "warning");
            case NOTE -> new Notice("info", text);
        };
    }

    private static Node conflict(Conflict conflict) {
        return new Notice(
                "alert-triangle", TEXT.get("conflict." + conflict.kind().name()), "warning");
    }

    private Node commands() {
        TextArea text = new TextArea(String.join("\n", facts.commands()));
        text.setEditable(false);
        text.getStyleClass().add("code");
        text.setAccessibleText(TEXT.get("review.commands"));
        Button copy = Copy.button(text::getText);
        StackPane.setAlignment(copy, javafx.geometry.Pos.TOP_RIGHT);
        StackPane.setMargin(copy, new javafx.geometry.Insets(8));
        StackPane pane = new StackPane(text, copy);
        pane.setPadding(new javafx.geometry.Insets(12, 20, 12, 20));
        return pane;
    }

    /// Why the button cannot work now.
    private void judge(Optional<String> obstacle) {
        apply.setDisable(obstacle.isPresent());
        obstacle.ifPresent(o -> notices.getChildren().add(new Notice("lock", o, "warning")));
        if (facts.errors() > 0) {
            String sentence = TEXT.get("review.errors", facts.errors());
            notices.getChildren().add(new Notice("x-circle", sentence, "danger"));
        }
    }

    /// While the helper works: nothing can be pressed.
    void setBusy(boolean isBusy) {
        busy.setVisible(isBusy);
        apply.setDisable(isBusy);
        cancel.setDisable(isBusy);
        comment.setDisable(isBusy);
    }

    /// Tells why it failed; the changes stay staged.
    void showFailure(OutcomeWords words) {
        setBusy(false);
        notices.getChildren().setAll(failure(words));
        cancel.setText(TEXT.get("review.back"));
        apply.setText(TEXT.get("review.again"));
    }

    private static Node failure(OutcomeWords words) {
        VBox box = new VBox(4);
        box.getStyleClass().addAll("notice", "danger");
        box.setId("apply-failure");
        box.setAlignment(javafx.geometry.Pos.TOP_LEFT);
        box.getChildren().add(line(words.title(), "strong"));
        box.getChildren().add(line(words.sentence(), "mono"));
        if (!words.kernelWords().isEmpty()) {
            box.getChildren().add(line(TEXT.get("review.kernel", words.kernelWords()), "mono"));
        }
        box.getChildren().add(line(words.aftermath(), "muted"));
        return box;
    }

    private static Label line(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
