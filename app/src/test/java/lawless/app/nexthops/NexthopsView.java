package lawless.app.nexthops;

import lawless.app.rules.RulesView;

/// Breaks the law: knows another screen.
public record NexthopsView(RulesView other) {}
