package io.routewright.app.control;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A text field that is judged while it is typed into: pseudo-class `invalid`, and the reason as tool tip and in
/// `problemProperty` (FormDialog writes it below the field).
public class CheckedField extends TextField {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    private final ReadOnlyObjectWrapper<Optional<String>> problem =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Tooltip hover = new Tooltip();
    private Function<String, Optional<String>> check;

    /// @param check the reason why a text cannot be taken, as one sentence; empty when it can
    public CheckedField(Function<String, Optional<String>> check) {
        this.check = check;
        textProperty().subscribe(t -> judge());
    }

    /// Judges by another rule from now on, and at once.
    public final void setCheck(Function<String, Optional<String>> newCheck) {
        check = newCheck;
        judge();
    }

    /// Judges again, when what the rule depends on has changed.
    public final void judge() {
        Optional<String> found = check.apply(getText() == null ? "" : getText().strip());
        problem.set(found);
        pseudoClassStateChanged(INVALID, found.isPresent());
        hover.setText(found.orElse(""));
        setTooltip(found.isPresent() ? hover : null);
        setAccessibleHelp(found.orElse(""));
    }

    public final ReadOnlyObjectProperty<Optional<String>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public final Optional<String> problem() {
        return problem.get();
    }

    /// Offers those words while typing.
    public final void setWords(List<String> words) {
        new Completion(this).setWords(words);
    }
}
