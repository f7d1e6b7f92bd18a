package io.routewright.app.routes;

import io.routewright.app.control.Column;
import io.routewright.app.store.Snapshot;
import io.routewright.app.text.KernelWords;
import io.routewright.netlink.Link;
import io.routewright.netlink.Route;
import io.routewright.protocol.TableName;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Edits one field of a route in its cell. Legs of a multipath route and of a nexthop object are edited in the form.
final class FieldEditor implements Column.Editor<RouteLine> {
    private final RouteField field;
    private final Supplier<RoutesModel> model;
    private final RoutesActions actions;

    FieldEditor(RouteField field, Supplier<RoutesModel> model, RoutesActions actions) {
        this.field = field;
        this.model = model;
        this.actions = actions;
    }

    private Snapshot there() {
        return model.get().projected();
    }

    @Override
    public Optional<String> start(RouteLine line) {
        boolean isLeg = field == RouteField.GATEWAY || field == RouteField.LINK;
        boolean isOwn = RouteForm.wayOf(line.shown()) == RouteForm.Way.SINGLE;
        return line.isEditable() && (isOwn || !isLeg)
                ? Optional.of(field.read(line.shown(), there()))
                : Optional.empty();
    }

    @Override
    public Optional<String> problem(RouteLine line, String text) {
        try {
            Route after = after(line, text);
            return Judgement.ofChange(line, after, model.get()).error();
        } catch (InvalidFieldException e) {
            return Optional.of(RoutesText.of(e));
        }
    }

    private Route after(RouteLine line, String text) throws InvalidFieldException {
        RouteForm form = RouteForm.edit(line.shown(), there());
        form.set(field, text);
        return form.route();
    }

    @Override
    public void commit(RouteLine line, String text) {
        try {
            actions.change(line, after(line, text));
        } catch (InvalidFieldException e) {
            throw new IllegalStateException("committed in spite of a problem", e);
        }
    }

    @Override
    public List<String> choices(RouteLine line) {
        return words(field, there());
    }

    /// Words offered for that field.
    static List<String> words(RouteField field, Snapshot s) {
        return switch (field) {
            case TABLE -> s.tableNames().all().stream().map(TableName::name).distinct().toList();
            case LINK -> s.links().all().stream().map(Link::name).toList();
            case SOURCE -> s.addresses().stream().map(a -> a.local().address().toString()).toList();
            case PROTOCOL -> KernelWords.protocolWords();
            case SCOPE -> KernelWords.scopeWords();
            case PREF -> List.of("low", "medium", "high");
            case FEATURES -> List.of("ecn", "tcp_usec_ts");
            case CONGCTL -> List.of("cubic", "reno", "bbr", "dctcp");
            case NEXTHOP -> s.nexthops().stream().map(n -> Long.toString(n.id())).toList();
            default -> List.of();
        };
    }
}
