package io.routewright.app.nexthops;

import io.routewright.app.control.Badge;
import io.routewright.app.store.Snapshot;
import io.routewright.app.theme.Icons;
import io.routewright.netlink.Family;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What decides, for all cards at once: how flows are spread, and what happens when a path fails.
final class PolicyView extends VBox {
    /// Takes a new value for a sysctl.
    interface Switch {
        void set(String key, String before, String after);
    }

    private final Switch onSwitch;
    private List<Object> last = List.of();

    PolicyView(Switch onSwitch) {
        this.onSwitch = onSwitch;
        setSpacing(4);
        getStyleClass().add("card");
    }

    /// @param state the state with everything staged
    void show(Snapshot truth, Snapshot state) {
        List<Object> now = List.of(truth.sysctls(), state.sysctls(), truth.kernel());
        if (now.equals(last)) {
            return;
        }
        last = now;
        List<Node> nodes = new ArrayList<>();
        nodes.add(heading("policy.spread", false));
        for (Family family : Family.values()) {
            HashPolicy.of(state, family).ifPresent(p -> nodes.add(spread(p, truth, state)));
        }
        if (nodes.size() == 1) {
            nodes.add(wrapped(new Label(NexthopsText.get("policy.unknown")), "muted"));
        }
        nodes.add(heading("policy.fail", true));
        Failover.of(state).forEach(c -> nodes.add(failover(c, truth, state)));
        nodes.add(wrapped(new Label(NexthopsText.get("policy.groups")), "muted"));
        getChildren().setAll(nodes);
    }

    private static Label heading(String key, boolean hasSpace) {
        Label label = new Label(NexthopsText.get(key));
        label.getStyleClass().add("section-title");
        label.setPadding(new javafx.geometry.Insets(hasSpace ? 10 : 0, 0, 2, 0));
        return label;
    }

    private static Label wrapped(Label label, String style) {
        label.getStyleClass().addAll("small", style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private Node spread(HashPolicy policy, Snapshot truth, Snapshot state) {
        ComboBox<String> choice = new ComboBox<>();
        for (int i = 0; i < HashPolicy.COUNT; i++) {
            choice.getItems().add(Integer.toString(i));
        }
        choice.setConverter(new Words());
        choice.setValue(policy.value());
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setId("hash-" + policy.family().name());
        choice.setAccessibleText(NexthopsText.get("policy.of." + policy.family().name()));
        choice.setDisable(!canWrite(truth));
        choice.setOnAction(e -> onSwitch.set(policy.key(), policy.value(), choice.getValue()));
        HBox.setHgrow(choice, javafx.scene.layout.Priority.ALWAYS);
        Label family = new Label(NexthopsText.get("family." + policy.family().name()));
        family.setMinWidth(36);
        HBox row = new HBox(8, family, choice);
        row.setAlignment(Pos.CENTER_LEFT);
        mark(row, policy.key(), truth, state);
        String key = "policy.why." + policy.value();
        return new VBox(2, row, wrapped(new Label(NexthopsText.get(key)), "muted"));
    }

    private Node failover(Failover.Case c, Snapshot truth, Snapshot state) {
        String text =
                c.isKnown()
                        ? NexthopsText.get("case." + c.id() + (c.isOn() ? ".on" : ".off"))
                        : NexthopsText.get("policy.unknown");
        Label sentence = wrapped(new Label(text), "muted");
        HBox head = c.key().isPresent() ? switched(c, c.key().get(), truth, state) : fixed(c);
        head.setAlignment(Pos.CENTER_LEFT);
        return new VBox(0, head, sentence);
    }

    private static HBox fixed(Failover.Case c) {
        Label name = new Label(NexthopsText.get("case." + c.id()));
        name.setGraphic(
                !c.isKnown()
                        ? Icons.of("help-circle", "muted")
                        : Icons.of(c.isOn() ? "check" : "x", c.isOn() ? "added" : "danger"));
        name.setGraphicTextGap(9);
        name.setMinHeight(26);
        return new HBox(8, name);
    }

    private HBox switched(Failover.Case c, String key, Snapshot truth, Snapshot state) {
        CheckBox box = new CheckBox(NexthopsText.get("case." + c.id()));
        box.setSelected(c.isOn());
        box.setId("case-" + c.id());
        box.setDisable(!canWrite(truth));
        String before = state.sysctls().getOrDefault(key, "0");
        box.setOnAction(e -> onSwitch.set(key, before, box.isSelected() ? "1" : "0"));
        HBox head = new HBox(8, box);
        mark(head, key, truth, state);
        return head;
    }

    private static void mark(HBox row, String key, Snapshot truth, Snapshot state) {
        Optional<String> old = Optional.ofNullable(truth.sysctls().get(key));
        if (!old.equals(Optional.ofNullable(state.sysctls().get(key)))) {
            row.getChildren().add(Badge.of(NexthopsText.get("badge.changed"), "changed"));
        }
        if (!canWrite(truth)) {
            row.getChildren()
                    .add(
                            Badge.explained(
                                    NexthopsText.get("policy.readonly"),
                                    NexthopsText.get("policy.readonly.why")));
        }
    }

    /// Before the helper has said anything, and where it says so.
    private static boolean canWrite(Snapshot truth) {
        return truth.kernel().features().isEmpty()
                || truth.kernel().features().contains("sysctl-write");
    }

    /// The names of the hash policies.
    private static final class Words extends StringConverter<String> {
        @Override
        public String toString(String value) {
            return value == null ? "" : NexthopsText.get("policy.name." + value);
        }

        @Override
        public String fromString(String words) {
            return words;
        }
    }
}
