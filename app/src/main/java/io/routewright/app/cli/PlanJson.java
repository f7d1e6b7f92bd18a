package io.routewright.app.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import io.routewright.app.describe.Describe;
import io.routewright.app.ipcommand.IpText;
import io.routewright.app.ipcommand.ParseError;
import io.routewright.app.ipcommand.Parsed;
import io.routewright.app.staging.Difference;
import io.routewright.app.staging.Differences;
import io.routewright.app.staging.Finding;
import io.routewright.app.staging.Order;
import io.routewright.app.staging.Validation;
import io.routewright.app.store.Snapshot;
import io.routewright.netlink.RtnetlinkObject;
import io.routewright.protocol.Operation;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A plan as one JSON object:
///
/// ```
/// { "understood": true,
///   "steps": [ { "line": 1, "act": "create", "kind": "route", "what": "Add route …", "commands": [ "ip route add …" ],
///                "changes": [ { "field": "metric", "label": "Metric", "before": "10", "after": "20" } ],
///                "findings": [ { "severity": "warning", "field": "gateway", "sentence": "…", "fix": "…" } ] } ],
///   "notes": [ { "line": 2, "sentence": "No priority was given; it gets 32765." } ],
///   "errors": [ { "line": 3, "column": 5, "word": "looup", "sentence": "…", "fix": "…" } ] }
/// ```
///
/// Steps are in the order of work; `line` is the last line of the file that touches the object, 0 when none does.
/// `act` is create, change, delete, name or sysctl; `kind` as in `describe.Describe`, or `name`, `sysctl`.
final class PlanJson {
    private final JsonGenerator json;

    private PlanJson(JsonGenerator json) {
        this.json = json;
    }

    static void write(Parsed parsed, Snapshot truth, Writer out) throws IOException {
        JsonFactory factory = new JsonFactory();
        factory.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        try (JsonGenerator json = factory.createGenerator(out)) {
            new PlanJson(json).plan(parsed, truth);
        }
    }

    private void plan(Parsed parsed, Snapshot truth) throws IOException {
        json.writeStartObject();
        json.writeBooleanField("understood", parsed.isUnderstood());
        json.writeArrayFieldStart("steps");
        List<Operation> operations = parsed.isUnderstood() ? parsed.operations() : List.of();
        Map<Operation, List<Finding>> findings = Validation.ofAll(operations, truth);
        for (Operation operation : Order.of(operations)) {
            step(operation, parsed, findings.getOrDefault(operation, List.of()));
        }
        json.writeEndArray();
        notes(parsed.steps());
        errors(parsed.errors());
        json.writeEndObject();
    }

    private void step(Operation operation, Parsed parsed, List<Finding> findings)
            throws IOException {
        Snapshot after = parsed.after();
        json.writeStartObject();
        json.writeNumberField("line", parsed.lineOf(operation).orElse(0));
        json.writeStringField("act", act(operation));
        json.writeStringField("kind", kind(operation));
        json.writeStringField("what", Describe.operation(operation, after));
        json.writeArrayFieldStart("commands");
        for (String command : new IpText(after).lines(operation)) {
            json.writeString(command);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("changes");
        for (Difference d : Differences.of(operation, after)) {
            change(d);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("findings");
        for (Finding f : findings) {
            finding(f);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static String act(Operation operation) {
        return operation.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static String kind(Operation operation) {
        return switch (operation) {
            case Operation.Create op -> kind(op.after());
            case Operation.Change op -> kind(op.after());
            case Operation.Delete op -> kind(op.before());
            case Operation.Name op -> "name";
            case Operation.Sysctl op -> "sysctl";
        };
    }

    private static String kind(RtnetlinkObject object) {
        return Describe.kind(object);
    }

    private void change(Difference d) throws IOException {
        json.writeStartObject();
        json.writeStringField("field", d.key());
        json.writeStringField("label", d.label());
        json.writeStringField("before", d.before());
        json.writeStringField("after", d.after());
        json.writeEndObject();
    }

    private void finding(Finding f) throws IOException {
        json.writeStartObject();
        json.writeStringField("severity", f.severity().name().toLowerCase(Locale.ROOT));
        json.writeStringField("field", f.field());
        json.writeStringField("sentence", f.sentence());
        json.writeStringField("fix", f.fix());
        json.writeEndObject();
    }

    private void notes(List<Parsed.Step> steps) throws IOException {
        json.writeArrayFieldStart("notes");
        for (Parsed.Step step : steps) {
            for (String note : step.notes()) {
                json.writeStartObject();
                json.writeNumberField("line", step.line());
                json.writeStringField("sentence", note);
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private void errors(List<ParseError> errors) throws IOException {
        json.writeArrayFieldStart("errors");
        for (ParseError e : errors) {
            json.writeStartObject();
            json.writeNumberField("line", e.line());
            json.writeNumberField("column", e.column());
            json.writeStringField("word", e.word());
            json.writeStringField("sentence", e.sentence());
            json.writeStringField("fix", e.fix());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
