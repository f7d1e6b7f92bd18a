package io.routewright.app.ipcommand;

import io.routewright.app.describe.Describe;
import io.routewright.app.staging.VrfRule;
import io.routewright.app.store.Snapshot;
import io.routewright.netlink.Attribute;
import io.routewright.netlink.Attributes;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.FibRulesH;
import io.routewright.netlink.Rule;
import io.routewright.protocol.Operation;

import java.util.List;
import java.util.Optional;

/// `ip rule …` as operations.
final class RuleCommand {
    private static final Keywords VERBS =
            Keywords.of(
                    "list:show",
                    "lst:show",
                    "show",
                    "save:show",
                    "restore",
                    "add",
                    "delete",
                    "flush",
                    "help:show");

    private RuleCommand() {}

    static List<Operation> read(Words words, Scene scene) throws SyntaxException {
        if (!words.hasMore()) {
            return Verbs.shown(scene, "ip rule");
        }
        Word verb = words.next("ip rule");
        return switch (Verbs.meaning(VERBS, verb, "ip rule")) {
            case "show" -> Verbs.shown(scene, "ip rule " + verb.text());
            case "add" -> List.of(new Operation.Create(added(words, scene)));
            case "delete" -> List.of(new Operation.Delete(deleted(words, scene)));
            case "flush" -> throw SyntaxException.at(verb, Texts.fix("ruleFlush"), "ruleFlush");
            default -> throw SyntaxException.at(verb, "", "unsupported", verb.text());
        };
    }

    private static Rule added(Words words, Scene scene) throws SyntaxException {
        Rule r = RuleReader.forAdding(words, scene);
        if (r.attributes().has(FibRulesH.FRA_PRIORITY)) {
            return r;
        }
        long priority = priority(r, scene.snapshot());
        scene.note("priority", Long.toString(priority));
        return r.withPriority(priority);
    }

    /// The kernel would take the number below the second rule (fib_default_rule_pref). So does this, but counts the
    /// rule for VRFs as one of the first: a number below it would come before every VRF.
    private static long priority(Rule r, Snapshot snapshot) {
        List<Rule> own =
                snapshot.rules(r.family()).stream().filter(o -> !VrfRule.isVrfRule(o)).toList();
        return own.size() < 2 ? 0 : Math.max(1, own.get(1).priority() - 1);
    }

    private static Rule deleted(Words words, Scene scene) throws SyntaxException {
        Rule wanted = RuleReader.forDeleting(words, scene);
        List<Rule> hits =
                scene.snapshot().rules(wanted.family()).stream()
                        .filter(r -> isHit(r, wanted))
                        .toList();
        if (hits.isEmpty()) {
            throw nothing(words.first(), wanted, scene.snapshot());
        }
        Rule hit = hits.getFirst();
        if (hits.size() > 1) {
            scene.note("firstOfRules", Integer.toString(hits.size()), named(hit, scene.snapshot()));
        }
        if (hit.isInverted() != wanted.isInverted()) {
            scene.note("inversion", named(hit, scene.snapshot()));
        }
        return hit;
    }

    private static String named(Rule r, Snapshot snapshot) {
        return r.priority() + ": " + Describe.object(r, snapshot);
    }

    private static SyntaxException nothing(Word word, Rule wanted, Snapshot snapshot) {
        Optional<Rule> near =
                snapshot.rules(wanted.family()).stream()
                        .filter(r -> r.from().equals(wanted.from()) && !r.from().isAny())
                        .findFirst()
                        .or(() ->
                                snapshot.rules(wanted.family()).stream()
                                        .filter(r -> r.priority() == wanted.priority())
                                        .findFirst());
        String fix = near.map(r -> Texts.fix("thereIs", named(r, snapshot))).orElse("");
        return SyntaxException.at(word, fix, "noRule");
    }

    /// As the kernel looks for a rule to delete (net/core/fib_rules.c, rule_find): what is absent or zero matches
    /// everything, and the inversion is not looked at.
    private static boolean isHit(Rule r, Rule wanted) {
        return (wanted.action() == 0 || wanted.action() == r.action())
                && (wanted.tableId() == 0 || wanted.tableId() == r.tableId())
                && (wanted.tos() == 0 || wanted.tos() == r.tos())
                && (wanted.from().isAny() || wanted.from().equals(r.from()))
                && (wanted.to().isAny() || wanted.to().equals(r.to()))
                && hasAll(r, wanted.attributes());
    }

    private static boolean hasAll(Rule r, Attributes wanted) {
        for (Attribute a : wanted) {
            boolean isTold =
                    switch (a.kind()) {
                        case FibRulesH.FRA_SRC, FibRulesH.FRA_DST, FibRulesH.FRA_TABLE -> false;
                        case FibRulesH.FRA_PRIORITY -> true;
                        default -> !isZero(a.value());
                    };
            if (isTold && !value(r, a).equals(a.value())) {
                return false;
            }
        }
        return true;
    }

    private static Bytes value(Rule r, Attribute a) {
        return switch (a.kind()) {
            case FibRulesH.FRA_PRIORITY -> Bytes.u32(r.priority());
            case FibRulesH.FRA_PROTOCOL -> Bytes.u8(r.protocol());
            case FibRulesH.FRA_FWMASK -> Bytes.u32(r.fwmask());
            default -> r.attributes().find(a.kind()).orElse(Bytes.EMPTY);
        };
    }

    private static boolean isZero(Bytes value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.u8At(i) != 0) {
                return false;
            }
        }
        return true;
    }
}
