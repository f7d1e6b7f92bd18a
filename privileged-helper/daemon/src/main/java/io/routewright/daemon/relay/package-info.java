/// Carries dumps and broadcasts to one client, bytes untouched. Holds no tables.
@NullMarked
package io.routewright.daemon.relay;

import org.jspecify.annotations.NullMarked;
