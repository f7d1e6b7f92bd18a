package io.routewright.app.routes;

import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;

import java.util.List;

/// Items of the context menus.
final class RouteMenus {
    private RouteMenus() {}

    static MenuItem item(String key, String keys, boolean isOff, Runnable act) {
        MenuItem item = new MenuItem(RoutesText.get(key));
        item.setDisable(isOff);
        item.setOnAction(e -> act.run());
        if (!keys.isEmpty()) {
            item.setAccelerator(KeyCombination.valueOf(keys));
        }
        return item;
    }

    /// Whether something is staged for one of the lines.
    static boolean isStaged(List<RouteLine> lines) {
        return lines.stream()
                .anyMatch(l ->
                        l.state() != RouteLine.State.KEPT && l.state() != RouteLine.State.GHOST);
    }
}
