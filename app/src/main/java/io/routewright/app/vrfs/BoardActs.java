package io.routewright.app.vrfs;

import io.routewright.app.shell.Outcomes;
import io.routewright.netlink.Prefix;
import io.routewright.netlink.RtnetlinkObject;

import javafx.scene.control.MenuItem;

import java.util.List;
import java.util.Optional;

/// What the admin does on the cards of the board.
interface BoardActs {
    void move(Port port, int vrf);

    /// Asks for the VRF by name.
    void moveTyped(Port port);

    Optional<Port> port(int ifindex);

    List<MenuItem> menu(Port port);

    List<MenuItem> menu(VrfCard card);

    void select(RtnetlinkObject object);

    void setUp(VrfCard card, boolean isUp);

    void addAddress(Port port, Prefix prefix);

    void changeAddress(Port.AddressLine line, Prefix prefix);

    void deleteAddress(Port.AddressLine line);

    void addDefaultRoute(VrfCard card);

    void closeLeaks(VrfCard card);

    void showRoutes(VrfCard card);

    Optional<Outcomes.Failure> failure(RtnetlinkObject object);
}
