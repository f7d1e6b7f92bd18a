package lawless.daemon.plan;

import com.sun.jna.Pointer;

import lawless.daemon.kernel.Descriptor;

/// Breaks the law: a plan that holds memory and a descriptor.
public record Step(Pointer memory, Descriptor descriptor) {}
