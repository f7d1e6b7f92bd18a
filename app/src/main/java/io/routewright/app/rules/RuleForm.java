package io.routewright.app.rules;

import io.routewright.app.store.TableNames;
import io.routewright.netlink.FibRulesH;
import io.routewright.netlink.Rule;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// The editor's fields over one rule. Only fields whose text was changed are written.
final class RuleForm {
    private final Rule base;
    private final TableNames names;
    private final Map<RuleField, String> texts = new EnumMap<>(RuleField.class);

    RuleForm(Rule base, TableNames names) {
        this.base = base;
        this.names = names;
        for (RuleField field : RuleField.values()) {
            texts.put(field, field.read(base, names));
        }
    }

    String text(RuleField field) {
        return texts.getOrDefault(field, "");
    }

    void set(RuleField field, String text) {
        texts.put(field, text.strip());
    }

    /// What is wrong with that field's text.
    Optional<InvalidFieldException> problem(RuleField field) {
        try {
            field.write(base, text(field), names);
            return field == RuleField.GOTO ? backward() : Optional.empty();
        } catch (InvalidFieldException e) {
            return Optional.of(e);
        }
    }

    private Optional<InvalidFieldException> backward() throws InvalidFieldException {
        Rule next = RuleField.PRIORITY.write(base, text(RuleField.PRIORITY), names);
        boolean isGoto = text(RuleField.ACTION).equals("goto");
        Rule target = RuleField.GOTO.write(next, text(RuleField.GOTO), names);
        return isGoto && target.gotoTarget() <= target.priority()
                ? Optional.of(new InvalidFieldException("goto", target.priority()))
                : Optional.empty();
    }

    /// The rule as the form says.
    ///
    /// @throws InvalidFieldException the first field that cannot be read
    Rule rule() throws InvalidFieldException {
        Rule next = base;
        for (RuleField field : RuleField.values()) {
            next = field.write(next, text(field), names);
        }
        boolean needsTable = next.action() == FibRulesH.FR_ACT_TO_TBL && !next.isL3mdev();
        if (needsTable && next.tableId() == 0) {
            throw new InvalidFieldException("no-table");
        }
        Optional<InvalidFieldException> backward = backward();
        if (backward.isPresent()) {
            throw backward.get();
        }
        return next;
    }
}
