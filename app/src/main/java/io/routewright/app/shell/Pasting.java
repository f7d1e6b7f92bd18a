package io.routewright.app.shell;

import io.routewright.app.text.Strings;
import io.routewright.protocol.Operation;

import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.stage.Modality;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The dialog that stages pasted `ip` commands.
final class Pasting {
    private static final Strings TEXT = new Strings(Pasting.class);

    private final Workspace workspace;
    private @Nullable Stage stage;

    Pasting(Workspace workspace) {
        this.workspace = workspace;
    }

    /// Opens it with what is on the clipboard, where that is text; does nothing while it is open.
    void open() {
        if (stage != null) {
            return;
        }
        String found = Clipboard.getSystemClipboard().getString();
        Stage opened = new Stage();
        stage = opened;
        opened.initOwner(workspace.navigator().window());
        opened.initModality(Modality.WINDOW_MODAL);
        opened.setTitle(TEXT.get("paste.title"));
        opened.setScene(new Scene(view(found == null ? "" : found)));
        opened.setOnHidden(e -> stage = null);
        opened.show();
    }

    /// The dialog as a node; also for pictures.
    PasteForm view(String pasted) {
        return new PasteForm(
                pasted,
                workspace.feed().latest(),
                new Aside(workspace.feed()),
                this::stage,
                this::close);
    }

    private void stage(List<Operation> operations) {
        workspace.staging().stage(operations);
        close();
    }

    private void close() {
        if (stage != null) {
            stage.close();
        }
    }
}
