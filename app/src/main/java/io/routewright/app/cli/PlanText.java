package io.routewright.app.cli;

import io.routewright.app.ipcommand.IpText;
import io.routewright.app.ipcommand.Parsed;
import io.routewright.app.staging.Finding;
import io.routewright.app.staging.Order;
import io.routewright.app.staging.Validation;
import io.routewright.app.store.Snapshot;
import io.routewright.app.text.Strings;
import io.routewright.protocol.Operation;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/// A plan as text: the steps in the order of work as `ip` commands, and as `#` comments what was chosen and what
/// to look out for. It can be fed back into `plan` and `apply`.
final class PlanText {
    private static final Strings STRINGS = new Strings(PlanText.class);

    private PlanText() {}

    static void print(Parsed parsed, Snapshot truth, PrintWriter out) {
        for (Parsed.Step step : parsed.steps()) {
            String line = Integer.toString(step.line());
            step.notes().forEach(n -> out.println(STRINGS.get("plan.note", line, n)));
        }
        List<Operation> operations = parsed.operations();
        Map<Operation, List<Finding>> findings = Validation.ofAll(operations, truth);
        IpText text = new IpText(parsed.after());
        for (Operation operation : Order.of(operations)) {
            findings.getOrDefault(operation, List.of()).forEach(f -> out.println(remark(f)));
            text.lines(operation).forEach(out::println);
        }
        if (operations.isEmpty()) {
            out.println(STRINGS.get("plan.empty"));
        }
        out.flush();
    }

    private static String remark(Finding finding) {
        String key =
                switch (finding.severity()) {
                    case ERROR -> "plan.refused";
                    case WARNING -> "plan.warning";
                    case NOTE -> "plan.sideEffect";
                };
        String start = STRINGS.get(key, finding.sentence());
        return finding.fix().isEmpty() ? start : start + " " + finding.fix();
    }
}
