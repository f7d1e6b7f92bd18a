package io.routewright.app.shell;

import io.routewright.app.store.Snapshot;
import io.routewright.app.text.Strings;
import io.routewright.protocol.Message;
import io.routewright.protocol.Operation;

import javafx.scene.Scene;
import javafx.stage.Modality;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;

/// Review, apply, and telling how it ended: in a toast when it went well, on the rows and in the dialog when not. FX thread only.
final class Applying {
    private static final Strings TEXT = new Strings(Applying.class);

    private final Workspace workspace;
    private final Consumer<String> toast;
    private final Aside aside;
    private @Nullable Stage stage;

    Applying(Workspace workspace, Consumer<String> toast) {
        this.workspace = workspace;
        this.toast = toast;
        aside = new Aside(workspace.feed());
    }

    /// Opens the review of everything staged; does nothing while one is open or nothing is staged.
    void review() {
        List<Operation> operations = workspace.staging().operations();
        Snapshot truth = workspace.feed().latest();
        if (stage == null && !operations.isEmpty()) {
            aside.compute(() -> StagedFacts.of(operations, truth), this::open);
        }
    }

    private void open(StagedFacts facts) {
        if (stage != null) {
            return;
        }
        Stage opened = new Stage();
        stage = opened;
        opened.initOwner(workspace.navigator().window());
        opened.initModality(Modality.WINDOW_MODAL);
        opened.setTitle(TEXT.get("review.window"));
        opened.setScene(new Scene(view(facts)));
        opened.setOnHidden(e -> stage = null);
        opened.show();
    }

    /// The review as a node; also for pictures.
    Review view(StagedFacts facts) {
        Review[] made = new Review[1];
        made[0] =
                new Review(
                        facts,
                        Obstacle.of(workspace),
                        comment -> apply(made[0], facts, comment),
                        this::close);
        return made[0];
    }

    private void close() {
        if (stage != null) {
            stage.close();
        }
    }

    private void apply(Review review, StagedFacts facts, String comment) {
        review.setBusy(true);
        var unused =
                workspace
                        .session()
                        .apply(workspace.staging().toChangeSet(comment))
                        .thenAcceptAsync(
                                outcome -> ended(review, outcome, facts), workspace.feed());
    }

    private void ended(Review review, Message.Outcome outcome, StagedFacts facts) {
        OutcomeWords words = OutcomeWords.of(outcome, facts.operations(), facts.truth());
        if (words.isDone()) {
            workspace.staging().clear();
            workspace.outcomes().clear();
            close();
            toast.accept(words.title());
        } else {
            workspace.outcomes().replace(words.failures());
            review.showFailure(words);
            workspace.navigator().tell(words.title(), true);
        }
    }
}
