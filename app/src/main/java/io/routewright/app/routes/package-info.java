/// The screen of the routing tables and their routes.
@NullMarked
package io.routewright.app.routes;

import org.jspecify.annotations.NullMarked;
