/// What a change set means: checks, the wished state, the ordered steps. Pure.
@NullMarked
package io.routewright.daemon.plan;

import org.jspecify.annotations.NullMarked;
