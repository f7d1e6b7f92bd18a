package io.routewright.app.vrfs;

import io.routewright.app.text.Strings;
import io.routewright.netlink.Link;

import java.util.Optional;

/// Whether a link can be put on a card.
final class MoveRule {
    private static final Strings TEXT = new Strings(MoveRule.class);

    private MoveRule() {}

    /// Why not, in one sentence; empty when it can.
    static Optional<String> refusal(Port port, VrfCard target) {
        Link link = port.current();
        if (link.isLoopback()) {
            return Optional.of(TEXT.get("refuse.loopback"));
        }
        if (link.isVrf()) {
            return Optional.of(TEXT.get("refuse.vrf"));
        }
        if (target.mark() == Mark.REMOVED) {
            return Optional.of(TEXT.get("refuse.removed", target.name()));
        }
        boolean isHere = link.master() == target.ifindex();
        return isHere ? Optional.of(TEXT.get("refuse.here", link.name())) : Optional.empty();
    }

    /// What will happen besides, such as that it leaves its bridge; empty for nothing.
    static String consequence(Port port, VrfCard target) {
        String place = target.isVrf() ? TEXT.get("drop.into", target.name()) : TEXT.get("drop.out");
        return port.master().isEmpty() ? place : TEXT.get("drop.leaves", place, port.master());
    }
}
