package io.routewright.app.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.routewright.app.ui.UiTest;

import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class LinkChipUiTest extends UiTest {
    private final List<String> log = new ArrayList<>();

    private void show() {
        open(() -> {
            LinkChip chip =
                    new LinkChip(
                            new LinkChip.Face(
                                    7, "eth1", LinkChip.State.NO_CARRIER, "10.0.0.2/24", false));
            chip.makeMovable();
            chip.setId("chip");
            StackPane target = new StackPane();
            target.setId("target");
            target.setPrefSize(300, 200);
            target.setOnDragOver(e ->
                    LinkChip.dragged(e.getDragboard())
                            .ifPresent(i -> e.acceptTransferModes(TransferMode.MOVE)));
            target.setOnDragDropped(e -> {
                log.add("dropped " + LinkChip.dragged(e.getDragboard()).orElse(0));
                e.setDropCompleted(true);
            });
            return new HBox(120, chip, target);
        });
    }

    @Test
    void aDropCarriesTheIfindex() {
        show();
        robot.moveTo("#chip").press(MouseButton.PRIMARY).moveBy(20, 4);
        robot.moveTo("#target").moveBy(3, 3).release(MouseButton.PRIMARY);
        assertEquals(List.of("dropped 7"), log);
    }

    @Test
    void escapeEndsTheDrag() {
        show();
        robot.moveTo("#chip").press(MouseButton.PRIMARY).moveBy(20, 4);
        robot.moveTo("#target");
        robot.push(KeyCode.ESCAPE);
        robot.release(MouseButton.PRIMARY);
        assertEquals(List.of(), log);
    }

    @Test
    void theStateIsAWordToo() {
        show();
        LinkChip chip = find("#chip");
        assertTrue(chip.getAccessibleText().contains("no carrier"), chip.getAccessibleText());
    }
}
