package io.routewright.app.rules;

import io.routewright.app.control.CheckedField;
import io.routewright.app.control.FormDialog;
import io.routewright.app.staging.Finding;
import io.routewright.app.staging.Validation;
import io.routewright.app.store.Snapshot;
import io.routewright.app.text.KernelWords;
import io.routewright.netlink.Link;
import io.routewright.netlink.Rule;
import io.routewright.protocol.Operation;
import io.routewright.protocol.TableName;

import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.stage.Stage;
import javafx.stage.Window;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// The full editor of a rule: every selector the kernel has, the rare ones folded away.
final class RuleEditor {
    private static final List<RuleField> COMMON =
            List.of(
                    RuleField.PRIORITY,
                    RuleField.FROM,
                    RuleField.TO,
                    RuleField.IIF,
                    RuleField.OIF,
                    RuleField.FWMARK);
    private static final List<RuleField> VERDICT =
            List.of(RuleField.ACTION, RuleField.TABLE, RuleField.GOTO);
    private static final List<RuleField> RARE =
            List.of(
                    RuleField.NOT,
                    RuleField.UIDRANGE,
                    RuleField.IPPROTO,
                    RuleField.SPORT,
                    RuleField.DPORT,
                    RuleField.DSCP,
                    RuleField.TOS,
                    RuleField.FLOWLABEL,
                    RuleField.TUN_ID,
                    RuleField.L3MDEV,
                    RuleField.SUPPRESS_PREFIXLENGTH,
                    RuleField.SUPPRESS_IFGROUP,
                    RuleField.REALMS,
                    RuleField.PROTOCOL);

    private final Rule base;
    private final RuleForm form;
    private final RulesModel model;
    private final List<RuleField> required;
    private final Optional<RuleLine> line;
    private final FormDialog dialog;
    private final Map<RuleField, Node> controls = new EnumMap<>(RuleField.class);
    private final Set<RuleField> typed = EnumSet.noneOf(RuleField.class);
    private boolean isBuilt;

    private RuleEditor(
            Rule base,
            Optional<RuleLine> line,
            RulesModel model,
            List<RuleField> required,
            String title) {
        this.base = base;
        this.line = line;
        this.model = model;
        this.required = required;
        form = new RuleForm(base, model.projected().tableNames());
        dialog =
                new FormDialog(
                        title, RulesText.get(line.isPresent() ? "editor.stage" : "editor.add"));
        build();
    }

    static RuleEditor add(RuleTemplate template, RulesModel model) {
        return new RuleEditor(
                template.rule(model.family(), model.lines()),
                Optional.empty(),
                model,
                template.required(),
                RulesText.get(template.key() + ".title"));
    }

    static RuleEditor edit(RuleLine line, RulesModel model) {
        return new RuleEditor(
                line.shown(),
                Optional.of(line),
                model,
                List.of(),
                RulesText.TEXT.get("editor.title", Long.toString(line.priority())));
    }

    FormDialog dialog() {
        return dialog;
    }

    /// Calls `handler` with the rule when the form is accepted.
    RuleEditor onDone(Consumer<Rule> handler) {
        dialog.setOnAccept(() -> {
            try {
                handler.accept(form.rule());
                return Optional.empty();
            } catch (InvalidFieldException e) {
                return Optional.of(RulesText.of(e));
            }
        });
        return this;
    }

    /// Opens the form with the focus in that field.
    void show(Window owner, RuleField field) {
        Node control = controls.get(field);
        boolean isFolded = RARE.contains(field) && !required.contains(field);
        if (isFolded) {
            dialog.setUnfolded(true);
        }
        dialog.show(owner);
        if (control != null) {
            control.requestFocus();
        }
    }

    private void build() {
        rows(COMMON);
        List<RuleField> raised = RARE.stream().filter(required::contains).toList();
        rows(raised);
        dialog.section(RulesText.get("editor.verdict"));
        rows(VERDICT);
        dialog.advanced();
        rows(RARE.stream().filter(f -> !raised.contains(f)).toList());
        RuleSentence.unshown(base)
                .ifPresent(u ->
                        dialog.row(
                                RulesText.get("editor.unknown"),
                                new javafx.scene.control.Label(u),
                                RulesText.get("editor.unknown.help")));
        boolean hasRare =
                RARE.stream()
                        .anyMatch(f ->
                                f != RuleField.PROTOCOL
                                        && !raised.contains(f)
                                        && !form.text(f).isEmpty());
        dialog.setUnfolded(hasRare);
        isBuilt = true;
        refresh();
    }

    private void rows(List<RuleField> fields) {
        for (RuleField field : fields) {
            Node control = control(field);
            control.setId("rule-" + field.name().toLowerCase(java.util.Locale.ROOT));
            controls.put(field, control);
            dialog.row(RulesText.get(field.key()), control, RulesText.get(field.key() + ".help"));
        }
    }

    private Node control(RuleField field) {
        return switch (field) {
            case NOT, L3MDEV -> check(field);
            case ACTION -> action();
            default -> text(field);
        };
    }

    private Node check(RuleField field) {
        CheckBox box = new CheckBox();
        box.setSelected(form.text(field).equals(RuleField.YES));
        box.selectedProperty().subscribe(s -> set(field, s ? RuleField.YES : ""));
        return box;
    }

    private Node action() {
        ComboBox<String> box =
                new ComboBox<>(
                        FXCollections.observableArrayList(
                                "lookup", "goto", "nop", "blackhole", "unreachable", "prohibit"));
        box.setValue(form.text(RuleField.ACTION));
        box.valueProperty().subscribe(v -> set(RuleField.ACTION, v == null ? "" : v));
        return box;
    }

    private Node text(RuleField field) {
        // A field judges its empty text as soon as it is made, which must not reach the form.
        CheckedField text = new CheckedField(t -> Optional.empty());
        text.getStyleClass().add("mono");
        text.setWords(words(field));
        text.setText(form.text(field));
        text.setCheck(t -> problem(field, t));
        text.setPromptText(prompt(field));
        text.textProperty().subscribe((o, t) -> set(field, t));
        return text;
    }

    private String prompt(RuleField field) {
        return switch (field) {
            case FROM, TO -> RulesText.get("prompt.all");
            case IIF, OIF -> RulesText.get("prompt.any");
            default -> "";
        };
    }

    private Optional<String> problem(RuleField field, String text) {
        form.set(field, text);
        if (required.contains(field) && text.isEmpty()) {
            // A field that waits to be filled in is no mistake yet.
            return typed.contains(field)
                    ? Optional.of(RulesText.get("invalid.required"))
                    : Optional.empty();
        }
        return form.problem(field).map(RulesText::of);
    }

    private List<String> words(RuleField field) {
        Snapshot s = model.projected();
        return switch (field) {
            case TABLE -> s.tableNames().all().stream().map(TableName::name).distinct().toList();
            case IIF, OIF -> s.links().all().stream().map(Link::name).toList();
            case FROM ->
                    s.addresses().stream()
                            .filter(a -> a.family() == base.family())
                            .map(a -> a.local().address().toString())
                            .toList();
            case IPPROTO -> List.of("tcp", "udp", "icmp", "ipv6-icmp", "sctp", "esp");
            case DSCP -> KernelWords.dscpWords();
            case PROTOCOL -> KernelWords.protocolWords();
            default -> List.of();
        };
    }

    private void set(RuleField field, String text) {
        form.set(field, text);
        if (isBuilt) {
            typed.add(field);
            refresh();
        }
    }

    /// What the fields mean together.
    private void refresh() {
        String action = form.text(RuleField.ACTION);
        boolean isLookup = action.equals("lookup");
        boolean isVrf = form.text(RuleField.L3MDEV).equals(RuleField.YES);
        show(RuleField.TABLE, isLookup && !isVrf);
        show(RuleField.GOTO, action.equals("goto"));
        judge();
        Scene scene = dialog.root().getScene();
        if (scene != null && scene.getWindow() instanceof Stage stage && stage.isShowing()) {
            stage.sizeToScene();
        }
    }

    private void judge() {
        try {
            Rule rule = form.rule();
            tell(rule);
            if (required.stream().anyMatch(f -> form.text(f).isEmpty())) {
                dialog.setBlocked(true);
            }
        } catch (InvalidFieldException e) {
            boolean isFieldsOwn = !e.key().equals("invalid.no-table");
            dialog.setNote(isFieldsOwn ? "" : RulesText.of(e), false);
            dialog.setError("");
            dialog.setBlocked(true);
        }
    }

    /// Shows or hides a whole row: label, control and help.
    private void show(RuleField field, boolean isShown) {
        Node control = controls.get(field);
        if (control != null && control.getParent() != null) {
            Node row = control.getParent().getParent();
            control.setVisible(isShown);
            row.setVisible(isShown);
            row.setManaged(isShown);
        }
    }

    private void tell(Rule rule) {
        Operation operation =
                line.<Operation>map(l -> new Operation.Change(l.shown(), rule))
                        .orElseGet(() -> new Operation.Create(rule));
        List<Finding> findings =
                Validation.of(operation, model.view().operations(), model.view().truth());
        String errors = sentences(findings, true);
        String notes = sentences(findings, false);
        String sentence =
                rule.priority() + ": " + RuleSentence.text(rule, model.projected().tableNames());
        dialog.setNote(notes.isEmpty() ? sentence : sentence + "\n" + notes, !notes.isEmpty());
        dialog.setError(errors);
        dialog.setBlocked(!errors.isEmpty());
    }

    private static String sentences(List<Finding> findings, boolean areErrors) {
        List<String> all = new ArrayList<>();
        for (Finding f : findings) {
            if (f.isError() == areErrors) {
                all.add(f.fix().isEmpty() ? f.sentence() : f.sentence() + " " + f.fix());
            }
        }
        return all.stream().distinct().collect(Collectors.joining("\n"));
    }
}
