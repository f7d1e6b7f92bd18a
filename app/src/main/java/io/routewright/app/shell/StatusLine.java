package io.routewright.app.shell;

import io.routewright.app.feed.Health;
import io.routewright.app.session.Connection;
import io.routewright.app.store.Snapshot;
import io.routewright.app.text.Strings;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;

/// The line at the bottom: how much there is, how fast it changes, whether it is in step with the kernel.
final class StatusLine extends HBox {
    private static final Strings TEXT = new Strings(StatusLine.class);
    private static final Duration TOLD = Duration.seconds(8);

    private final Label counts = new Label();
    private final Label events = new Label();
    private final Label step = new Label();
    private final Label told = new Label();
    private final PauseTransition untell = new PauseTransition(TOLD);
    private final Timeline tick =
            new Timeline(new KeyFrame(Duration.seconds(1), e -> showHealth()));
    private final Supplier<Health> health;
    private final Clock clock;
    private Connection connection = new Connection.Connecting();

    StatusLine(Supplier<Health> health, Clock clock) {
        this.health = health;
        this.clock = clock;
        getStyleClass().add("status-line");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        told.setId("told");
        untell.setOnFinished(e -> told.setText(""));
        getChildren().addAll(counts, events, step, space, told);
        tick.setCycleCount(Animation.INDEFINITE);
        sceneProperty().flatMap(javafx.scene.Scene::windowProperty).subscribe(w -> run(w != null));
    }

    private void run(boolean isShown) {
        if (isShown) {
            tick.play();
        } else {
            tick.stop();
        }
    }

    void show(Snapshot snapshot) {
        counts.setText(
                snapshot.generation() == 0
                        ? ""
                        : TEXT.get(
                                "status.counts",
                                snapshot.routes().size(),
                                snapshot.rules().size(),
                                snapshot.links().vrfs().size(),
                                snapshot.links().all().size()));
        showHealth();
    }

    void show(Connection state) {
        connection = state;
        showHealth();
    }

    private void showHealth() {
        Health now = health.get();
        boolean isLive = connection instanceof Connection.Live;
        events.setText(isLive ? TEXT.get("status.events", Math.round(now.eventsPerSecond())) : "");
        step.setText(isLive ? inStep(now) : TEXT.get("status.notlive"));
        step.getStyleClass().remove("warning");
        if (!isLive) {
            step.getStyleClass().add("warning");
        }
    }

    private String inStep(Health now) {
        if (now.lastFullCheck().equals(Instant.EPOCH)) {
            return TEXT.get("status.reading");
        }
        long seconds =
                Math.max(
                        0,
                        java.time.Duration.between(now.lastFullCheck(), clock.instant())
                                .toSeconds());
        return seconds < 120
                ? TEXT.get("status.instep.seconds", seconds)
                : TEXT.get("status.instep.minutes", seconds / 60);
    }

    /// A short message that goes away by itself.
    void tell(String sentence, boolean isWarning) {
        told.setText(sentence);
        told.getStyleClass().remove("warning");
        if (isWarning) {
            told.getStyleClass().add("warning");
        }
        untell.playFromStart();
    }
}
