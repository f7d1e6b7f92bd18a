package io.routewright.app.rules;

import io.routewright.netlink.Rule;

/// One row: a rule of the kernel with what is intended for it, or a rule that shall be added.
///
/// @param truth as the kernel has it; the new rule itself for an added one
/// @param shown as it shall be; edits start from this one
/// @param state what is staged
record RuleLine(Rule truth, Rule shown, State state) {
    /// What is staged for the row.
    enum State {
        KEPT,
        ADDED,
        CHANGED,
        REMOVED
    }

    static RuleLine kept(Rule rule) {
        return new RuleLine(rule, rule, State.KEPT);
    }

    boolean isRemoved() {
        return state == State.REMOVED;
    }

    long priority() {
        return shown.priority();
    }

    Band band() {
        return Band.of(priority());
    }
}
