package io.routewright.app.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.routewright.app.ui.UiTest;

import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class WeightBarUiTest extends UiTest {
    private final List<String> log = new ArrayList<>();
    private WeightBar bar = new WeightBar();

    private void show(int first, int second) {
        open(() -> {
            bar = new WeightBar();
            bar.setOnCommit(w -> log.add("commit " + w));
            bar.setOnLive(w -> log.add("live " + w));
            bar.setSegments(
                    List.of(
                            new WeightBar.Segment("wan0", "via 10.0.0.1", first, false),
                            new WeightBar.Segment("wan1", "via 10.0.1.1", second, true)));
            VBox box = new VBox(bar);
            box.setPadding(new Insets(40));
            return box;
        });
    }

    private Node divider() {
        return find(".weight-divider");
    }

    @Test
    void draggingTheDividerToAThirdMakesOneToTwo() {
        show(1, 1);
        Bounds at = onFx(() -> bar.localToScreen(bar.getLayoutBounds()));
        robot.moveTo(divider()).press(MouseButton.PRIMARY);
        robot.moveTo(at.getMinX() + at.getWidth() / 2 - 20, at.getCenterY());
        robot.moveTo(at.getMinX() + at.getWidth() / 3, at.getCenterY());
        robot.release(MouseButton.PRIMARY);
        assertEquals("commit [1, 2]", log.getLast());
        assertTrue(log.size() > 1, "live calls came before");
        picture("weight-bar");
    }

    @Test
    void escapeDuringADragPutsTheWeightsBack() {
        show(1, 1);
        robot.moveTo(divider()).press(MouseButton.PRIMARY).moveBy(-150, 0);
        robot.push(KeyCode.ESCAPE);
        robot.release(MouseButton.PRIMARY);
        assertEquals(List.of(1, 1), bar.weights());
        assertTrue(log.stream().noneMatch(l -> l.startsWith("commit")), log.toString());
    }

    @Test
    void anArrowKeyOnTheDividerCommitsAStep() {
        show(1, 1);
        onFx(() -> divider().requestFocus());
        robot.push(KeyCode.RIGHT);
        assertTrue(log.getLast().startsWith("commit"), log.toString());
        assertTrue(bar.weights().get(0) > bar.weights().get(1), bar.weights().toString());
    }

    @Test
    void aWeightIsTypedIntoASegment() {
        show(1, 1);
        robot.doubleClickOn("wan0");
        robot.write("3").push(KeyCode.ENTER);
        assertEquals("commit [3, 1]", log.getLast());
    }

    @Test
    void aWeightOutOfRangeIsNotTaken() {
        show(1, 1);
        robot.doubleClickOn("wan0");
        robot.write("257").push(KeyCode.ENTER);
        assertEquals(List.of(1, 1), bar.weights());
    }

    @Test
    void dividersAreSlidersThatTellTheirWeights() {
        show(2, 1);
        assertEquals(AccessibleRole.SLIDER, divider().getAccessibleRole());
        assertEquals("wan0 2 to wan1 1", divider().getAccessibleText());
    }

    @Test
    void newWeightsFromTheKernelDoNotDisturbADrag() {
        show(1, 1);
        robot.moveTo(divider()).press(MouseButton.PRIMARY).moveBy(-150, 0);
        List<Integer> held = bar.weights();
        onFx(() ->
                bar.setSegments(
                        List.of(
                                new WeightBar.Segment("wan0", "via 10.0.0.1", 9, false),
                                new WeightBar.Segment("wan1", "via 10.0.1.1", 1, true))));
        assertEquals(held, bar.weights());
        robot.release(MouseButton.PRIMARY);
    }
}
