/// The unprivileged program: windows and command line over one connection to one helper.
@NullMarked
package io.routewright.app;

import org.jspecify.annotations.NullMarked;
