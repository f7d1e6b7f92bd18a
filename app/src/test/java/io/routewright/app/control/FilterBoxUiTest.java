package io.routewright.app.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.routewright.app.ui.UiTest;

import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class FilterBoxUiTest extends UiTest {
    private final List<String> log = new ArrayList<>();

    private FilterBox box() {
        FilterBox[] made = new FilterBox[1];
        open(() -> {
            made[0] = new FilterBox("Filter");
            made[0].setOnFilter(log::add);
            made[0].setOnLeave(() -> log.add("left"));
            return new VBox(made[0]);
        });
        return made[0];
    }

    @Test
    void everyLetterFilters() {
        FilterBox box = box();
        onFx(() -> box.type("a"));
        robot.write("b");
        assertEquals(List.of("a", "ab"), log);
    }

    @Test
    void escapeClearsAndThenLeaves() {
        FilterBox box = box();
        onFx(() -> box.type("a"));
        robot.push(KeyCode.ESCAPE);
        robot.push(KeyCode.ESCAPE);
        assertEquals(List.of("a", "", "left"), log);
    }
}
