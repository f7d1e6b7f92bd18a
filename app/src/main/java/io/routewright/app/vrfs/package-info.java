/// The screen of VRFs, their links, addresses and routes.
@NullMarked
package io.routewright.app.vrfs;

import org.jspecify.annotations.NullMarked;
