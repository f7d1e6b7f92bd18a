package lawless.daemon.kernel;

import lawless.daemon.plan.Step;

import java.util.function.Supplier;

/// Breaks the law: the kernel's room knows the plan's.
public record Descriptor(Supplier<Step> step) {}
