/// The desktop program: an unprivileged front end that talks to the helper over a Unix socket.
@org.jspecify.annotations.NullMarked
module io.routewright.app {
    requires static org.jspecify;
    requires io.routewright.netlink;
    requires io.routewright.protocol;
    requires javafx.controls;
    requires org.controlsfx.controls;
    requires atlantafx.base;
    requires org.kordamp.ikonli.core;
    requires org.kordamp.ikonli.javafx;
    requires org.kordamp.ikonli.feather;
    requires info.picocli;
    requires com.fasterxml.jackson.core;

    opens io.routewright.app.cli to
            info.picocli;
}
