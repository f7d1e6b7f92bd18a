package io.routewright.app.staging;

import io.routewright.app.describe.Field;
import io.routewright.app.describe.Fields;
import io.routewright.app.store.Snapshot;
import io.routewright.netlink.RtnetlinkObject;
import io.routewright.protocol.Operation;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// What an operation changes, field by field, in words.
public final class Differences {
    private Differences() {}

    /// The fields that differ; those of `before` first, in its order, then the new ones.
    public static List<Difference> of(
            RtnetlinkObject before, RtnetlinkObject after, Snapshot snapshot) {
        return of(Fields.of(before, snapshot), Fields.of(after, snapshot));
    }

    /// Of an operation: everything is new for a creation, everything goes for a deletion.
    public static List<Difference> of(Operation operation, Snapshot snapshot) {
        return switch (operation) {
            case Operation.Create op -> of(List.of(), Fields.of(op.after(), snapshot));
            case Operation.Delete op -> of(Fields.of(op.before(), snapshot), List.of());
            case Operation.Change op -> of(op.before(), op.after(), snapshot);
            case Operation.Name op -> List.of(single("name", op.before(), op.after()));
            case Operation.Sysctl op ->
                    List.of(new Difference(op.key(), op.key(), op.before(), op.after()));
        };
    }

    private static Difference single(String key, String before, String after) {
        return new Difference(key, Staged.STRINGS.get("difference." + key), before, after);
    }

    private static List<Difference> of(List<Field> before, List<Field> after) {
        Map<String, Field> old = byKey(before);
        Map<String, Field> now = byKey(after);
        Set<String> keys = new LinkedHashSet<>(old.keySet());
        keys.addAll(now.keySet());
        List<Difference> found = new ArrayList<>();
        for (String key : keys) {
            Field was = old.get(key);
            Field is = now.get(key);
            if (was == null || is == null || !was.value().equals(is.value())) {
                found.add(difference(was, is));
            }
        }
        return found;
    }

    private static Difference difference(@Nullable Field was, @Nullable Field is) {
        Field any = was != null ? was : Objects.requireNonNull(is);
        return new Difference(
                any.key(),
                any.label(),
                was == null ? "" : was.value(),
                is == null ? "" : is.value());
    }

    private static Map<String, Field> byKey(List<Field> fields) {
        Map<String, Field> found = new LinkedHashMap<>();
        for (Field f : fields) {
            String key = f.key();
            for (int n = 2; found.containsKey(key); n++) {
                key = f.key() + "#" + n;
            }
            found.put(key, f);
        }
        return found;
    }
}
