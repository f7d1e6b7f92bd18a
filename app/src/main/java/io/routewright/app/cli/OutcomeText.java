package io.routewright.app.cli;

import io.routewright.app.ipcommand.Parsed;
import io.routewright.app.text.Errno;
import io.routewright.app.text.Strings;
import io.routewright.protocol.Message;
import io.routewright.protocol.Operation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Why an apply did not happen, in one line: which line of the file, the kernel's name for it and its own words, and
/// what became of the rest.
record OutcomeText(Parsed parsed, List<Operation> operations) {
    private static final Strings STRINGS = new Strings(OutcomeText.class);

    String sentence(Message.Outcome outcome) {
        return switch (outcome) {
            case Message.Applied m -> "";
            case Message.Rejected m ->
                    STRINGS.get("outcome.rejected", at(m.operation()), cause(m.errno(), m.words()));
            case Message.Conflict m -> STRINGS.get("outcome.conflict", at(m.operation()));
            case Message.RolledBack m -> rolledBack(m);
            case Message.Denied m -> STRINGS.get("outcome.denied", m.reason());
            case Message.Busy m -> STRINGS.get("outcome.busy");
            case Message.Malformed m -> STRINGS.get("outcome.malformed", m.what());
        };
    }

    private String rolledBack(Message.RolledBack m) {
        String cause = cause(m.errno(), m.words());
        if (m.notUndone().isEmpty()) {
            return STRINGS.get("outcome.rolledBack", at(m.operation()), cause);
        }
        String left = m.notUndone().stream().map(this::at).collect(Collectors.joining("; "));
        return STRINGS.get("outcome.partly", at(m.operation()), cause, left);
    }

    private static String cause(int errno, String words) {
        String name = Errno.name(errno);
        return words.isEmpty() ? name : name + ", " + words;
    }

    /// `line 3, "ip route add …"`.
    private String at(int index) {
        if (index < 0 || index >= operations.size()) {
            return STRINGS.get("outcome.somewhere");
        }
        Optional<Integer> line = parsed.lineOf(operations.get(index));
        String command =
                parsed.steps().stream()
                        .filter(s -> line.filter(l -> l == s.line()).isPresent())
                        .map(Parsed.Step::text)
                        .reduce("", (first, second) -> second);
        return line.map(l -> STRINGS.get("outcome.line", Integer.toString(l), command))
                .orElse(STRINGS.get("outcome.somewhere"));
    }
}
