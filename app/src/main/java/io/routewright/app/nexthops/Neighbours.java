package io.routewright.app.nexthops;

import io.routewright.app.store.Snapshot;
import io.routewright.netlink.IpAddress;
import io.routewright.netlink.Neighbour;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The state of each gateway on each link.
final class Neighbours {
    private record Place(int ifindex, IpAddress address) {}

    private final Map<Place, NeighbourState> states = new HashMap<>();

    Neighbours(Snapshot snapshot) {
        for (Neighbour n : snapshot.neighbours()) {
            n.address()
                    .ifPresent(a ->
                            states.put(new Place(n.ifindex(), a), NeighbourState.of(n.state())));
        }
    }

    NeighbourState of(int ifindex, Optional<IpAddress> gateway) {
        return gateway.map(g -> states.getOrDefault(new Place(ifindex, g), NeighbourState.NONE))
                .orElse(NeighbourState.NONE);
    }
}
