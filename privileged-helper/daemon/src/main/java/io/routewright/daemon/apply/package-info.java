/// Does a plan's steps, reads back, and undoes.
@NullMarked
package io.routewright.daemon.apply;

import org.jspecify.annotations.NullMarked;
