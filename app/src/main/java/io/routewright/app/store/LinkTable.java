package io.routewright.app.store;

import io.routewright.netlink.Link;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The links of a site in ifindex order, by index and by name. Immutable.
public final class LinkTable {
    /// No links.
    public static final LinkTable EMPTY = new LinkTable(List.of());

    private final List<Link> all;
    private final Map<Integer, Link> byIndex = new LinkedHashMap<>();
    private final Map<String, Link> byName = new LinkedHashMap<>();

    /// Takes a copy of `links`.
    public LinkTable(List<Link> links) {
        all = List.copyOf(links);
        for (Link link : all) {
            byIndex.put(link.ifindex(), link);
            byName.put(link.name(), link);
        }
    }

    public List<Link> all() {
        return all;
    }

    public Optional<Link> byIndex(int ifindex) {
        return Optional.ofNullable(byIndex.get(ifindex));
    }

    public Optional<Link> byName(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /// The link's name, or `if7` for an index that is not known (as `ip` prints it); empty for 0.
    public String nameOf(int ifindex) {
        return ifindex == 0 ? "" : byIndex(ifindex).map(Link::name).orElse("if" + ifindex);
    }

    /// The VRF the link is in; empty when its master is no VRF or it has none.
    public Optional<Link> vrfOf(Link link) {
        return byIndex(link.master()).filter(Link::isVrf);
    }

    /// The VRF devices.
    public List<Link> vrfs() {
        return all.stream().filter(Link::isVrf).toList();
    }

    /// The VRFs that own the table: none, one, or several by accident.
    public List<Link> vrfsOfTable(long tableId) {
        return all.stream().filter(l -> l.isVrf() && l.vrfTable() == tableId).toList();
    }
}
