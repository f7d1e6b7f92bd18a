package io.routewright.app.routes;

import io.routewright.app.control.CheckedField;
import io.routewright.app.control.FormDialog;
import io.routewright.app.routes.RouteForm.Way;
import io.routewright.netlink.Attribute;
import io.routewright.netlink.Family;
import io.routewright.netlink.IpAddress;
import io.routewright.netlink.Prefix;
import io.routewright.netlink.Route;
import io.routewright.netlink.RouteType;
import io.routewright.netlink.Rtnetlink;

import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.StringConverter;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The full editor of a route: what most routes have in front, every other attribute folded away.
final class RouteEditor {
    private static final List<RouteField> RARE =
            Stream.of(RouteField.values()).filter(f -> f.isDetail() || isRareKey(f)).toList();

    private static boolean isRareKey(RouteField f) {
        return f == RouteField.SCOPE
                || f == RouteField.TOS
                || f == RouteField.FROM
                || f == RouteField.PROTOCOL;
    }

    private final RouteForm form;
    private final RoutesModel model;
    private final Optional<RouteLine> line;
    private final FormDialog dialog;
    private final Map<RouteField, Node> controls = new EnumMap<>(RouteField.class);
    private final ComboBox<Way> ways = new ComboBox<>();
    private final LegsPane legs;
    private final Label objectNote = new Label(RoutesText.get("editor.object"));
    private boolean isBuilt;
    private boolean isTyped;

    private RouteEditor(RouteForm form, Optional<RouteLine> line, RoutesModel model) {
        this.form = form;
        this.line = line;
        this.model = model;
        String title = line.isPresent() ? "editor.edit" : "editor.add";
        String act = line.isPresent() ? "editor.stage-change" : "editor.stage";
        dialog = new FormDialog(RoutesText.get(title), RoutesText.get(act));
        legs = new LegsPane(model.projected(), this::legsChanged);
        build();
    }

    /// An empty form for a route of that table; 0 for main.
    static RouteEditor blank(long tableId, RoutesModel model) {
        long table = tableId == 0 ? Rtnetlink.RT_TABLE_MAIN : tableId;
        Route start = Route.to(Prefix.any(Family.INET), table);
        return new RouteEditor(RouteForm.blank(start, model.projected()), Optional.empty(), model);
    }

    static RouteEditor add(Route start, RoutesModel model) {
        return new RouteEditor(RouteForm.add(start, model.projected()), Optional.empty(), model);
    }

    static RouteEditor edit(RouteLine line, RoutesModel model) {
        return new RouteEditor(
                RouteForm.edit(line.shown(), model.projected()), Optional.of(line), model);
    }

    FormDialog dialog() {
        return dialog;
    }

    RouteEditor onDone(Consumer<Route> handler) {
        dialog.setOnAccept(() -> {
            try {
                handler.accept(form.route());
                return Optional.empty();
            } catch (InvalidFieldException e) {
                return Optional.of(RoutesText.of(e));
            }
        });
        return this;
    }

    void show(Window owner) {
        dialog.show(owner);
        Node first = controls.get(RouteField.DESTINATION);
        if (first != null) {
            first.requestFocus();
        }
    }

    private void build() {
        row(RouteField.DESTINATION);
        row(RouteField.TYPE);
        wayRow();
        row(RouteField.GATEWAY);
        row(RouteField.LINK);
        row(RouteField.ONLINK);
        FormDialog.widen(legs);
        dialog.row(RoutesText.get("field.legs"), legs);
        row(RouteField.NEXTHOP);
        objectNote.getStyleClass().addAll("muted", "small");
        objectNote.setWrapText(true);
        dialog.wide(objectNote);
        row(RouteField.TABLE);
        row(RouteField.METRIC);
        row(RouteField.SOURCE);
        dialog.advanced();
        RARE.forEach(this::row);
        unknown();
        dialog.setUnfolded(RARE.stream().anyMatch(this::isSaid));
        legs.show(form.legs(), form.family());
        isBuilt = true;
        refresh();
    }

    private boolean isSaid(RouteField field) {
        return !isRareKey(field) && !form.text(field).isEmpty();
    }

    private void unknown() {
        List<String> kinds =
                line.stream()
                        .flatMap(l -> l.shown().attributes().list().stream())
                        .filter(a -> a.kind() > 31)
                        .map(RouteEditor::hex)
                        .toList();
        if (!kinds.isEmpty()) {
            dialog.row(
                    RoutesText.get("editor.unknown"),
                    new Label(String.join(", ", kinds)),
                    RoutesText.get("editor.unknown.help"));
        }
    }

    private static String hex(Attribute a) {
        return a.kind() + "=" + a.value();
    }

    private void row(RouteField field) {
        Node control =
                switch (field) {
                    case TYPE -> type();
                    case ONLINK -> onLink();
                    default -> text(field);
                };
        control.setId("route-" + field.name().toLowerCase(Locale.ROOT));
        controls.put(field, control);
        dialog.row(RoutesText.get(field.key()), control, RoutesText.get(field.key() + ".help"));
    }

    private void wayRow() {
        ways.setItems(FXCollections.observableArrayList(Way.SINGLE, Way.MULTIPATH, Way.OBJECT));
        ways.setConverter(new WayWords());
        ways.setId("route-way");
        ways.setValue(form.way() == Way.NONE ? Way.SINGLE : form.way());
        ways.valueProperty().subscribe(w -> wayChosen());
        dialog.row(RoutesText.get("field.way"), ways);
    }

    private void wayChosen() {
        if (isBuilt) {
            form.setLegs(legs.legs());
            refresh();
        }
    }

    /// Names the ways.
    private static final class WayWords extends StringConverter<Way> {
        @Override
        public String toString(Way way) {
            return RoutesText.get("way." + way.name().toLowerCase(Locale.ROOT));
        }

        @Override
        public Way fromString(String text) {
            throw new UnsupportedOperationException("the box is not editable");
        }
    }

    private Node type() {
        ComboBox<String> box =
                new ComboBox<>(
                        FXCollections.observableArrayList(
                                "unicast", "blackhole", "unreachable", "prohibit", "throw"));
        String now = form.text(RouteField.TYPE);
        if (!box.getItems().contains(now)) {
            box.getItems().add(now);
        }
        box.setValue(now);
        box.valueProperty().subscribe(v -> set(RouteField.TYPE, v == null ? "" : v));
        return box;
    }

    private Node onLink() {
        CheckBox box = new CheckBox();
        box.setSelected(form.text(RouteField.ONLINK).equals(RouteField.YES));
        box.selectedProperty().subscribe(s -> set(RouteField.ONLINK, s ? RouteField.YES : ""));
        return box;
    }

    private Node text(RouteField field) {
        // A field judges its empty text as soon as it is made, which must not reach the form.
        CheckedField text = new CheckedField(t -> Optional.empty());
        text.getStyleClass().add("mono");
        text.setWords(FieldEditor.words(field, model.projected()));
        text.setText(form.text(field));
        if (field == RouteField.DESTINATION) {
            text.setPromptText(RoutesText.get("prompt.destination"));
        }
        text.setCheck(t -> problem(field, t));
        text.textProperty().subscribe((o, t) -> set(field, t));
        return text;
    }

    private Optional<String> problem(RouteField field, String text) {
        form.set(field, text);
        if (field == RouteField.DESTINATION) {
            follow(text);
        }
        // A field that waits to be filled in is no mistake yet.
        boolean isWaiting = text.isEmpty() && !isTyped;
        return isWaiting ? Optional.empty() : form.problem(field).map(RoutesText::of);
    }

    /// A new route takes the family of what is typed; the gateway decides for `default`.
    private void follow(String destination) {
        Optional<Family> typed =
                Prefix.parse(destination.strip())
                        .map(Prefix::family)
                        .or(() ->
                                IpAddress.parse(form.text(RouteField.GATEWAY))
                                        .map(IpAddress::family));
        typed.ifPresent(form::setFamily);
    }

    private void set(RouteField field, String text) {
        form.set(field, text);
        if (isBuilt) {
            isTyped = isTyped || field == RouteField.DESTINATION;
            if (field == RouteField.GATEWAY) {
                follow(form.text(RouteField.DESTINATION));
            }
            refresh();
        }
    }

    private void legsChanged() {
        form.setLegs(legs.legs());
        refresh();
    }

    private void refresh() {
        boolean isReject =
                RouteType.ofWord(form.text(RouteField.TYPE))
                        .filter(RouteType::isReject)
                        .isPresent();
        Way way = isReject ? Way.NONE : ways.getValue();
        form.setWay(way);
        show(ways, !isReject);
        show(controls.get(RouteField.GATEWAY), way == Way.SINGLE);
        show(controls.get(RouteField.LINK), way == Way.SINGLE);
        show(
                controls.get(RouteField.ONLINK),
                way == Way.SINGLE && !form.text(RouteField.GATEWAY).isEmpty());
        show(legs, way == Way.MULTIPATH);
        show(controls.get(RouteField.NEXTHOP), way == Way.OBJECT);
        objectNote.setVisible(way == Way.OBJECT);
        objectNote.setManaged(way == Way.OBJECT);
        judge(way);
        fit();
    }

    /// The window follows rows that come and go.
    private void fit() {
        Scene scene = dialog.root().getScene();
        if (scene != null && scene.getWindow() instanceof Stage stage && stage.isShowing()) {
            stage.sizeToScene();
        }
    }

    /// Shows or hides a whole row: label, control and help.
    private static void show(@org.jspecify.annotations.Nullable Node control, boolean isShown) {
        if (control != null && control.getParent() != null) {
            Node row = control.getParent().getParent();
            control.setVisible(isShown);
            row.setVisible(isShown);
            row.setManaged(isShown);
        }
    }

    private void judge(Way way) {
        Optional<String> legProblem = way == Way.MULTIPATH ? legs.problem() : Optional.empty();
        if (legProblem.isPresent()) {
            tell("", false, legProblem.get());
            return;
        }
        try {
            Route route = form.route();
            Judgement j =
                    line.map(l -> Judgement.ofChange(l, route, model))
                            .orElseGet(() -> Judgement.ofAdding(route, model));
            tell(j.note(), j.isWarning(), j.error().orElse(""));
        } catch (InvalidFieldException e) {
            boolean isAtAField = form.problem(RouteField.DESTINATION).isPresent();
            tell(isAtAField ? "" : RoutesText.of(e), false, "");
            dialog.setBlocked(true);
        }
    }

    private void tell(String note, boolean isWarning, String error) {
        dialog.setNote(note, isWarning);
        dialog.setError(error);
        dialog.setBlocked(!error.isEmpty());
    }
}
