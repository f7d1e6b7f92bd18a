/// The closed list of routing sysctls, read and written below /proc/sys.
@NullMarked
package io.routewright.daemon.sysctl;

import org.jspecify.annotations.NullMarked;
