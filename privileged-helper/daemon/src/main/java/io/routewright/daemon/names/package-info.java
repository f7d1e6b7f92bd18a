/// Table names: iproute2's files, read and watched; our own file, written.
@NullMarked
package io.routewright.daemon.names;

import org.jspecify.annotations.NullMarked;
