package lawless.app.vrfs;

import lawless.app.rules.RulesView;

/// Breaks the law: knows another screen.
public record VrfsView(RulesView other) {}
