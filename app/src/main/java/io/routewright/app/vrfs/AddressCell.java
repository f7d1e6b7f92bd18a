package io.routewright.app.vrfs;

import io.routewright.app.control.PrefixField;
import io.routewright.app.theme.Icons;
import io.routewright.netlink.Prefix;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

import java.util.Optional;
import java.util.function.Consumer;

/// An address on a card: click it, or press Enter on it, and it is edited in place; Delete deletes it. Without an address
/// it is the place where one is typed.
final class AddressCell extends HBox {
    private final Optional<Port.AddressLine> line;
    private final Button text = new Button();
    private final PrefixField field = new PrefixField(PrefixField.Use.ADDRESS);
    private final Label reason = new Label();
    private Consumer<Prefix> onCommit = p -> {};
    private Runnable onDelete = () -> {};
    private Runnable onClosed = () -> {};

    AddressCell(Optional<Port.AddressLine> line) {
        super(4);
        this.line = line;
        setAlignment(Pos.CENTER_LEFT);
        text.getStyleClass().addAll("flat", "mono");
        text.setPadding(new Insets(2, 6, 2, 6));
        text.setMinWidth(USE_PREF_SIZE);
        text.setOnAction(e -> edit());
        text.addEventHandler(KeyEvent.KEY_PRESSED, this::textKey);
        field.setPrefWidth(180);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::fieldKey);
        field.focusedProperty().subscribe((was, is) -> leave(is));
        field.problemProperty().subscribe(p -> reason.setText(shownReason(p)));
        reason.getStyleClass().addAll("danger", "small");
        line.ifPresent(this::show);
        getChildren().add(text);
    }

    private void show(Port.AddressLine shown) {
        String own = shown.current().local().toString();
        text.setText(own);
        text.setAccessibleText(VrfsText.get("address.edit", own));
        field.setFamily(Optional.of(shown.current().family()));
        switch (shown.mark()) {
            case ADDED -> mark("plus", "added");
            case CHANGED -> mark("edit-2", "changed");
            case REMOVED -> {
                mark("minus", "removed");
                text.getStyleClass().add("removed-text");
            }
            case NONE -> {
                /* as the kernel has it */
            }
        }
        if (!shown.current().peer().equals(shown.current().local().address())) {
            text.setTooltip(new Tooltip("peer " + shown.current().peer()));
        }
    }

    private void mark(String icon, String style) {
        text.setGraphic(Icons.of(icon, style));
        text.getStyleClass().add(style);
    }

    private String shownReason(Optional<String> problem) {
        return field.getText() == null || field.getText().isBlank() ? "" : problem.orElse("");
    }

    void setOnCommit(Consumer<Prefix> handler) {
        onCommit = handler;
    }

    void setOnDelete(Runnable handler) {
        onDelete = handler;
    }

    /// Called when typing has ended, either way.
    void setOnClosed(Runnable handler) {
        onClosed = handler;
    }

    boolean isEditing() {
        return getChildren().contains(field);
    }

    /// Starts typing.
    void edit() {
        if (line.map(l -> l.mark() == Mark.REMOVED).orElse(false)) {
            return;
        }
        field.setText(line.map(l -> l.current().local().toString()).orElse(""));
        getChildren().setAll(field, reason);
        field.requestFocus();
        field.selectAll();
    }

    private void textKey(KeyEvent event) {
        if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
            onDelete.run();
            event.consume();
        }
    }

    private void fieldKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            take();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        }
    }

    private void leave(boolean isFocused) {
        if (!isFocused && isEditing()) {
            close();
        }
    }

    private void take() {
        Optional<Prefix> typed = field.value();
        if (typed.isPresent()) {
            close();
            onCommit.accept(typed.get());
        }
    }

    private void close() {
        if (isEditing()) {
            getChildren().setAll(text);
            onClosed.run();
        }
    }
}
