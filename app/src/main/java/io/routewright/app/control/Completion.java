package io.routewright.app.control;

import javafx.geometry.Point2D;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.stage.Popup;

import java.util.List;
import java.util.Locale;

/// Offers words below a text field while it is typed into. Nothing is highlighted at first, so Enter still means what was
/// typed; Down picks, Enter or Tab takes, Escape closes.
public final class Completion {
    private static final int SHOWN = 9;
    private static final double CELL = 26;

    /// One offer.
    ///
    /// @param label what is shown
    /// @param detail shown muted behind it; may be empty
    /// @param text the field's whole text when it is taken
    public record Offer(String label, String detail, String text) {}

    /// Says what to offer for a text and a caret position.
    public interface Completer {
        List<Offer> offers(String text, int caret);
    }

    private final TextField field;
    private final Popup popup = new Popup();
    private final ListView<Offer> list = new ListView<>();
    private Completer completer = (t, c) -> List.of();
    private boolean isTaking;

    public Completion(TextField field) {
        this.field = field;
        list.getStyleClass().add("popup-list");
        list.setFixedCellSize(CELL);
        list.setCellFactory(v -> new OfferCell());
        list.setFocusTraversable(false);
        list.setOnMouseClicked(e -> take());
        popup.getContent().add(list);
        popup.setAutoHide(true);
        field.textProperty().subscribe((o, n) -> typed());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        field.focusedProperty().subscribe(f -> hideUnless(f));
    }

    private void hideUnless(boolean isFocused) {
        if (!isFocused) {
            popup.hide();
        }
    }

    /// Offers those of the words that contain the whole text.
    public void setWords(List<String> words) {
        setCompleter((text, caret) -> matching(words, text));
    }

    private static List<Offer> matching(List<String> words, String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return words.stream()
                .filter(w -> w.toLowerCase(Locale.ROOT).contains(wanted) && !w.equals(text))
                .map(w -> new Offer(w, "", w))
                .toList();
    }

    public void setCompleter(Completer newCompleter) {
        completer = newCompleter;
    }

    public boolean isShowing() {
        return popup.isShowing();
    }

    public void hide() {
        popup.hide();
    }

    private void typed() {
        if (isTaking || !field.isFocused() || !field.isVisible()) {
            return;
        }
        offer(completer.offers(field.getText(), field.getCaretPosition()));
    }

    private void offer(List<Offer> offers) {
        list.getItems().setAll(offers);
        list.getSelectionModel().clearSelection();
        if (offers.isEmpty() || field.getScene() == null) {
            popup.hide();
            return;
        }
        list.setPrefHeight(Math.min(SHOWN, offers.size()) * CELL + 10);
        list.setPrefWidth(Math.max(220, field.getWidth()));
        Point2D at = field.localToScreen(0, field.getHeight() + 4);
        if (at != null && !popup.isShowing()) {
            popup.show(field, at.getX(), at.getY());
        }
    }

    /// Takes the highlighted offer; says whether there was one.
    public boolean take() {
        Offer chosen = popup.isShowing() ? list.getSelectionModel().getSelectedItem() : null;
        if (chosen == null) {
            return false;
        }
        isTaking = true;
        field.setText(chosen.text());
        field.end();
        isTaking = false;
        popup.hide();
        return true;
    }

    private void key(KeyEvent event) {
        if (!popup.isShowing()) {
            return;
        }
        switch (event.getCode()) {
            case DOWN -> move(1, event);
            case UP -> move(-1, event);
            case ENTER, TAB -> takeWith(event);
            case ESCAPE -> {
                popup.hide();
                event.consume();
            }
            default -> {
                /* typed into the field */
            }
        }
    }

    private void takeWith(KeyEvent event) {
        if (take()) {
            event.consume();
        } else {
            popup.hide();
        }
    }

    private void move(int by, KeyEvent event) {
        int next = list.getSelectionModel().getSelectedIndex() + by;
        list.getSelectionModel().clearAndSelect(Math.clamp(next, 0, list.getItems().size() - 1));
        list.scrollTo(list.getSelectionModel().getSelectedIndex());
        event.consume();
    }

    private static final class OfferCell extends ListCell<Offer> {
        @Override
        protected void updateItem(Offer item, boolean empty) {
            super.updateItem(item, empty);
            boolean isShown = !empty && item != null;
            setText(isShown ? item.label() : null);
            setGraphic(null);
            if (isShown && !item.detail().isEmpty()) {
                setText(item.label() + "   " + item.detail());
            }
            getStyleClass().remove("mono");
            getStyleClass().add("mono");
        }
    }
}
