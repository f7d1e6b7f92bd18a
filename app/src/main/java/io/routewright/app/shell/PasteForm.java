package io.routewright.app.shell;

import io.routewright.app.control.Notice;
import io.routewright.app.ipcommand.IpParser;
import io.routewright.app.ipcommand.ParseError;
import io.routewright.app.ipcommand.Parsed;
import io.routewright.app.store.Snapshot;
import io.routewright.app.text.Strings;
import io.routewright.protocol.Operation;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Text, and what is understood of it below, line by line; staged when every line is.
final class PasteForm extends BorderPane {
    private static final Strings TEXT = new Strings(PasteForm.class);
    private static final int SHOWN = 50;

    private final TextArea text = new TextArea();
    private final VBox verdict = new VBox(6);
    private final Button stage = new Button();
    private final Snapshot truth;
    private final Aside aside;
    private List<Operation> understood = List.of();

    /// @param truth what names and objects are looked up in
    /// @param aside works out what the text means
    /// @param onStage called with the operations, in order
    PasteForm(
            String pasted,
            Snapshot truth,
            Aside aside,
            Consumer<List<Operation>> onStage,
            Runnable onClose) {
        this.truth = truth;
        this.aside = aside;
        setId("paste-dialog");
        getStyleClass().add("form");
        setPrefSize(760, 520);
        Label head = new Label(TEXT.get("paste.title"));
        head.getStyleClass().add("heading");
        Label help = new Label(TEXT.get("paste.help"));
        help.getStyleClass().add("muted");
        help.setWrapText(true);
        VBox top = new VBox(4, head, help);
        top.getStyleClass().add("form-header");
        setTop(top);
        text.getStyleClass().add("code");
        text.setId("paste-text");
        text.setAccessibleText(TEXT.get("paste.title"));
        text.setPromptText(TEXT.get("paste.prompt"));
        text.setPrefRowCount(9);
        text.setText(pasted);
        ScrollPane below = new ScrollPane(verdict);
        below.setFitToWidth(true);
        below.setPrefHeight(190);
        VBox body = new VBox(12, text, below);
        body.getStyleClass().add("form-body");
        setCenter(body);
        Button cancel = new Button(TEXT.get("review.cancel"));
        cancel.setCancelButton(true);
        cancel.setOnAction(e -> onClose.run());
        stage.setId("paste-stage");
        stage.getStyleClass().add("default-act");
        stage.setOnAction(e -> onStage.accept(understood));
        HBox footer = new HBox(cancel, stage);
        footer.getStyleClass().add("form-footer");
        setBottom(footer);
        text.textProperty().subscribe(this::judge);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && event.isShortcutDown() && !stage.isDisabled()) {
            stage.fire();
            event.consume();
        }
    }

    private void judge(String typed) {
        stage.setDisable(true);
        aside.compute(() -> IpParser.parse(typed, truth), this::show);
    }

    private void show(Parsed parsed) {
        understood = parsed.isUnderstood() ? parsed.operations() : List.of();
        stage.setText(TEXT.get("paste.stage", understood.size()));
        stage.setDisable(understood.isEmpty());
        List<Node> lines = new ArrayList<>();
        parsed.errors().stream().limit(SHOWN).forEach(e -> lines.add(error(e)));
        parsed.steps().stream()
                .limit(SHOWN)
                .forEach(s -> s.notes().forEach(n -> lines.add(note(s.line(), n))));
        if (lines.isEmpty() && !understood.isEmpty()) {
            lines.add(new Notice("check", TEXT.get("paste.understood"), "added"));
        }
        verdict.getChildren().setAll(lines);
    }

    private static Node error(ParseError error) {
        return sized(new Notice("x-circle", error.toString(), "danger"));
    }

    private static Node note(int line, String note) {
        return sized(new Notice("info", TEXT.get("paste.note", line, note)));
    }

    private static Node sized(Notice notice) {
        notice.setMinHeight(Region.USE_PREF_SIZE);
        return notice;
    }
}
