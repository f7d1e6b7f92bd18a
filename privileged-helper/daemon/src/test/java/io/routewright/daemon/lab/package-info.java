/// Namespaces with a real helper in them, and a client that speaks to it, for tests.
@NullMarked
package io.routewright.daemon.lab;

import org.jspecify.annotations.NullMarked;
