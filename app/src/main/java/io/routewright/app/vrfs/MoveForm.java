package io.routewright.app.vrfs;

import io.routewright.app.control.CheckedField;
import io.routewright.app.control.FormDialog;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/// Asks for the VRF a link shall go to: type its name, or enough of it, and press Enter.
final class MoveForm {
    private final FormDialog form;
    private final Port port;
    private final List<VrfCard> cards;
    private final CheckedField name = new CheckedField(t -> Optional.empty());

    MoveForm(Port port, List<VrfCard> cards) {
        this.port = port;
        this.cards = cards;
        form = new FormDialog(VrfsText.get("move.title", port.name()), VrfsText.get("move.stage"));
        name.setId("move-vrf");
        name.getStyleClass().add("mono");
        name.setWords(cards.stream().map(MoveForm::word).toList());
        name.setCheck(this::check);
        form.row(VrfsText.get("move.vrf"), name, VrfsText.get("move.help"));
        name.textProperty().subscribe(t -> tell());
    }

    private static String word(VrfCard card) {
        return card.isVrf() ? card.name() : VrfsText.get("move.none");
    }

    /// The card of exactly that name, or the only one whose name starts so.
    private Optional<VrfCard> named(String text) {
        Optional<VrfCard> exact = cards.stream().filter(c -> word(c).equals(text)).findFirst();
        List<VrfCard> begun = cards.stream().filter(c -> word(c).startsWith(text)).toList();
        return exact.isPresent() || begun.size() != 1 || text.isEmpty()
                ? exact
                : Optional.of(begun.getFirst());
    }

    private Optional<String> check(String text) {
        if (text.isEmpty()) {
            return Optional.of(VrfsText.get("move.empty"));
        }
        Optional<VrfCard> target = named(text);
        return target.isEmpty()
                ? Optional.of(VrfsText.get("move.unknown", text))
                : MoveRule.refusal(port, target.get());
    }

    private void tell() {
        String text = name.getText() == null ? "" : name.getText().strip();
        form.setNote(
                name.problem().isPresent()
                        ? ""
                        : named(text).map(c -> MoveRule.consequence(port, c)).orElse(""),
                false);
    }

    MoveForm onDone(IntConsumer handler) {
        form.setOnAccept(() -> {
            named(name.getText().strip()).ifPresent(c -> handler.accept(c.ifindex()));
            return Optional.empty();
        });
        return this;
    }

    FormDialog dialog() {
        return form;
    }
}
