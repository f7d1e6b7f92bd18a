package io.routewright.app.control;

import io.routewright.app.text.Strings;
import io.routewright.app.theme.Icons;

import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import java.util.Optional;
import java.util.function.Consumer;

/// The filter of a screen: text with completion, a sign to clear it, and the reason when it cannot be understood.
/// Escape clears, and on an empty box goes back to the rows; Down goes to the rows.
public final class FilterBox extends HBox {
    private static final Strings TEXT = new Strings(FilterBox.class);
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    private final TextField field = new TextField();
    private final Completion completion = new Completion(field);
    private final Button clear = new Button();
    private final Tooltip reason = new Tooltip();
    private Runnable onLeave = () -> {};

    public FilterBox(String prompt) {
        getStyleClass().add("filter-box");
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        field.getStyleClass().add("mono");
        HBox.setHgrow(field, Priority.ALWAYS);
        clear.setGraphic(Icons.of("x"));
        clear.getStyleClass().add("icon-button");
        clear.setTooltip(new Tooltip(TEXT.get("filter.clear")));
        clear.setAccessibleText(TEXT.get("filter.clear"));
        clear.setFocusTraversable(false);
        clear.setOnAction(e -> field.clear());
        clear.visibleProperty().bind(field.textProperty().isNotEmpty());
        field.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        setPrefWidth(420);
        setMinWidth(120);
        setMinHeight(28);
        setPrefHeight(28);
        setMaxHeight(28);
        getChildren().addAll(Icons.of("search", "muted"), field, clear);
    }

    public StringProperty textProperty() {
        return field.textProperty();
    }

    public String getText() {
        return field.getText();
    }

    public void setText(String text) {
        field.setText(text);
    }

    /// Called with the text after each change.
    public void setOnFilter(Consumer<String> handler) {
        field.textProperty().subscribe((o, n) -> handler.accept(n));
    }

    /// Called when the keyboard goes on to the rows.
    public void setOnLeave(Runnable handler) {
        onLeave = handler;
    }

    public void setCompleter(Completion.Completer completer) {
        completion.setCompleter(completer);
    }

    /// Shows why the text cannot be understood; empty when it can.
    public void setProblem(Optional<String> problem) {
        pseudoClassStateChanged(INVALID, problem.isPresent());
        reason.setText(problem.orElse(""));
        field.setTooltip(problem.isPresent() ? reason : null);
        field.setAccessibleHelp(problem.orElse(""));
    }

    /// Takes the focus with all text selected.
    public void focusField() {
        field.requestFocus();
        field.selectAll();
    }

    /// Takes the focus and goes on with that letter: for `WindowedTable.setOnType`.
    public void type(String letter) {
        field.requestFocus();
        field.end();
        field.appendText(letter);
        field.end();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
            field.clear();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.DOWN) {
            onLeave.run();
            event.consume();
        }
    }
}
