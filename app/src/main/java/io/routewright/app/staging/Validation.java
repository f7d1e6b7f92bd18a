package io.routewright.app.staging;

import io.routewright.app.store.Snapshot;
import io.routewright.netlink.Address;
import io.routewright.netlink.Family;
import io.routewright.netlink.IpAddress;
import io.routewright.netlink.Link;
import io.routewright.netlink.NexthopObject;
import io.routewright.netlink.Prefix;
import io.routewright.netlink.Route;
import io.routewright.netlink.RtnetlinkObject;
import io.routewright.netlink.Rule;
import io.routewright.protocol.Operation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Judges intended changes before the kernel does, while they are typed and before they are applied. Pure: the answer
/// depends on the arguments alone. The kernel has the last word: an ERROR is what it would refuse as far as is known.
public final class Validation {
    /// Why a text is no address, prefix or name.
    ///
    /// @param sentence what is wrong
    /// @param fix what was likely meant; empty when there is nothing to suggest
    public record Problem(String sentence, String fix) {}

    private Validation() {}

    /// Findings on one intended operation.
    ///
    /// @param others the other staged operations; those on the same object are ignored
    public static List<Finding> of(Operation operation, List<Operation> others, Snapshot truth) {
        List<Operation> all = new ArrayList<>(others);
        all.remove(operation);
        all.add(operation);
        return of(operation, truth, Projection.of(truth, all));
    }

    /// Findings on everything staged, by operation; operations without findings are left out.
    public static Map<Operation, List<Finding>> ofAll(List<Operation> operations, Snapshot truth) {
        Snapshot projected = Projection.of(truth, operations);
        Map<Operation, List<Finding>> found = new LinkedHashMap<>();
        for (Operation operation : operations) {
            List<Finding> own = of(operation, truth, projected);
            if (!own.isEmpty()) {
                found.put(operation, own);
            }
        }
        return found;
    }

    private static List<Finding> of(Operation operation, Snapshot truth, Snapshot projected) {
        Check check = new Check(operation, truth, projected);
        switch (operation) {
            case Operation.Create op -> after(op.after(), check);
            case Operation.Change op -> after(op.after(), check);
            case Operation.Delete op -> before(op.before(), check);
            case Operation.Name op -> {
                /* see tableName */
            }
            case Operation.Sysctl op -> {
                /* values come from a closed choice */
            }
        }
        return check.findings();
    }

    private static void after(RtnetlinkObject object, Check check) {
        switch (object) {
            case Route o -> RouteChecks.check(o, check);
            case Rule o -> RuleChecks.check(o, check);
            case NexthopObject o -> NexthopChecks.check(o, check);
            case Link o -> LinkChecks.check(o, check);
            case Address o -> AddressChecks.check(o, check);
            default -> {
                /* neighbours and settings are not staged */
            }
        }
    }

    private static void before(RtnetlinkObject object, Check check) {
        switch (object) {
            case NexthopObject o -> NexthopChecks.checkDeletion(o, check);
            case Link o -> LinkChecks.checkDeletion(o, check);
            case Rule o -> RuleChecks.checkDeletion(o, check);
            case Address o -> AddressChecks.checkDeletion(o, check);
            default -> {
                /* nothing else goes with it */
            }
        }
    }

    /// What is wrong with the text of an address of that family; empty when it is one.
    public static Optional<Problem> addressText(String text, Family family) {
        Optional<IpAddress> address = IpAddress.parse(text.strip());
        return address.isEmpty()
                ? Optional.of(problem("address", text))
                : familyProblem(address.get(), family);
    }

    /// What is wrong with the text of a prefix of that family (`default` is one); empty when it is one. With
    /// `isRoute`, host bits are wrong as well.
    public static Optional<Problem> prefixText(String text, Family family, boolean isRoute) {
        String word = text.strip();
        if (word.equals("default") || word.equals("all") || word.equals("any")) {
            return Optional.empty();
        }
        Optional<Prefix> prefix = Prefix.parse(word);
        if (prefix.isEmpty()) {
            return Optional.of(problem("prefix", text));
        }
        if (isRoute && prefix.get().hasHostBits()) {
            return Optional.of(
                    new Problem(
                            Staged.STRINGS.get("finding.hostBits", word),
                            Staged.STRINGS.get("fix.hostBits", word, prefix.get().masked())));
        }
        return familyProblem(prefix.get().address(), family);
    }

    private static Optional<Problem> familyProblem(IpAddress address, Family family) {
        return address.family() == family
                ? Optional.empty()
                : Optional.of(problem("family", address.toString(), familyWord(family)));
    }

    static String familyWord(Family family) {
        return family == Family.INET ? "IPv4" : "IPv6";
    }

    private static Problem problem(String key, Object... values) {
        return new Problem(
                Staged.STRINGS.get("text." + key, values),
                Staged.STRINGS.get("textFix." + key, values));
    }

    /// What is wrong with that name for that table; the empty name takes the name away and is fine.
    public static Optional<Problem> tableName(long tableId, String name, Snapshot truth) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        if (!name.matches("[^\\s#]{1,63}") || name.startsWith("/")) {
            return Optional.of(problem("nameForm", name));
        }
        if (name.matches("[+-]?(0[xX][0-9a-fA-F]*|\\d+)")) {
            return Optional.of(problem("nameNumber", name));
        }
        return truth.tableNames()
                .idOf(name)
                .filter(id -> id != tableId)
                .map(id -> problem("nameTaken", name, Long.toString(id)));
    }
}
