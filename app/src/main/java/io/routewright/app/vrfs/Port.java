package io.routewright.app.vrfs;

import io.routewright.netlink.Address;
import io.routewright.netlink.Link;

import java.util.List;

/// A link on the board.
///
/// @param truth the kernel's
/// @param current as it shall be; equals `truth` where nothing is staged
/// @param master the bridge or bond it is in; empty when none
/// @param isMoved whether it stands on this card by a staged change only
/// @param addresses IPv4 first
record Port(Link truth, Link current, String master, boolean isMoved, List<AddressLine> addresses) {
    /// An address of a link.
    ///
    /// @param truth the kernel's; the address to be where it does not exist yet
    /// @param current as it shall be
    record AddressLine(Address truth, Address current, Mark mark) {}

    /// Takes a copy of `addresses`.
    Port {
        addresses = List.copyOf(addresses);
    }

    String name() {
        return current.name();
    }

    /// The address to show beside the name; empty when there is none.
    String firstAddress() {
        return addresses.stream()
                .filter(a ->
                        a.mark() != Mark.REMOVED && !a.current().local().address().isLinkLocal())
                .map(a -> a.current().local().toString())
                .findFirst()
                .orElse("");
    }

    boolean isSwitched() {
        return truth.isUp() != current.isUp();
    }
}
