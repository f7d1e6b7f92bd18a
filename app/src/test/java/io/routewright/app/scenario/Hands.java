package io.routewright.app.scenario;

import io.routewright.app.lab.Until;

import javafx.application.Platform;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.testfx.api.FxRobot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// An admin's eyes and hands: finds what is on screen, points, clicks, drags and types. Every look waits until the
/// thing is there. Called from the test's thread.
final class Hands {
    /// A still hand's first movement; less is not a drag for the toolkit.
    private static final int DRAG_START = 12;

    private final FxRobot robot = new FxRobot();

    /// Runs `look` on the FX thread.
    <T> T onScreen(Callable<T> look) {
        return onScreen(look, Until.LONG);
    }

    /// Runs `look` on the FX thread, which may take so long.
    <T> T onScreen(Callable<T> look, Duration limit) {
        FutureTask<T> task = new FutureTask<>(look);
        Platform.runLater(task);
        try {
            return task.get(limit.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("the window's thread did not answer", e);
        }
    }

    /// The first visible node that is as wanted, windows in front first.
    Node find(String what, Predicate<Node> wanted) {
        return Until.value(what + " is on screen", () -> look(wanted), Optional<Node>::isPresent)
                .orElseThrow();
    }

    /// Whether such a node is visible now.
    boolean sees(Predicate<Node> wanted) {
        return look(wanted).isPresent();
    }

    /// All visible nodes that are as wanted, now.
    List<Node> all(Predicate<Node> wanted) {
        return onScreen(() -> visible().stream().filter(wanted).toList());
    }

    private Optional<Node> look(Predicate<Node> wanted) {
        return onScreen(() -> visible().stream().filter(wanted).findFirst());
    }

    private static List<Node> visible() {
        List<Node> nodes = new ArrayList<>();
        for (Window window : Window.getWindows().reversed()) {
            if (window.isShowing() && window.getScene() != null) {
                collect(window.getScene().getRoot(), nodes);
            }
        }
        return nodes;
    }

    private static void collect(Node node, List<Node> nodes) {
        if (node.isVisible()) {
            nodes.add(node);
            if (node instanceof Parent parent) {
                parent.getChildrenUnmodifiable().forEach(child -> collect(child, nodes));
            }
        }
    }

    /// A node with that id.
    static Predicate<Node> id(String id) {
        return node -> id.equals(node.getId());
    }

    /// A node that screen readers call so.
    static Predicate<Node> named(String name) {
        return node -> name.equals(node.getAccessibleText());
    }

    /// A node that shows exactly that text.
    static Predicate<Node> text(String text) {
        return node -> text.equals(shown(node));
    }

    /// A node whose text has that in it.
    static Predicate<Node> saying(String part) {
        return node -> shown(node).contains(part);
    }

    /// A node of that style class that has the text somewhere inside.
    static Predicate<Node> styled(String styleClass, String part) {
        return node -> node.getStyleClass().contains(styleClass) && words(node).contains(part);
    }

    private static String words(Node node) {
        List<Node> parts = new ArrayList<>();
        collect(node, parts);
        return parts.stream()
                .filter(n -> n instanceof Labeled || n instanceof TextInputControl)
                .map(Hands::shown)
                .collect(Collectors.joining("\n"));
    }

    /// A visible node as wanted inside `whole`.
    Node inside(Node whole, Predicate<Node> wanted) {
        return Until.value(
                        "something inside " + whole,
                        () -> onScreen(() -> part(whole, wanted)),
                        Optional<Node>::isPresent)
                .orElseThrow();
    }

    /// Whether `whole` shows such a node now.
    boolean has(Node whole, Predicate<Node> wanted) {
        return onScreen(() -> part(whole, wanted)).isPresent();
    }

    private static Optional<Node> part(Node whole, Predicate<Node> wanted) {
        List<Node> parts = new ArrayList<>();
        collect(whole, parts);
        return parts.stream().filter(wanted).findFirst();
    }

    /// A node of that style class.
    static Predicate<Node> styled(String styleClass) {
        return node -> node.getStyleClass().contains(styleClass);
    }

    private static String shown(Node node) {
        return switch (node) {
            case Labeled labeled -> labeled.getText() == null ? "" : labeled.getText();
            case javafx.scene.text.Text text -> text.getText();
            case TextInputControl input -> input.getText();
            default -> "";
        };
    }

    /// Clicks in the middle of that node, once it is enabled.
    void click(String what, Predicate<Node> wanted) {
        Node node = find(what, wanted);
        Until.holds(what + " is enabled", () -> onScreen(() -> !node.isDisabled()));
        onScreen(() -> scrollTo(node));
        robot.clickOn(middle(what, wanted));
        settle();
    }

    /// Scrolls the pane around the node until the node can be seen, as a wheel would.
    private static boolean scrollTo(Node node) {
        Node at = node;
        while (at != null && !(at instanceof ScrollPane)) {
            at = at.getParent();
        }
        if (at instanceof ScrollPane pane) {
            Node content = pane.getContent();
            Bounds box = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
            double hidden =
                    content.getLayoutBounds().getHeight() - pane.getViewportBounds().getHeight();
            double height = pane.getViewportBounds().getHeight();
            double top = Math.max(0, hidden) * pane.getVvalue();
            if (hidden > 0 && (box.getMinY() < top || box.getMaxY() > top + height)) {
                double wanted = box.getCenterY() - height / 2;
                pane.setVvalue(Math.clamp(wanted / hidden, 0, 1));
            }
        }
        return true;
    }

    /// Double-clicks in the middle of that node.
    void doubleClick(String what, Predicate<Node> wanted) {
        robot.doubleClickOn(middle(what, wanted));
        settle();
    }

    /// Opens that node's context menu by mouse.
    void rightClick(String what, Predicate<Node> wanted) {
        robot.rightClickOn(middle(what, wanted));
        settle();
    }

    /// The middle of a node on the screen, once its layout is at rest.
    Point2D middle(String what, Predicate<Node> wanted) {
        Bounds box = place(what, wanted);
        return new Point2D(box.getCenterX(), box.getCenterY());
    }

    /// Where such a node is on the screen, once its layout is at rest: two looks find it at the same place. Looked for anew
    /// each time, since a board may be drawn anew.
    Bounds place(String what, Predicate<Node> wanted) {
        Bounds[] last = {new BoundingBox(0, 0, -1, -1)};
        return Until.value(
                        what + " is at rest on the screen",
                        () -> {
                            Bounds before = last[0];
                            last[0] = measure(find(what, wanted)).orElse(before);
                            return Optional.of(last[0]).filter(before::equals);
                        },
                        Optional<Bounds>::isPresent)
                .orElseThrow();
    }

    /// Empty when the node has left its window meanwhile.
    private Optional<Bounds> measure(Node node) {
        return onScreen(() -> {
            if (node.getScene() == null) {
                return Optional.empty();
            }
            node.getScene().getRoot().applyCss();
            node.getScene().getRoot().layout();
            return Optional.ofNullable(node.localToScreen(node.getLayoutBounds()));
        });
    }

    /// Presses at `from`, moves to `to` in small steps, and lets go there.
    void drag(Point2D from, Point2D to) {
        dragHolding(from, to);
        robot.drop();
        settle();
    }

    /// Presses at `from` and moves to `to`, the button still down.
    void dragHolding(Point2D from, Point2D to) {
        robot.moveTo(from).press(MouseButton.PRIMARY);
        robot.moveTo(from.add(to.subtract(from).normalize().multiply(DRAG_START)));
        robot.moveTo(to);
        robot.moveTo(to.add(1, 1));
        settle();
    }

    /// Lets the mouse button go.
    void drop() {
        robot.drop();
        settle();
    }

    /// Types into the field with the focus.
    void type(String words) {
        robot.targetWindow(onScreen(Hands::inFront));
        robot.write(words, 0);
        settle();
    }

    /// The window that has the keyboard: TestFX types into the one it last aimed at otherwise. The Headless platform
    /// does not take the focus from a window when it gives it to another one, so the newest counts.
    private static Window inFront() {
        return Window.getWindows().reversed().stream()
                .filter(w -> w instanceof Stage && w.isFocused())
                .findFirst()
                .orElseGet(Window.getWindows()::getFirst);
    }

    /// Clicks into that field and puts `words` in place of what is there.
    void fill(String what, Predicate<Node> wanted, String words) {
        click(what, wanted);
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.push(KeyCode.DELETE);
        type(words);
        if (sees(n -> n.getStyleClass().contains("popup-list"))) {
            keys(KeyCode.ESCAPE); // offers of the completion would take the next click
        }
    }

    /// Presses keys together and lets them go.
    void keys(KeyCode... together) {
        robot.push(together);
        settle();
    }

    /// All the text a node shows, its parts from top to bottom.
    String textIn(Node node) {
        return onScreen(() -> words(node));
    }

    /// Lets go of every key and button that is still held, after a failure in the middle of a gesture.
    void letGo() {
        robot.release(new KeyCode[0]);
        robot.release(new MouseButton[0]);
    }

    /// Waits until the window's thread has done what was asked of it so far, layout included.
    void settle() {
        onScreen(() -> true);
        onScreen(() -> true);
    }
}
