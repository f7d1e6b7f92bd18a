package lawless.app.rules;

import java.util.function.Supplier;
import lawless.app.routes.RoutesView;

/// Breaks the law: two screens that know each other.
public record RulesView(Supplier<RoutesView> other) {}
