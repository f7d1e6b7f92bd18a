package io.routewright.daemon.plan;

import io.routewright.netlink.Attribute;
import io.routewright.netlink.Attributes;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The attributes an object may have: their names for sentences, and a test each. Immutable once built.
final class Fields {
    private final Map<Integer, String> names = new HashMap<>();
    private final Map<Integer, Check> checks = new HashMap<>();

    Fields add(int kind, String name, Check check) {
        names.put(kind, name);
        checks.put(kind, check);
        return this;
    }

    boolean knows(int kind) {
        return checks.containsKey(kind);
    }

    /// The attribute's name, or its number.
    String nameOf(int kind) {
        return names.getOrDefault(kind, "attribute " + kind);
    }

    /// What is wrong with the known attributes of the list: twice the same, or a value out of range.
    Optional<String> objection(Attributes all) {
        Set<Integer> seen = new HashSet<>();
        for (Attribute a : all) {
            if (!seen.add(a.kind())) {
                return Optional.of(nameOf(a.kind()) + " is there twice");
            }
            Check check = checks.getOrDefault(a.kind(), v -> Optional.empty());
            Optional<String> wrong = check.objection(a.value());
            if (wrong.isPresent()) {
                return wrong.map(w -> nameOf(a.kind()) + " " + w);
            }
        }
        return Optional.empty();
    }

    /// The first attribute of `all` that is not known, and not byte for byte the same in `present`.
    Optional<String> unknown(Attributes all, Attributes present) {
        for (Attribute a : all) {
            boolean isPresent = present.find(a.kind()).filter(a.value()::equals).isPresent();
            if (!knows(a.kind()) && !isPresent) {
                return Optional.of(nameOf(a.kind()) + " is not one this helper may set");
            }
        }
        return Optional.empty();
    }
}
