package io.routewright.app.shell;

import io.routewright.app.describe.Describe;
import io.routewright.app.store.Snapshot;
import io.routewright.app.text.Strings;
import io.routewright.netlink.RtnetlinkObject;
import io.routewright.protocol.Message;
import io.routewright.protocol.Operation;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How an apply ended, in words. Holds no nodes.
///
/// @param isDone whether the changes are in the kernel now
/// @param title one line
/// @param sentence what happened, to which object, and what to do
/// @param kernelWords the kernel's own, verbatim; may be empty
/// @param failed the operation that stopped it
/// @param aftermath whether everything was put back
record OutcomeWords(
        boolean isDone,
        String title,
        String sentence,
        String kernelWords,
        Optional<Operation> failed,
        String aftermath) {
    private static final Strings TEXT = new Strings(OutcomeWords.class);

    static OutcomeWords of(Message.Outcome outcome, List<Operation> operations, Snapshot truth) {
        Teller teller = new Teller(operations, truth);
        return switch (outcome) {
            case Message.Applied o -> done(operations.size());
            case Message.Rejected o -> teller.rejected(o);
            case Message.Conflict o -> teller.conflict(o);
            case Message.RolledBack o -> teller.rolledBack(o);
            case Message.Denied o -> untouched("denied", o.reason());
            case Message.Busy o -> untouched("busy", TEXT.get("outcome.busy.sentence"));
            case Message.Malformed o -> untouched("malformed", o.what());
        };
    }

    private static OutcomeWords done(int count) {
        String title = TEXT.get("outcome.applied", count);
        return new OutcomeWords(true, title, "", "", Optional.empty(), "");
    }

    private static OutcomeWords untouched(String key, String sentence) {
        return new OutcomeWords(
                false,
                TEXT.get("outcome." + key),
                sentence,
                "",
                Optional.empty(),
                TEXT.get("outcome.untouched"));
    }

    /// The objects whose rows show the failure.
    Map<RtnetlinkObject, Outcomes.Failure> failures() {
        Outcomes.Failure failure = new Outcomes.Failure(title + " " + aftermath, kernelWords);
        return failed.flatMap(OutcomeWords::object).map(o -> Map.of(o, failure)).orElse(Map.of());
    }

    private static Optional<RtnetlinkObject> object(Operation operation) {
        return switch (operation) {
            case Operation.Create op -> Optional.of(op.after());
            case Operation.Delete op -> Optional.of(op.before());
            case Operation.Change op -> Optional.of(op.before());
            case Operation.Name op -> Optional.empty();
            case Operation.Sysctl op -> Optional.empty();
        };
    }

    /// Finds the words for one change set.
    private record Teller(List<Operation> operations, Snapshot truth) {
        OutcomeWords rejected(Message.Rejected o) {
            return at(o.operation(), "outcome.rejected", o.words(), TEXT.get("outcome.untouched"));
        }

        OutcomeWords conflict(Message.Conflict o) {
            String key = o.present().length() == 0 ? "outcome.gone" : "outcome.moved";
            return at(o.operation(), key, "", TEXT.get("outcome.untouched"));
        }

        OutcomeWords rolledBack(Message.RolledBack o) {
            String words = o.words().isEmpty() ? Errno.words(o.errno()) : o.words();
            String aftermath =
                    o.notUndone().isEmpty()
                            ? TEXT.get("outcome.putback")
                            : TEXT.get("outcome.notputback", names(o.notUndone()));
            return at(o.operation(), "outcome.rolledback", words, aftermath);
        }

        private String names(List<Integer> indexes) {
            return String.join("; ", indexes.stream().map(this::name).toList());
        }

        private String name(int index) {
            return index >= 0 && index < operations.size()
                    ? Describe.operation(operations.get(index), truth)
                    : TEXT.get("outcome.unknown");
        }

        private OutcomeWords at(int index, String key, String words, String aftermath) {
            Optional<Operation> failed =
                    index >= 0 && index < operations.size()
                            ? Optional.of(operations.get(index))
                            : Optional.empty();
            return new OutcomeWords(false, TEXT.get(key), name(index), words, failed, aftermath);
        }
    }
}
