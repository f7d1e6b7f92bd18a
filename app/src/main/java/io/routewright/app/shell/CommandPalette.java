package io.routewright.app.shell;

import io.routewright.app.text.Strings;
import io.routewright.app.theme.Icons;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/// One field over the window that goes anywhere and does anything: type, Enter. Escape closes.
final class CommandPalette extends StackPane {
    private static final Strings TEXT = new Strings(CommandPalette.class);
    private static final double ROW = 30;
    private static final int ROWS = 11;

    private final TextField field = new TextField();
    private final ListView<PaletteEntry> list = new ListView<>();
    private final Function<String, List<PaletteEntry>> entries;
    private Runnable onClosed = () -> {};

    /// @param entries everything there is, given what was typed so far
    CommandPalette(Function<String, List<PaletteEntry>> entries) {
        this.entries = entries;
        setId("palette");
        field.setId("palette-field");
        field.setPromptText(TEXT.get("palette.prompt"));
        field.setAccessibleText(TEXT.get("palette.prompt"));
        field.textProperty().subscribe(t -> search(t));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setFixedCellSize(ROW);
        list.setPrefHeight(ROW * ROWS + 4);
        list.setFocusTraversable(false);
        list.setCellFactory(v -> new EntryCell());
        list.setOnMouseClicked(e -> run());
        Label none = new Label(TEXT.get("palette.none"));
        none.getStyleClass().add("muted");
        list.setPlaceholder(none);
        VBox box = new VBox(field, list);
        box.getStyleClass().add("palette");
        box.setMaxSize(560, USE_PREF_SIZE);
        StackPane.setAlignment(box, Pos.TOP_CENTER);
        StackPane.setMargin(box, new javafx.geometry.Insets(48, 0, 0, 0));
        Region veil = new Region();
        veil.getStyleClass().add("veil");
        veil.setOnMousePressed(e -> close());
        getChildren().addAll(veil, box);
        setVisible(false);
    }

    void setOnClosed(Runnable handler) {
        onClosed = handler;
    }

    void open() {
        field.clear();
        search("");
        setVisible(true);
        field.requestFocus();
    }

    void close() {
        if (isVisible()) {
            setVisible(false);
            onClosed.run();
        }
    }

    private void search(String typed) {
        List<PaletteEntry> found =
                entries.apply(typed).stream()
                        .filter(e -> e.score(typed) >= 0)
                        .sorted(Comparator.comparingInt(e -> -e.score(typed)))
                        .limit(60)
                        .toList();
        list.getItems().setAll(found);
        list.getSelectionModel().selectFirst();
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> move(1, event);
            case UP -> move(-1, event);
            case PAGE_DOWN -> move(ROWS, event);
            case PAGE_UP -> move(-ROWS, event);
            case ENTER -> {
                run();
                event.consume();
            }
            case ESCAPE -> {
                close();
                event.consume();
            }
            default -> {
                /* typed into the field */
            }
        }
    }

    private void move(int by, KeyEvent event) {
        int most = list.getItems().size() - 1;
        int next =
                Math.clamp(list.getSelectionModel().getSelectedIndex() + by, 0, Math.max(0, most));
        list.getSelectionModel().clearAndSelect(next);
        list.scrollTo(Math.max(0, next - ROWS / 2));
        event.consume();
    }

    private void run() {
        PaletteEntry chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            close();
            chosen.act().run();
        }
    }

    private static final class EntryCell extends ListCell<PaletteEntry> {
        @Override
        protected void updateItem(PaletteEntry item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            setGraphic(empty || item == null ? null : line(item));
        }

        private static HBox line(PaletteEntry entry) {
            Label words = new Label(entry.words(), Icons.of(entry.icon(), "muted"));
            words.setGraphicTextGap(10);
            Label detail = new Label(entry.detail());
            detail.getStyleClass().addAll("muted", "small");
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            HBox line = new HBox(8, words, space, detail);
            line.setAlignment(Pos.CENTER_LEFT);
            return line;
        }
    }
}
