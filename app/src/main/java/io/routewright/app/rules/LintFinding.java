package io.routewright.app.rules;

import java.util.List;

/// Something about a rule that is worth a warning.
///
/// @param kind what
/// @param values what its sentence names, such as the other rule's priority
record LintFinding(Kind kind, List<Object> values) {
    /// What can be odd about a rule.
    enum Kind {
        SHADOWED,
        DUPLICATE,
        DETACHED,
        UNRESOLVED_GOTO,
        EMPTY_TABLE,
        SHARED_TABLE
    }

    static LintFinding of(Kind kind, Object... values) {
        return new LintFinding(kind, List.of(values));
    }

    /// Key of the sentence in the bundle.
    String key() {
        return "lint." + kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
