/// `ip` commands to operations and back. Pure; no JavaFX.
@NullMarked
package io.routewright.app.ipcommand;

import org.jspecify.annotations.NullMarked;
