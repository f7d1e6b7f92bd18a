package io.routewright.app.shell;

import io.routewright.netlink.RtnetlinkObject;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How the last apply ended, per object, for the rows concerned. Screens read it for `RowState.FAILED` and the row's tool
/// tip. FX thread only.
public final class Outcomes {
    /// Why the change of an object failed.
    ///
    /// @param sentence our own words
    /// @param kernelWords the kernel's, verbatim; may be empty
    public record Failure(String sentence, String kernelWords) {
        /// Both, for a tool tip.
        public String text() {
            return kernelWords.isEmpty() ? sentence : sentence + "\n" + kernelWords;
        }
    }

    private final Map<RtnetlinkObject, Failure> failures = new HashMap<>();
    private final List<Runnable> listeners = new ArrayList<>();

    /// The failure of that object's change; the object is the change's before image, or the after image of a creation.
    public Optional<Failure> of(RtnetlinkObject object) {
        return Optional.ofNullable(failures.get(object));
    }

    public boolean isEmpty() {
        return failures.isEmpty();
    }

    /// Puts the failures of an apply in place of the earlier ones.
    public void replace(Map<RtnetlinkObject, Failure> next) {
        failures.clear();
        failures.putAll(next);
        List.copyOf(listeners).forEach(Runnable::run);
    }

    public void clear() {
        if (!failures.isEmpty()) {
            replace(Map.of());
        }
    }

    /// Calls `listener` after each change until the returned handle is run.
    public Runnable subscribe(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
