package io.routewright.app.control;

import io.routewright.app.text.Strings;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The skeleton of every full editor: a title, rows of label and control in sections, an "Advanced" fold, a sentence on
/// what will really happen, an error line, and a button with the act's name. Enter accepts (Ctrl+Enter inside a text area),
/// Escape closes. The button stays off while a `CheckedField` of the form has a problem; the reason stands below the field.
///
/// The form is a node of its own (`root`), so that tests and pictures can show it without a window.
public final class FormDialog {
    private static final Strings TEXT = new Strings(FormDialog.class);
    private static final double WIDTH = 560;
    private static final double HEIGHT = 760;

    /// Room for the title bar and a task bar on a small screen.
    private static final double BARS = 80;

    /// The form's height is that of its rows, but it never hides its buttons below the end of the screen: the rows scroll.
    private static final class Frame extends BorderPane {
        @Override
        protected double computePrefHeight(double width) {
            double room = Screen.getPrimary().getVisualBounds().getHeight() - BARS;
            return Math.min(super.computePrefHeight(width), Math.min(HEIGHT, room));
        }
    }

    private final BorderPane root = new Frame();
    private final VBox body = new VBox();
    private final VBox advanced = new VBox(4);
    private final ToggleButton fold = new ToggleButton(TEXT.get("form.advanced"));
    private final Notice note = new Notice("info", "");
    private final Notice error = new Notice("alert-triangle", "", "danger");
    private final Button accept;
    private final Button cancel = new Button(TEXT.get("form.cancel"));
    private final List<CheckedField> fields = new ArrayList<>();
    private final BooleanProperty isBlocked = new SimpleBooleanProperty();
    private final String title;
    private Supplier<Optional<String>> onAccept = Optional::empty;
    private Runnable onClosed = () -> {};
    private Optional<Node> first = Optional.empty();
    private VBox current = body;

    /// @param title such as "Add route"
    /// @param act the button, such as "Stage route"
    public FormDialog(String title, String act) {
        this.title = title;
        accept = new Button(act);
        accept.setDefaultButton(true);
        accept.setOnAction(e -> accept());
        cancel.setCancelButton(true);
        cancel.setOnAction(e -> close());
        Label head = new Label(title);
        head.getStyleClass().add("heading");
        HBox header = new HBox(head);
        header.getStyleClass().add("form-header");
        HBox footer = new HBox(cancel, accept);
        footer.getStyleClass().add("form-footer");
        body.getStyleClass().add("form-body");
        fold.getStyleClass().add("fold");
        fold.setVisible(false);
        fold.setManaged(false);
        show(advanced, false);
        fold.selectedProperty().subscribe(this::unfold);
        show(note, false);
        show(error, false);
        VBox all = new VBox(8, body, fold, advanced, note, error);
        all.getStyleClass().add("form-body");
        body.getStyleClass().remove("form-body");
        body.setSpacing(4);
        ScrollPane scroll = new ScrollPane(all);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        root.getStyleClass().add("form");
        root.setTop(header);
        root.setCenter(scroll);
        root.setBottom(footer);
        root.setPrefWidth(WIDTH);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private void unfold(boolean isOpen) {
        fold.setText((isOpen ? "\u25BC  " : "\u25B6  ") + TEXT.get("form.advanced"));
        show(advanced, isOpen);
        Scene scene = root.getScene();
        if (scene != null && scene.getWindow() instanceof Stage s && s.isShowing()) {
            s.sizeToScene();
        }
    }

    private static void show(Node node, boolean isShown) {
        node.setVisible(isShown);
        node.setManaged(isShown);
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && event.isShortcutDown() && !accept.isDisabled()) {
            accept();
            event.consume();
        }
    }

    /// The form's nodes.
    public Parent root() {
        return root;
    }

    public String title() {
        return title;
    }

    /// Starts a section; the next rows go into it.
    public FormDialog section(String name) {
        Label label = new Label(name);
        label.getStyleClass().add("section-title");
        label.setPadding(new javafx.geometry.Insets(8, 0, 2, 0));
        current.getChildren().add(label);
        return this;
    }

    /// The next rows go below the fold.
    public FormDialog advanced() {
        current = advanced;
        show(fold, true);
        unfold(fold.isSelected());
        return this;
    }

    /// Opens or closes the fold.
    public FormDialog setUnfolded(boolean isOpen) {
        fold.setSelected(isOpen);
        return this;
    }

    /// A row: label, control, and below it the help, or the reason while the field has a problem.
    public FormDialog row(String label, Node control, String help) {
        Label name = new Label(label);
        name.getStyleClass().add("form-label");
        name.setMinWidth(Region.USE_PREF_SIZE);
        name.setLabelFor(control);
        Label below = new Label(help);
        below.getStyleClass().add("form-help");
        below.setWrapText(true);
        below.setMinHeight(Region.USE_PREF_SIZE);
        show(below, !help.isEmpty());
        VBox right = new VBox(control, below);
        right.setFillWidth(control instanceof CheckedField);
        HBox.setHgrow(right, Priority.ALWAYS);
        HBox row = new HBox(name, right);
        row.setAlignment(Pos.TOP_LEFT);
        current.getChildren().add(row);
        first = first.or(() -> Optional.of(control));
        if (control.getAccessibleText() == null) {
            control.setAccessibleText(label);
        }
        if (control instanceof CheckedField f) {
            watch(f, below, help);
        }
        return this;
    }

    /// A row without help.
    public FormDialog row(String label, Node control) {
        return row(label, control, "");
    }

    /// A node over the whole width.
    public FormDialog wide(Node node) {
        current.getChildren().add(node);
        return this;
    }

    private void watch(CheckedField field, Label below, String help) {
        fields.add(field);
        field.problemProperty()
                .subscribe(p -> {
                    below.setText(p.orElse(help));
                    below.getStyleClass().remove("danger");
                    p.ifPresent(x -> below.getStyleClass().add("danger"));
                    show(below, !below.getText().isEmpty());
                    judge();
                });
        field.visibleProperty().subscribe(v -> judge());
        field.disabledProperty().subscribe(v -> judge());
    }

    private void judge() {
        boolean bad =
                fields.stream()
                        .anyMatch(f -> !f.isDisabled() && f.problem().isPresent() && f.isVisible());
        accept.setDisable(bad || isBlocked.get());
    }

    /// Says what will really happen; the empty string for nothing.
    public void setNote(String sentence, boolean isWarning) {
        note.setText(sentence);
        note.getStyleClass().remove("warning");
        if (isWarning) {
            note.getStyleClass().add("warning");
        }
        show(note, !sentence.isEmpty());
    }

    /// Says why it cannot be accepted; the empty string for nothing.
    public void setError(String sentence) {
        error.setText(sentence);
        show(error, !sentence.isEmpty());
    }

    /// Keeps the button off for a reason of the screen's own, told with `setError` or `setNote`.
    public void setBlocked(boolean blocked) {
        isBlocked.set(blocked);
        judge();
    }

    /// Called by the button; an answer keeps the form open and is shown as the error.
    public void setOnAccept(Supplier<Optional<String>> handler) {
        onAccept = handler;
    }

    public void setOnClosed(Runnable handler) {
        onClosed = handler;
    }

    private void accept() {
        Optional<String> refusal = onAccept.get();
        setError(refusal.orElse(""));
        if (refusal.isEmpty()) {
            close();
        }
    }

    /// Opens the form over `owner`, with the focus in its first field.
    public void show(Window owner) {
        Stage stage = new Stage();
        stage.initOwner(owner);
        stage.initModality(Modality.WINDOW_MODAL);
        stage.setTitle(title);
        stage.setScene(new Scene(root));
        stage.setOnHidden(e -> onClosed.run());
        stage.setMaxHeight(HEIGHT);
        stage.show();
        first.ifPresent(Node::requestFocus);
    }

    public void close() {
        Scene scene = root.getScene();
        if (scene != null && scene.getWindow() instanceof Stage s) {
            s.close();
        }
    }

    /// The button with the act's name.
    public Button acceptButton() {
        return accept;
    }

    /// The width of controls in the right column, for combo boxes and the like.
    public static void widen(Region control) {
        control.setMaxWidth(Double.MAX_VALUE);
        control.prefWidthProperty().bind(Bindings.createDoubleBinding(() -> 376.0));
    }
}
