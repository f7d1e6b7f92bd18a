package io.routewright.app.rules;

import io.routewright.app.control.Badge;
import io.routewright.app.control.Pill;
import io.routewright.app.rules.RuleLine.State;
import io.routewright.app.store.Snapshot;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// A rule's sentence as a row of words and chips.
final class RuleChips {
    private RuleChips() {}

    /// @param onPress told which part the mouse is pressed on
    static Node of(RuleLine line, Snapshot snapshot, Consumer<RuleField> onPress) {
        HBox box = new HBox(5);
        box.setAlignment(Pos.CENTER_LEFT);
        Set<RuleSentence.Part> before = new HashSet<>();
        if (line.state() == State.CHANGED) {
            before.addAll(RuleSentence.of(line.truth(), snapshot.tableNames()));
        }
        for (RuleSentence.Part part : RuleSentence.of(line.shown(), snapshot.tableNames())) {
            boolean isNew = !before.isEmpty() && !before.contains(part);
            box.getChildren().add(node(part, line, snapshot, isNew, onPress));
        }
        return box;
    }

    private static Node node(
            RuleSentence.Part part,
            RuleLine line,
            Snapshot snapshot,
            boolean isNew,
            Consumer<RuleField> onPress) {
        Node node =
                switch (part.kind()) {
                    case WORD -> styled(part.text(), "muted");
                    case LINK -> Pill.link(part.text());
                    case TABLE -> table(part.text(), line.shown().tableId(), snapshot);
                    case VERDICT -> styled(part.text(), "strong");
                    case PREFIX, VALUE -> styled(part.text(), "mono");
                };
        if (isNew) {
            node.getStyleClass().add("changed");
        }
        node.setOnMousePressed(e -> onPress.accept(part.field()));
        return node;
    }

    private static Node table(String label, long id, Snapshot snapshot) {
        List<String> owners = snapshot.links().vrfsOfTable(id).stream().map(l -> l.name()).toList();
        HBox box = new HBox(5);
        box.setAlignment(Pos.CENTER_LEFT);
        Label name = styled(label, "mono");
        name.getStyleClass().add("strong");
        box.getChildren().add(name);
        if (!label.equals(Long.toString(id))) {
            box.getChildren().add(styled(Long.toString(id), "mono", "muted"));
        }
        owners.forEach(o -> box.getChildren().add(Pill.vrf(o)));
        return box;
    }

    private static Label styled(String text, String... classes) {
        Label label = new Label(text);
        label.getStyleClass().addAll(classes);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /// What is odd about the rule.
    static Node findings(List<LintFinding> findings) {
        HBox box = new HBox(4);
        box.setAlignment(Pos.CENTER_LEFT);
        for (LintFinding f : findings) {
            box.getChildren().add(Badge.explained(RulesText.badge(f), RulesText.of(f), "warning"));
        }
        return box;
    }

    /// The heading of a band.
    static Node heading(Band band) {
        Label name = styled(RulesText.get(band.key()), "section-title");
        Label range = styled(numbers(band), "mono", "muted", "small");
        Label hint = styled(RulesText.get(band.key() + ".hint"), "muted", "small");
        HBox box = new HBox(10, name, range, hint);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private static String numbers(Band band) {
        if (band.first() == band.last()) {
            return Long.toString(band.first());
        }
        return band == Band.AFTER ? band.first() + "…" : band.first() + "–" + band.last();
    }

    /// The heading as text.
    static String text(Band band) {
        return String.join(
                "   ",
                RulesText.get(band.key()),
                numbers(band),
                RulesText.get(band.key() + ".hint"));
    }
}
