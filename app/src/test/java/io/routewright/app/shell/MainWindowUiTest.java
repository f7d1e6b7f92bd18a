package io.routewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.routewright.app.feed.FrameFeed;
import io.routewright.app.feed.Health;
import io.routewright.app.session.Connection;
import io.routewright.app.staging.Staging;
import io.routewright.app.ui.Fixture;
import io.routewright.app.ui.ScriptedSession;
import io.routewright.app.ui.UiTest;
import io.routewright.netlink.Family;
import io.routewright.netlink.Rule;
import io.routewright.protocol.Message;
import io.routewright.protocol.Operation;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;

import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class MainWindowUiTest extends UiTest {
    private static final Operation RULE =
            new Operation.Create(
                    Rule.lookup(Family.INET, 10100, 100)
                            .withFrom(Fixture.prefix("192.168.1.50/32")));

    private final ScriptedSession session = new ScriptedSession();
    private final Staging staging = new Staging();
    private final List<String> log = new ArrayList<>();
    private FrameFeed feed = new FrameFeed();

    private final class Place implements Screen {
        private final String id;
        private final StackPane view;

        Place(String id) {
            this.id = id;
            view = new StackPane(new Label("place " + id));
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public Node view() {
            return view;
        }

        @Override
        public void shown() {
            log.add("shown " + id);
        }

        @Override
        public void filter(String text) {
            log.add(id + " filter " + text);
        }
    }

    private MainWindow window() {
        Clock clock = Clock.fixed(Instant.parse("2026-01-01T10:00:00Z"), ZoneOffset.UTC);
        MainWindow made =
                new MainWindow(
                        new MainWindow.Parts(
                                feed,
                                staging,
                                session,
                                () -> Health.NONE,
                                clock,
                                () -> log.add("sandbox")),
                        w -> List.of(new Place("routes"), new Place("rules")));
        return made;
    }

    private MainWindow live(boolean canWrite) {
        MainWindow window = open(this::window);
        onFx(() -> new ShellActs(window).install(stage.getScene()));
        feed.publish(Fixture.snapshot(1, canWrite));
        feed.publish(new Connection.Live());
        settle();
        return window;
    }

    private static void until(String what, java.util.concurrent.Callable<Boolean> holds)
            throws TimeoutException {
        try {
            WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> onFx(holds));
        } catch (TimeoutException e) {
            throw new AssertionError("never so: " + what, e);
        }
    }

    private boolean sees(String text) {
        return Window.getWindows().stream()
                .flatMap(w -> w.getScene().getRoot().lookupAll("*").stream())
                .anyMatch(n -> n.isVisible() && text(n).contains(text));
    }

    private static String text(Node node) {
        return switch (node) {
            case Labeled l -> String.valueOf(l.getText());
            case TextInputControl t -> String.valueOf(t.getText());
            default -> "";
        };
    }

    @Test
    void beforeTheFirstSnapshotTheWindowSaysWhatIsMissing() {
        open(this::window);
        feed.publish(new Connection.Lost("There is no socket at that path.", 1));
        settle();
        assertTrue(onFx(() -> sees("There is no socket at that path.")));
        robot.clickOn("#open-sandbox");
        assertEquals(List.of("sandbox"), log);
    }

    @Test
    void numbersGoToTheScreens() {
        live(true);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        assertTrue(onFx(() -> sees("place rules")));
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        assertTrue(onFx(() -> sees("place routes")));
    }

    @Test
    void thePaletteOpensATable() {
        live(true);
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("table isp2").push(KeyCode.ENTER);
        assertTrue(log.contains("routes filter table:isp2"), log.toString());
        assertFalse(onFx(() -> find("#palette").isVisible()));
    }

    @Test
    void stagedChangesAreListedUndoneAndRedone() {
        live(true);
        onFx(() -> staging.stage(RULE));
        assertTrue(onFx(() -> find("#staged").isVisible()));
        assertTrue(onFx(() -> sees("1 staged change")));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(0, staging.operations().size());
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        assertEquals(1, staging.operations().size());
    }

    @Test
    void applyingSendsTheSetWithItsCommentAndForgetsIt() throws TimeoutException {
        live(true);
        onFx(() -> staging.stage(RULE));
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        until("the review is open", () -> robot.lookup("#apply").tryQuery().isPresent());
        robot.clickOn("#comment").write("second uplink");
        robot.clickOn("#apply");
        until("it is applied", () -> session.applied.size() == 1 && staging.isEmpty());
        assertEquals("second uplink", session.applied.getFirst().comment());
        assertEquals(List.of(RULE), session.applied.getFirst().operations());
        assertTrue(onFx(() -> sees("1 change applied.")));
    }

    @Test
    void aRefusalIsToldWithTheKernelsWordsAndKeepsTheChanges() throws TimeoutException {
        MainWindow window = live(true);
        session.answer =
                new Message.RolledBack(
                        0, 22, "Invalid prefix for given prefix length", 0, 0, List.of());
        onFx(() -> staging.stage(RULE));
        onFx(() -> window.applying().review());
        until("the review is open", () -> robot.lookup("#apply").tryQuery().isPresent());
        robot.clickOn("#apply");
        until("the failure is told", () -> sees("Everything was put back."));
        assertTrue(onFx(() -> sees("Invalid prefix for given prefix length")));
        assertEquals(List.of(RULE), staging.operations());
        Rule rule = (Rule) ((Operation.Create) RULE).after();
        assertTrue(onFx(() -> window.workspace().outcomes().of(rule).isPresent()));
    }

    @Test
    void aReadOnlyConnectionKeepsTheButtonOffAndSaysWhy() throws TimeoutException {
        MainWindow window = live(false);
        onFx(() -> staging.stage(RULE));
        onFx(() -> window.applying().review());
        until("the review is open", () -> robot.lookup("#apply").tryQuery().isPresent());
        assertTrue(onFx(() -> find("#apply").isDisabled()));
        assertTrue(onFx(() -> sees("This connection is read-only.")));
    }

    @Test
    void aLostConnectionSaysWhatIsShownMeanwhile() {
        live(true);
        feed.publish(new Connection.Lost("The helper went away.", 0));
        settle();
        assertTrue(onFx(() -> find("#connection-banner").isVisible()));
        assertTrue(onFx(() -> sees("last known state, as of")));
        feed.publish(new Connection.Live());
        settle();
        assertFalse(onFx(() -> find("#connection-banner").isVisible()));
    }

    @Test
    void pastedCommandsAreStaged() throws TimeoutException {
        MainWindow window = live(true);
        onFx(() -> window.pasting().open());
        onFx(() -> {
            TextInputControl text = find("#paste-text");
            text.setText("rule add priority 10200 from 192.168.1.7 lookup isp2");
        });
        until("it is understood", () -> !find("#paste-stage").isDisabled());
        robot.clickOn("#paste-stage");
        assertEquals(1, staging.operations().size());
    }

    @Test
    void aPastedLineThatIsNotUnderstoodIsNamed() throws TimeoutException {
        MainWindow window = live(true);
        onFx(() -> window.pasting().open());
        onFx(() -> {
            TextInputControl text = find("#paste-text");
            text.setText("route add 10.0.0.0/8 via 10.10.1.1\nroute add 10.0.0.0/33 dev wan0");
        });
        until("it is judged", () -> sees("line 2") || sees("Line 2"));
        assertTrue(onFx(() -> find("#paste-stage").isDisabled()));
    }

    @Test
    void theInspectorShowsTheCommandOfTheSelection() {
        MainWindow window = live(true);
        onFx(() -> stage.setWidth(1000));
        onFx(window::toggleInspector);
        onFx(() -> window.workspace().selection().select(Fixture.snapshot(1, true).rules().get(1)));
        Label command = find("#inspector-command");
        assertTrue(command.getText().contains("from 192.168.1.100"), command.getText());
        picture("shell");
    }
}
