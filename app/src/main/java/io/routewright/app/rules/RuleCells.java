package io.routewright.app.rules;

import io.routewright.app.control.Column;
import io.routewright.app.control.RowState;
import io.routewright.app.rules.RuleLine.State;
import io.routewright.app.shell.Workspace;
import io.routewright.app.store.TableNames;
import io.routewright.app.text.KernelWords;
import io.routewright.netlink.Rtnetlink;
import io.routewright.netlink.Rule;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The columns of the list of rules.
final class RuleCells {
    private final Supplier<RulesModel> model;
    private final Workspace workspace;
    private final RulesActions actions;

    RuleCells(Supplier<RulesModel> model, Workspace workspace, RulesActions actions) {
        this.model = model;
        this.workspace = workspace;
        this.actions = actions;
    }

    /// @param onPress told which part of a rule the mouse is pressed on
    List<Column<RuleRow>> columns(Consumer<RuleField> onPress) {
        return List.of(
                priority(),
                sentence(onPress),
                Column.<RuleRow>of("findings", RulesText.get("column.findings"), this::badges)
                        .drawn(r -> RuleChips.findings(r.findings()), 14)
                        .width(40, 280),
                Column.<RuleRow>of("origin", RulesText.get("column.origin"), this::origin)
                        .before(r -> changed(r, RuleField.PROTOCOL))
                        .width(80, 140));
    }

    private TableNames names() {
        return model.get().projected().tableNames();
    }

    private Column<RuleRow> priority() {
        return Column.<RuleRow>of("priority", RulesText.get("column.priority"), this::number)
                .number()
                .kept()
                .before(r -> changed(r, RuleField.PRIORITY))
                .width(76, 160)
                .editable(new PriorityEditor());
    }

    private String number(RuleRow row) {
        return row.line().map(l -> Long.toString(l.priority())).orElse("");
    }

    private Column<RuleRow> sentence(Consumer<RuleField> onPress) {
        return Column.<RuleRow>of("rule", RulesText.get("column.rule"), this::text)
                .kept()
                .drawn(
                        r ->
                                r.line()
                                        .map(l -> RuleChips.of(l, model.get().projected(), onPress))
                                        .orElseGet(() -> RuleChips.heading(r.band())),
                        48)
                .tooltip(this::was)
                .width(320, 760);
    }

    private String text(RuleRow row) {
        return row.line()
                .map(l -> RuleSentence.text(l.shown(), names()))
                .orElseGet(() -> RuleChips.text(row.band()));
    }

    private String was(RuleRow row) {
        return row.line()
                .filter(l -> l.state() == State.CHANGED)
                .map(l -> RulesText.TEXT.get("was", RuleSentence.text(l.truth(), names())))
                .orElse("");
    }

    private String badges(RuleRow row) {
        return row.findings().stream().map(RulesText::badge).collect(Collectors.joining(" "));
    }

    private String origin(RuleRow row) {
        return row.line()
                .filter(l -> l.shown().protocol() != Rtnetlink.RTPROT_UNSPEC)
                .map(l -> KernelWords.protocol(l.shown().protocol()))
                .orElse("");
    }

    private Optional<String> changed(RuleRow row, RuleField field) {
        return row.line()
                .filter(l -> l.state() == State.CHANGED)
                .map(l -> field.read(l.truth(), names()))
                .filter(old -> !old.equals(field.read(row.line().orElseThrow().shown(), names())));
    }

    /// How the row is drawn.
    RowState state(RuleRow row) {
        return row.line().map(this::state).orElse(RowState.NONE);
    }

    private RowState state(RuleLine line) {
        if (workspace.outcomes().of(line.truth()).isPresent()) {
            return RowState.FAILED;
        }
        return switch (line.state()) {
            case ADDED -> RowState.ADDED;
            case CHANGED -> RowState.CHANGED;
            case REMOVED -> RowState.REMOVED;
            case KEPT -> RowState.NONE;
        };
    }

    /// Why the row's change failed, or what is odd about it.
    String tooltip(RuleRow row) {
        return row.line()
                .flatMap(l -> workspace.outcomes().of(l.truth()))
                .map(f -> f.text())
                .orElseGet(() ->
                        row.findings().stream()
                                .map(RulesText::of)
                                .collect(Collectors.joining("\n")));
    }

    /// Edits the priority in place.
    private final class PriorityEditor implements Column.Editor<RuleRow> {
        @Override
        public Optional<String> start(RuleRow row) {
            return row.line()
                    .filter(l -> !l.isRemoved() && !Band.isKernels(l.shown()))
                    .map(l -> Long.toString(l.priority()));
        }

        @Override
        public Optional<String> problem(RuleRow row, String text) {
            try {
                write(row, text);
                return Optional.empty();
            } catch (InvalidFieldException e) {
                return Optional.of(RulesText.of(e));
            }
        }

        private Rule write(RuleRow row, String text) throws InvalidFieldException {
            return RuleField.PRIORITY.write(row.line().orElseThrow().shown(), text, names());
        }

        @Override
        public void commit(RuleRow row, String text) {
            try {
                actions.change(row.line().orElseThrow(), write(row, text));
            } catch (InvalidFieldException e) {
                workspace.navigator().tell(RulesText.of(e), true);
            }
        }
    }
}
