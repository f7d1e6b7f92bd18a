package io.routewright.app.nexthops;

import io.routewright.app.control.CheckedField;
import io.routewright.app.control.FormDialog;
import io.routewright.app.store.Snapshot;
import io.routewright.app.text.KernelWords;
import io.routewright.netlink.NexthopObject;
import io.routewright.netlink.NexthopObject.Member;
import io.routewright.netlink.NexthopObject.Resilience;
import io.routewright.protocol.Operation;

import javafx.scene.control.ComboBox;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The editor of a nexthop group. Its kind and bucket count never change in the kernel, so they are fixed here too.
final class GroupForm {
    /// USER_HZ: the unit of the timers on the wire.
    private static final int HZ = 100;

    /// The kernel's own timers (linux/nexthop.h, struct nh_res_table).
    private static final Resilience DEFAULT = new Resilience(128, 120 * HZ, 0);

    private final FormDialog form;
    private final Snapshot state;
    private final Optional<NexthopObject> before;
    private final CheckedField id;
    private final ComboBox<String> kind = new ComboBox<>();
    private final CheckedField buckets = number("form.buckets.wrong", 1, 65535);
    private final CheckedField idle = number("form.seconds.wrong", 0, 1_000_000);
    private final CheckedField unbalanced = number("form.seconds.wrong", 0, 1_000_000);
    private final MemberRows members;

    GroupForm(Optional<NexthopObject> before, Snapshot state) {
        this.before = before;
        this.state = state;
        id = number("form.id.wrong", 1, 0xffff_ffffL);
        members = new MemberRows(state, firstMembers(), this::judge);
        String title = before.isPresent() ? "form.edit.group" : "form.add.group";
        form = new FormDialog(NexthopsText.get(title), NexthopsText.get("form.stage"));
        kind.getItems().setAll(NexthopsText.get("form.hashed"), NexthopsText.get("form.resilient"));
        kind.setMaxWidth(Double.MAX_VALUE);
        name();
        fill();
        String fixed = before.isPresent() ? NexthopsText.get("form.fixed") : "";
        form.row(
                        NexthopsText.get("form.id"),
                        id,
                        before.isPresent() ? NexthopsText.get("form.id.fixed") : "")
                .row(NexthopsText.get("form.kind"), kind, kindHelp(fixed))
                .row(NexthopsText.get("form.members"), members)
                .section(NexthopsText.get("form.resilience"))
                .row(NexthopsText.get("form.buckets"), buckets, fixed)
                .row(NexthopsText.get("form.idle"), idle, NexthopsText.get("form.idle.help"))
                .row(
                        NexthopsText.get("form.unbalanced"),
                        unbalanced,
                        NexthopsText.get("form.unbalanced.help"));
        List.of(id, buckets, idle, unbalanced)
                .forEach(f -> f.textProperty().subscribe((o, n) -> judge()));
        kind.valueProperty().subscribe(v -> judge());
    }

    private String kindHelp(String fixed) {
        boolean canBeResilient = state.kernel().features().contains("resilient");
        return fixed.isEmpty() && !canBeResilient ? NexthopsText.get("form.noresilient") : fixed;
    }

    private void name() {
        id.setId("group-id");
        kind.setId("group-kind");
        buckets.setId("group-buckets");
        idle.setId("group-idle");
        unbalanced.setId("group-unbalanced");
    }

    private static CheckedField number(String problem, long least, long most) {
        CheckedField field =
                new CheckedField(t ->
                        KernelWords.unsigned(t, 10, most).filter(n -> n >= least).isPresent()
                                ? Optional.empty()
                                : Optional.of(NexthopsText.get(problem)));
        field.getStyleClass().add("mono");
        return field;
    }

    private List<Member> firstMembers() {
        return before.map(NexthopObject::members)
                .orElseGet(() ->
                        state.nexthops().stream()
                                .filter(n -> !n.isGroup() && !n.isFdb() && !n.isBlackhole())
                                .limit(2)
                                .map(n -> new Member(n.id(), 1))
                                .toList());
    }

    private void fill() {
        id.setText(Long.toString(before.map(NexthopObject::id).orElse(Ids.free(state))));
        id.setDisable(before.isPresent());
        Optional<Resilience> r = before.flatMap(NexthopObject::resilience);
        kind.getSelectionModel().select(r.isPresent() ? 1 : 0);
        boolean canBeResilient = state.kernel().features().contains("resilient");
        kind.setDisable(before.isPresent() || !canBeResilient);
        Resilience shown = r.orElse(DEFAULT);
        buckets.setText(Integer.toString(shown.buckets()));
        idle.setText(Long.toString(shown.idleTimer() / HZ));
        unbalanced.setText(Long.toString(shown.unbalancedTimer() / HZ));
    }

    private boolean isResilient() {
        return kind.getSelectionModel().getSelectedIndex() == 1;
    }

    private void judge() {
        buckets.setDisable(!isResilient() || before.isPresent());
        idle.setDisable(!isResilient());
        unbalanced.setDisable(!isResilient());
        Optional<String> problem = members.problem();
        boolean isBad =
                List.of(id, buckets, idle, unbalanced).stream()
                        .anyMatch(f -> !f.isDisabled() && f.problem().isPresent());
        if (isBad || problem.isPresent()) {
            form.setNote("", false);
            form.setError(problem.orElse(""));
            form.setBlocked(true);
            return;
        }
        NexthopObject after = result();
        Operation intended =
                before.<Operation>map(b -> new Operation.Change(b, after))
                        .orElseGet(() -> new Operation.Create(after));
        Judgement.show(form, intended, state);
    }

    NexthopObject result() {
        Optional<Resilience> resilience =
                isResilient()
                        ? Optional.of(
                                new Resilience(
                                        Integer.parseInt(buckets.getText().strip()),
                                        Long.parseLong(idle.getText().strip()) * HZ,
                                        Long.parseLong(unbalanced.getText().strip()) * HZ))
                        : Optional.empty();
        long number = Long.parseLong(id.getText().strip());
        GroupDraft draft = new GroupDraft(number, members.members(), kept(resilience));
        return before.map(draft::patch).orElseGet(draft::create);
    }

    /// Timers that show the same seconds keep their hundredths.
    private Optional<Resilience> kept(Optional<Resilience> shown) {
        Optional<Resilience> old = before.flatMap(NexthopObject::resilience);
        boolean isSame =
                shown.isPresent()
                        && old.isPresent()
                        && old.get().idleTimer() / HZ == shown.get().idleTimer() / HZ
                        && old.get().unbalancedTimer() / HZ == shown.get().unbalancedTimer() / HZ;
        return isSame ? old : shown;
    }

    GroupForm onDone(Consumer<NexthopObject> handler) {
        form.setOnAccept(() -> {
            handler.accept(result());
            return Optional.empty();
        });
        return this;
    }

    FormDialog dialog() {
        judge();
        return form;
    }
}
