package io.routewright.app.scenario;

import java.util.Map;

/// The Routes screen, used as an admin does.
final class RoutesPage {
    private final Hands hands;
    private final Grid grid;

    RoutesPage(Hands hands) {
        this.hands = hands;
        this.grid = new Grid(hands);
    }

    /// Stages a name for a table, through "Name a table".
    void nameTable(long id, String name) {
        hands.click("Name a table", Hands.id("table-act-add"));
        hands.fill("Number", Hands.id("table-number"), Long.toString(id));
        hands.fill("Name", Hands.id("table-name"), name);
        hands.click("Stage name", Hands.text("Stage name"));
    }

    /// Stages a new route; keys are the names of the fields: destination, gateway, link, table, metric…
    void add(Map<String, String> fields) {
        hands.click("Add route", Hands.id("add-route"));
        fields.forEach(this::set);
        hands.click("Stage route", Hands.text("Stage route"));
    }

    /// Puts `value` into a field of the open editor.
    void set(String field, String value) {
        hands.fill(field, Hands.id("route-" + field), value);
    }

    /// What a field of the open editor says.
    String field(String field) {
        return hands.textIn(hands.find(field, Hands.id("route-" + field)));
    }

    /// The row of the route to that destination in that table.
    Grid.Line route(String destination, String table) {
        return grid.line(
                "to " + destination + " in table " + table,
                line ->
                        line.get("destination").equals(destination)
                                && line.get("table").contains(table));
    }

    /// Opens the editor of a route.
    void edit(Grid.Line route) {
        grid.click(route, "destination");
        hands.click("Edit", Hands.id("act-edit"));
    }

    /// Accepts the open editor.
    void stageChange() {
        hands.click("Stage change", Hands.text("Stage change"));
    }
}
