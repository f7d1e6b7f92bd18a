package lawless.app.rules;

import lawless.app.routes.RoutesView;

import java.util.function.Supplier;

/// Breaks the law: two screens that know each other.
public record RulesView(Supplier<RoutesView> other) {}
