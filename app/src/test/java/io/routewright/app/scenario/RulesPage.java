package io.routewright.app.scenario;

import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;

import java.util.List;

/// The Rules screen, used as an admin does.
final class RulesPage {
    private final Hands hands;
    private final Grid grid;

    RulesPage(Hands hands) {
        this.hands = hands;
        this.grid = new Grid(hands);
    }

    /// Shows the rules of IPv6.
    RulesPage inet6() {
        hands.click("switch IPv6", Hands.id("family-inet6"));
        return this;
    }

    /// Stages a rule for a source, through "Add rule, From source".
    void addFromSource(String source, String table) {
        hands.click("Add rule", Hands.id("add-rule"));
        hands.click("From source", Hands.text("From source…"));
        hands.fill("From", Hands.id("rule-from"), source);
        hands.fill("Table", Hands.id("rule-table"), table);
        hands.click("Stage rule", Hands.text("Stage rule"));
    }

    /// The row whose sentence has that in it.
    Grid.Line rule(String part) {
        return grid.line("with " + part, line -> line.get("rule").contains(part));
    }

    /// The sentences from top to bottom, headings of bands too.
    List<String> sentences() {
        return grid.lines().stream().map(line -> line.get("rule")).toList();
    }

    /// Opens the editor of that rule.
    void edit(String part) {
        grid.click(rule(part), "priority");
        hands.click("Edit", Hands.id("act-edit"));
    }

    /// Puts `value` into a field of the open editor; the field's id is that of RuleField.
    void set(String field, String value) {
        hands.fill(field, Hands.id("rule-" + field), value);
    }

    /// Accepts the open editor.
    void stageChange() {
        hands.click("Stage change", Hands.text("Stage change"));
    }

    /// A place on the row of that rule, on the screen.
    Point2D place(String part) {
        return grid.grip(rule(part));
    }

    /// The gap above the row of that rule.
    Point2D gapAbove(String part) {
        return grid.gap(rule(part), true);
    }

    /// Drags the rule above another one.
    void dragAbove(String part, String other) {
        grid.drag(rule(part), rule(other), true);
    }

    /// Selects the rule and moves it down by keyboard.
    void moveDownByKey(String part) {
        grid.click(rule(part), "rule");
        hands.keys(KeyCode.ALT, KeyCode.DOWN);
    }

    /// Selects the rule and deletes it by keyboard.
    void delete(String part) {
        grid.click(rule(part), "rule");
        hands.keys(KeyCode.DELETE);
    }
}
