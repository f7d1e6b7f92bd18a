/// The privileged process: relays the kernel's routing messages and applies checked change sets.
@NullMarked
package io.routewright.daemon;

import org.jspecify.annotations.NullMarked;
