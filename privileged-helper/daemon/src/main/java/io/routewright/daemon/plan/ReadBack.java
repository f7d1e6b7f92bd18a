package io.routewright.daemon.plan;

import io.routewright.netlink.Attribute;
import io.routewright.netlink.Canonical;
import io.routewright.netlink.Link;
import io.routewright.netlink.Route;
import io.routewright.netlink.RtnetlinkObject;
import io.routewright.netlink.Rule;
import io.routewright.protocol.Operation;

import java.util.List;
import java.util.Optional;

/// Whether the kernel holds what the operations asked for. Some kernels take a rule or a route and silently leave out
/// what they do not know; a delete may take another object than the one meant.
public final class ReadBack {
    /// An operation that did not come out as asked.
    public record Deviation(int operation, String words) {}

    private ReadBack() {}

    /// The first deviation of `now`, read after the last step.
    ///
    /// @param isQuiet whether nothing was done that makes the kernel drop other objects: then the others must all stand
    public static Optional<Deviation> firstDeviation(
            Goal goal, Picture wished, Picture now, boolean isQuiet) {
        List<Operation> all = goal.operations();
        for (int i = 0; i < all.size(); i++) {
            Optional<String> words = deviation(all.get(i), wished, now);
            if (words.isPresent()) {
                return Optional.of(new Deviation(i, words.get()));
            }
        }
        return isQuiet ? lost(goal, now) : Optional.empty();
    }

    private static Optional<String> deviation(Operation operation, Picture wished, Picture now) {
        return switch (operation) {
            case Operation.Create op -> present(op.after(), wished, now);
            case Operation.Change op ->
                    present(op.after(), wished, now).or(() -> gone(op.before(), wished, now));
            case Operation.Delete op -> gone(op.before(), wished, now);
            case Operation.Name op -> Optional.empty();
            case Operation.Sysctl op -> Optional.empty();
        };
    }

    private static Optional<String> present(RtnetlinkObject after, Picture wished, Picture now) {
        Spot spot = Spot.of(after);
        if (wished.at(spot).stream().noneMatch(o -> Lists.isSame(o, after))
                || isIn(after, now.at(spot))) {
            return Optional.empty();
        }
        return Optional.of(
                closest(after, now.at(spot))
                        .map(found -> difference(after, found))
                        .orElse("the kernel said it was done, but the object is not there"));
    }

    private static boolean isIn(RtnetlinkObject asked, List<RtnetlinkObject> found) {
        return found.stream().anyMatch(o -> difference(asked, o).isEmpty());
    }

    private static Optional<RtnetlinkObject> closest(
            RtnetlinkObject asked, List<RtnetlinkObject> found) {
        return found.reversed().stream()
                .filter(o -> Canonical.key(o).equals(Canonical.key(asked)))
                .findFirst();
    }

    /// What was asked for and is not so; empty when all is. More than asked is no difference: the kernel fills in defaults.
    private static String difference(RtnetlinkObject asked, RtnetlinkObject found) {
        if (asked instanceof Link a && found instanceof Link b) {
            return LinkSteps.of(0, Optional.of(b), Optional.of(a), false).isEmpty()
                    ? ""
                    : "the link is not as asked";
        }
        RtnetlinkObject a = Canonical.of(asked);
        RtnetlinkObject b = Canonical.of(found);
        if (!header(a).equals(header(b))) {
            return "the kernel keeps it with another header: " + header(b);
        }
        for (Attribute attribute : a.attributes()) {
            if (b.attributes().find(attribute.kind()).filter(attribute.value()::equals).isEmpty()) {
                return "this kernel took it but silently left out or changed "
                        + name(asked, attribute.kind());
            }
        }
        return "";
    }

    private static String header(RtnetlinkObject o) {
        int length = o.payload().length() - o.attributes().encode().length();
        return o.payload().slice(0, length).toString();
    }

    private static String name(RtnetlinkObject object, int kind) {
        return switch (object) {
            case Rule r -> RuleChecks.fields(r.family()).nameOf(kind);
            case Route r -> RouteChecks.fields(r.family()).nameOf(kind);
            default -> "attribute " + kind;
        };
    }

    /// Not there, or as often as it shall be.
    private static Optional<String> gone(RtnetlinkObject before, Picture wished, Picture now) {
        Spot spot = Spot.of(before);
        long left = now.at(spot).stream().filter(o -> Lists.isSame(o, before)).count();
        long meant = wished.at(spot).stream().filter(o -> Lists.isSame(o, before)).count();
        return left <= meant
                ? Optional.empty()
                : Optional.of("the kernel said it was done, but the object is still there");
    }

    private static Optional<Deviation> lost(Goal goal, Picture now) {
        for (var touched : goal.touched().entrySet()) {
            for (RtnetlinkObject o : goal.picture().at(touched.getKey())) {
                if (goal.authorOf(o).isEmpty() && !Lists.holds(now.at(touched.getKey()), o)) {
                    return Optional.of(
                            new Deviation(touched.getValue(), "another object went with it"));
                }
            }
        }
        return Optional.empty();
    }
}
