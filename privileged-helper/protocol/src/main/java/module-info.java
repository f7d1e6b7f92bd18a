/// The envelope between app and helper: messages, framing, limits. Pure: no I/O, no threads.
@org.jspecify.annotations.NullMarked
module io.routewright.protocol {
    requires transitive io.routewright.netlink;
    requires static transitive org.jspecify;

    exports io.routewright.protocol;
}
