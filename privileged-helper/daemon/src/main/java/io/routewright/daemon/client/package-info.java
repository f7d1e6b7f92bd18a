/// Accepts peers, knows who they are, speaks the envelope with each. One slow or hostile peer harms only itself.
@NullMarked
package io.routewright.daemon.client;

import org.jspecify.annotations.NullMarked;
