package io.routewright.daemon.plan;

import io.routewright.netlink.Link;
import io.routewright.netlink.NexthopObject;
import io.routewright.netlink.RtnetlinkObject;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What stands at some spots: of the kernel as read, or as wished. Links, addresses, nexthops and rules are all
/// there; routes only at the spots that were asked for. Immutable.
public final class Picture {
    private final Map<Spot, List<RtnetlinkObject>> lists;
    private final Map<Spot, String> texts;

    /// Takes copies.
    public Picture(Map<Spot, List<RtnetlinkObject>> lists, Map<Spot, String> texts) {
        this.lists = new HashMap<>(lists);
        this.lists.replaceAll((spot, list) -> List.copyOf(list));
        this.texts = Map.copyOf(texts);
    }

    /// The objects at the spot, in order.
    public List<RtnetlinkObject> at(Spot spot) {
        return lists.getOrDefault(spot, List.of());
    }

    /// The name or value at the spot; empty when there is none.
    public String textAt(Spot spot) {
        return texts.getOrDefault(spot, "");
    }

    public Optional<Link> link(int ifindex) {
        return at(new Spot.OfLink(ifindex)).stream().map(Link.class::cast).findFirst();
    }

    public List<Link> links() {
        return lists.values().stream()
                .flatMap(List::stream)
                .filter(Link.class::isInstance)
                .map(Link.class::cast)
                .toList();
    }

    public List<NexthopObject> nexthops() {
        return lists.values().stream()
                .flatMap(List::stream)
                .filter(NexthopObject.class::isInstance)
                .map(NexthopObject.class::cast)
                .toList();
    }

    public Map<Spot, List<RtnetlinkObject>> lists() {
        return new HashMap<>(lists);
    }

    public Map<Spot, String> texts() {
        return new HashMap<>(texts);
    }

    /// This picture with further spots.
    public Picture with(Map<Spot, List<RtnetlinkObject>> more) {
        Map<Spot, List<RtnetlinkObject>> next = new HashMap<>(lists);
        next.putAll(more);
        return new Picture(next, texts);
    }
}
