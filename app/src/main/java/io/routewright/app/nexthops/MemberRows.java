package io.routewright.app.nexthops;

import io.routewright.app.control.CheckedField;
import io.routewright.app.store.Snapshot;
import io.routewright.app.theme.Icons;
import io.routewright.netlink.NexthopObject;
import io.routewright.netlink.NexthopObject.Member;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The members of a group in its editor: an object and its weight a row.
final class MemberRows extends VBox {
    private final Snapshot state;
    private final Runnable onChange;
    private final List<Row> rows = new ArrayList<>();
    private final VBox list = new VBox(4);
    private final Button add = new Button(NexthopsText.get("form.member.add"), Icons.of("plus"));

    MemberRows(Snapshot state, List<Member> members, Runnable onChange) {
        this.state = state;
        this.onChange = onChange;
        setSpacing(4);
        members.forEach(m -> rows.add(new Row(m)));
        add.setId("member-add");
        add.setOnAction(e -> addFree());
        getChildren().setAll(list, add);
        draw();
    }

    private List<NexthopObject> singles() {
        return state.nexthops().stream().filter(n -> !n.isGroup() && !n.isFdb()).toList();
    }

    private void addFree() {
        List<Long> taken = rows.stream().map(r -> r.choice.getValue()).toList();
        singles().stream()
                .map(NexthopObject::id)
                .filter(i -> !taken.contains(i))
                .findFirst()
                .ifPresent(i -> rows.add(new Row(new Member(i, 1))));
        draw();
        onChange.run();
    }

    private void draw() {
        list.getChildren().setAll(rows);
        add.setDisable(rows.size() >= singles().size());
    }

    /// Why the members cannot be taken; empty when they can.
    Optional<String> problem() {
        return rows.stream().flatMap(r -> r.weight.problem().stream()).findFirst();
    }

    List<Member> members() {
        return rows.stream()
                .filter(r -> r.choice.getValue() != null)
                .map(r -> new Member(r.choice.getValue(), r.number()))
                .toList();
    }

    /// One member.
    private final class Row extends HBox {
        private final ComboBox<Long> choice = new ComboBox<>();
        private final CheckedField weight = new CheckedField(this::check);

        Row(Member member) {
            super(8);
            setAlignment(Pos.CENTER_LEFT);
            choice.getItems().setAll(singles().stream().map(NexthopObject::id).toList());
            choice.setConverter(new Words());
            choice.setValue(member.id());
            choice.getStyleClass().add("mono");
            choice.setMaxWidth(Double.MAX_VALUE);
            choice.setAccessibleText(NexthopsText.get("form.member"));
            HBox.setHgrow(choice, Priority.ALWAYS);
            weight.setText(Integer.toString(member.weight()));
            weight.setPrefWidth(72);
            weight.getStyleClass().add("mono");
            weight.setAlignment(Pos.CENTER_RIGHT);
            weight.setAccessibleText(NexthopsText.get("form.weight"));
            Button remove = new Button("", Icons.of("x"));
            remove.getStyleClass().add("icon-button");
            remove.setTooltip(new Tooltip(NexthopsText.get("form.member.remove")));
            remove.setAccessibleText(NexthopsText.get("form.member.remove"));
            remove.setOnAction(e -> drop());
            getChildren().setAll(choice, weight, remove);
            choice.valueProperty().subscribe((o, n) -> onChange.run());
            weight.textProperty().subscribe((o, n) -> onChange.run());
        }

        private void drop() {
            rows.remove(this);
            draw();
            onChange.run();
        }

        private int number() {
            return weight.problem().isPresent() ? 1 : Integer.parseInt(weight.getText().strip());
        }

        private Optional<String> check(String text) {
            int largest = state.kernel().largestGroupWeight();
            boolean isFine =
                    text.matches("\\d{1,6}")
                            && Integer.parseInt(text) >= 1
                            && Integer.parseInt(text) <= largest;
            String key = largest > 256 ? "weight.range" : "weight.range256";
            return isFine ? Optional.empty() : Optional.of(NexthopsText.get(key, largest));
        }
    }

    /// `1 via 10.0.0.1 dev eth0`.
    private final class Words extends StringConverter<Long> {
        @Override
        public String toString(Long id) {
            return id == null
                    ? ""
                    : state.nexthop(id)
                            .map(n -> io.routewright.app.describe.Describe.object(n, state))
                            .orElse(Long.toString(id));
        }

        @Override
        public Long fromString(String text) {
            return 0L;
        }
    }
}
