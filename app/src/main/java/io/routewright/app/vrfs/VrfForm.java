package io.routewright.app.vrfs;

import io.routewright.app.control.CheckedField;
import io.routewright.app.control.FormDialog;
import io.routewright.app.staging.VrfRule;
import io.routewright.app.store.Snapshot;
import io.routewright.app.text.KernelWords;

import javafx.scene.control.CheckBox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Creates a VRF.
final class VrfForm {
    private static final long LARGEST_TABLE = 0xffff_ffffL;

    private final FormDialog form =
            new FormDialog(VrfsText.get("create.title"), VrfsText.get("create.stage"));
    private final Snapshot state;
    private final CheckedField name = new CheckedField(t -> Optional.empty());
    private final CheckedField table = new CheckedField(t -> Optional.empty());
    private final CheckBox up = box("create.up", true);
    private final CheckBox unreachable = box("create.unreachable", true);
    private final CheckBox naming = box("create.naming", false);

    VrfForm(Snapshot state) {
        this.state = state;
        name.setId("vrf-name");
        table.setId("vrf-table");
        name.getStyleClass().add("mono");
        table.getStyleClass().add("mono");
        table.setText(Long.toString(VrfDraft.freeTable(state)));
        name.setCheck(this::checkName);
        table.setCheck(this::checkTable);
        form.row(VrfsText.get("create.name"), name, VrfsText.get("create.name.help"))
                .row(VrfsText.get("create.table"), table, VrfsText.get("create.table.help"))
                .wide(up)
                .wide(unreachable)
                .wide(naming);
        name.textProperty().subscribe((o, n) -> table.judge());
        table.textProperty().subscribe((o, n) -> tell());
        tell();
    }

    private static CheckBox box(String key, boolean isOn) {
        CheckBox box = new CheckBox(VrfsText.get(key));
        box.setSelected(isOn);
        box.setId(key.replace('.', '-'));
        return box;
    }

    private VrfDraft draft(String named, long number) {
        return new VrfDraft(
                named, number, up.isSelected(), unreachable.isSelected(), naming.isSelected());
    }

    private Optional<Long> number() {
        return KernelWords.unsigned(table.getText().strip(), 10, LARGEST_TABLE).filter(n -> n > 0);
    }

    private Optional<String> checkName(String text) {
        return text.isEmpty()
                ? Optional.of(VrfsText.get("create.name.help"))
                : draft(text, number().orElse(1L)).problem("name", state);
    }

    private Optional<String> checkTable(String text) {
        Optional<Long> number = KernelWords.unsigned(text, 10, LARGEST_TABLE).filter(n -> n > 0);
        return number.isEmpty()
                ? Optional.of(VrfsText.get("create.table.wrong"))
                : draft(name.getText().strip(), number.get()).problem("vrfTable", state);
    }

    /// What comes with it.
    private void tell() {
        List<String> notes = new ArrayList<>();
        long routes = number().map(n -> VrfDraft.routesIn(n, state)).orElse(0L);
        if (routes > 0) {
            notes.add(
                    VrfsText.get(
                            "create.table.routes", table.getText().strip(), Long.toString(routes)));
        }
        if (state.rules().stream().noneMatch(VrfRule::isVrfRule)) {
            notes.add(VrfsText.get("create.rule"));
        }
        form.setNote(String.join("\n", notes), false);
    }

    VrfForm onDone(Consumer<VrfDraft> handler) {
        form.setOnAccept(() -> {
            handler.accept(draft(name.getText().strip(), number().orElseThrow()));
            return Optional.empty();
        });
        return this;
    }

    FormDialog dialog() {
        return form;
    }
}
