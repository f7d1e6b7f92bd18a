/// The screen of multipath routes, nexthop objects and groups.
@NullMarked
package io.routewright.app.nexthops;

import org.jspecify.annotations.NullMarked;
