package io.routewright.app.nexthops;

import io.routewright.app.store.Snapshot;
import io.routewright.netlink.Link;

import javafx.scene.control.ComboBox;

/// A choice among the links of the site.
final class LinkChoice extends ComboBox<String> {
    private final Snapshot state;

    LinkChoice(Snapshot state) {
        this.state = state;
        getItems()
                .setAll(
                        state.links().all().stream()
                                .filter(l -> !l.isLoopback() && !l.isVrf())
                                .map(Link::name)
                                .toList());
        getStyleClass().add("mono");
        setMaxWidth(Double.MAX_VALUE);
        setPromptText(NexthopsText.get("link.prompt"));
    }

    /// The chosen link's index; 0 for none.
    int ifindex() {
        String name = getValue();
        return name == null ? 0 : state.links().byName(name).map(Link::ifindex).orElse(0);
    }

    void choose(int ifindex) {
        if (ifindex != 0) {
            setValue(state.links().nameOf(ifindex));
        }
    }
}
