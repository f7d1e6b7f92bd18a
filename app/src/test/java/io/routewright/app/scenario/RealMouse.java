package io.routewright.app.scenario;

import io.routewright.app.lab.Command;

import javafx.geometry.Point2D;

import java.util.ArrayList;
import java.util.List;

/// The pointer of a real X server, moved by xdotool: the window gets what a mouse on a desk would give it, through
/// the X server and the window manager.
final class RealMouse {
    /// A toolkit compares times and places of events to tell a drag from a click, and a drop is decided by the answer
    /// to the last movement: with shorter pauses drags are not seen as such, longer ones only cost time.
    private static final String PAUSE = "0.05";

    private static final int STEPS = 12;

    private RealMouse() {}

    /// Presses the first button at `from`, moves to `to`, and lets go; places on the screen in pixels.
    static void drag(Point2D from, Point2D to) {
        List<String> words = new ArrayList<>(List.of("xdotool"));
        move(words, from);
        words.addAll(List.of("sleep", "0.2", "mousedown", "1", "sleep", "0.1"));
        for (int i = 0; i <= STEPS; i++) {
            move(words, from.interpolate(to, (double) i / STEPS));
        }
        move(words, to.add(1, 0));
        move(words, to);
        words.addAll(List.of("sleep", "0.2", "mouseup", "1"));
        Command.run(words).succeeded();
    }

    private static void move(List<String> words, Point2D to) {
        String x = Long.toString(Math.round(to.getX()));
        String y = Long.toString(Math.round(to.getY()));
        words.addAll(List.of("mousemove", x, y, "sleep", PAUSE));
    }
}
