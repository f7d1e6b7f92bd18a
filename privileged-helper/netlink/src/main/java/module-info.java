/// Codecs for the kernel's routing netlink: bytes to fields and back. Pure: no I/O, no threads.
@org.jspecify.annotations.NullMarked
module io.routewright.netlink {
    requires static transitive org.jspecify;

    exports io.routewright.netlink;
}
