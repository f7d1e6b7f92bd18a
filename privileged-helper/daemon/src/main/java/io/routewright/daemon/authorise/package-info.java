/// Who may do what.
@NullMarked
package io.routewright.daemon.authorise;

import org.jspecify.annotations.NullMarked;
