package io.routewright.app.rules;

import io.routewright.app.rules.RuleLine.State;
import io.routewright.app.shell.Workspace;
import io.routewright.netlink.Rule;
import io.routewright.protocol.Operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the admin does with rules, as staged changes. FX thread only.
final class RulesActions {
    private final Workspace workspace;

    RulesActions(Workspace workspace) {
        this.workspace = workspace;
    }

    void add(Rule rule) {
        workspace.staging().stage(new Operation.Create(rule));
    }

    /// Does nothing when the two are equal.
    void change(RuleLine line, Rule after) {
        if (!line.shown().equals(after)) {
            workspace.staging().stage(new Operation.Change(line.shown(), after));
        }
    }

    /// Exactly these rules; those that are added only by a staged change are simply taken back.
    void delete(List<RuleLine> lines) {
        List<Operation> all = new ArrayList<>();
        for (RuleLine line : lines) {
            if (line.state() != State.REMOVED) {
                all.add(new Operation.Delete(line.shown()));
            }
        }
        stage(all);
    }

    /// Takes the staged change of each line back.
    void revert(RulesModel model, List<RuleLine> lines) {
        for (RuleLine line : lines) {
            model.view().operationOn(line.truth()).ifPresent(workspace.staging()::drop);
        }
    }

    /// A copy behind the last of our band.
    void duplicate(RulesModel model, RuleLine line) {
        long priority = Renumbering.freePriority(model.lines(), Band.POLICIES);
        add(line.shown().withPriority(priority));
    }

    /// Why the row's rule cannot go into the gap before row `index`.
    Optional<String> refusal(RulesModel model, RuleRow row, int index) {
        return move(model, row, index) instanceof Renumbering.Result.Refused r
                ? Optional.of(RulesText.of(r))
                : Optional.empty();
    }

    /// Moves the row's rule into the gap before row `index`.
    void moveTo(RulesModel model, RuleRow row, int index) {
        take(move(model, row, index));
    }

    private static Renumbering.Result move(RulesModel model, RuleRow row, int index) {
        int from = model.lineOf(row);
        return from < 0
                ? new Renumbering.Result.Moves(List.of())
                : Renumbering.move(model.lines(), from, model.lineGap(index));
    }

    /// One place up (-1) or down (1).
    void step(RulesModel model, RuleRow row, int by) {
        int from = model.lineOf(row);
        if (from >= 0) {
            take(Renumbering.step(model.lines(), from, by));
        }
    }

    private void take(Renumbering.Result result) {
        switch (result) {
            case Renumbering.Result.Moves m -> stage(m.operations());
            case Renumbering.Result.Refused r -> workspace.navigator().tell(RulesText.of(r), true);
        }
    }

    private void stage(List<Operation> all) {
        if (!all.isEmpty()) {
            workspace.staging().stage(all);
        }
    }
}
