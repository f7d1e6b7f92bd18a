/// Calls into libc: Unix sockets and routing netlink. Nothing outside this package touches native code; what leaves it are ints, Strings and direct ByteBuffers.
@NullMarked
package io.routewright.daemon.kernel;

import org.jspecify.annotations.NullMarked;
