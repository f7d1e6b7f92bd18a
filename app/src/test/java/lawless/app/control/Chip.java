package lawless.app.control;

import lawless.app.rules.RulesView;

/// Breaks the law: a widget that knows a screen.
public record Chip(RulesView screen) {}
