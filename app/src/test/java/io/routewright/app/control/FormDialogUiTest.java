package io.routewright.app.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.routewright.app.ui.UiTest;
import io.routewright.netlink.Family;

import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class FormDialogUiTest extends UiTest {
    private final List<String> log = new ArrayList<>();
    private Optional<PrefixField> prefix = Optional.empty();

    private FormDialog form(Optional<String> refusal) {
        open(StackPane::new);
        return onFx(() -> {
            PrefixField field = new PrefixField(PrefixField.Use.DESTINATION);
            AddressField gateway = new AddressField();
            gateway.setFamily(Optional.of(Family.INET));
            prefix = Optional.of(field);
            FormDialog form = new FormDialog("Add route", "Stage route");
            form.row("Destination", field).row("Gateway", gateway, "Of the uplink");
            form.advanced().row("Realm", new TextField());
            form.setOnAccept(() -> {
                log.add("accept " + field.getText());
                return refusal;
            });
            form.setOnClosed(() -> log.add("closed"));
            form.show(stage);
            return form;
        });
    }

    @Test
    void theButtonStaysOffWhileAFieldHasAProblem() {
        FormDialog form = form(Optional.empty());
        assertTrue(onFx(() -> form.acceptButton().isDisabled()));
        type("10.0.0.0/8");
        assertFalse(onFx(() -> form.acceptButton().isDisabled()));
    }

    @Test
    void theReasonStandsBelowTheField() {
        form(Optional.empty());
        type("10.0.0.1/8");
        assertTrue(
                robot.lookup(
                                "10.0.0.1/8 has bits set behind its length; the kernel refuses it."
                                        + " Did you mean 10.0.0.0/8?")
                        .tryQuery()
                        .isPresent());
    }

    @Test
    void enterAcceptsAndCloses() {
        form(Optional.empty());
        type("10.0.0.0/8").push(KeyCode.ENTER);
        assertEquals(List.of("accept 10.0.0.0/8", "closed"), log);
    }

    @Test
    void aRefusalKeepsTheFormOpenAndIsShown() {
        form(Optional.of("There is one already."));
        type("10.0.0.0/8").push(KeyCode.ENTER);
        assertEquals(List.of("accept 10.0.0.0/8"), log);
        assertTrue(robot.lookup("There is one already.").tryQuery().isPresent());
    }

    @Test
    void escapeClosesWithoutAccepting() {
        form(Optional.empty());
        type("10.0.0.0/8").push(KeyCode.ESCAPE);
        assertEquals(List.of("closed"), log);
    }

    @Test
    void advancedRowsStartFolded() {
        FormDialog form = form(Optional.empty());
        assertFalse(
                onFx(() -> robot.lookup("Realm").tryQuery().filter(n -> visible(n)).isPresent()));
        onFx(() -> form.setUnfolded(true));
        assertTrue(
                onFx(() -> robot.lookup("Realm").tryQuery().filter(n -> visible(n)).isPresent()));
    }

    private org.testfx.api.FxRobotInterface type(String text) {
        return robot.clickOn(prefix.orElseThrow()).write(text);
    }

    @Test
    void theFirstFieldHasTheFocus() {
        form(Optional.empty());
        assertTrue(onFx(() -> prefix.orElseThrow().isFocused()));
    }

    private static boolean visible(javafx.scene.Node node) {
        return node.isVisible() && (node.getParent() == null || visible(node.getParent()));
    }
}
