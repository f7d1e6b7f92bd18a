/// The privileged process. Compiled as a module so that its law of use is checked; it runs on the
/// class path.
@org.jspecify.annotations.NullMarked
module io.routewright.daemon {
    requires com.sun.jna;
    requires io.routewright.netlink;
    requires io.routewright.protocol;
    requires static org.jspecify;
}
