package io.routewright.app.ipcommand;

import io.routewright.app.store.Snapshot;
import io.routewright.protocol.Operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `sysctl -w KEY=VALUE …` for the settings that routing depends on.
final class SysctlCommand {
    private SysctlCommand() {}

    static List<Operation> read(Words words, Scene scene) throws SyntaxException {
        boolean isWritten = false;
        List<Operation> done = new ArrayList<>();
        while (words.hasMore()) {
            Word w = words.next("sysctl");
            if (w.text().startsWith("-")) {
                isWritten |= w.text().contains("w");
            } else if (w.text().indexOf('=') > 0) {
                set(w, scene).ifPresent(done::add);
            } else if (isWritten) {
                throw SyntaxException.at(w, Texts.fix("sysctl"), "sysctlForm", w.text());
            }
        }
        return done.isEmpty() && !isWritten ? Verbs.shown(scene, "sysctl") : done;
    }

    private static Optional<Operation> set(Word w, Scene scene) throws SyntaxException {
        int equals = w.text().indexOf('=');
        String key = w.text().substring(0, equals);
        String path = key.indexOf('/') >= 0 ? key : key.replace('.', '/');
        String value = w.text().substring(equals + 1);
        Snapshot now = scene.snapshot();
        String before = now.sysctls().get(path);
        if (before == null) {
            String fix = Texts.didYouMean(Nearest.of(path, now.sysctls().keySet()));
            throw SyntaxException.at(w, fix, "sysctl", key);
        }
        if (before.equals(value)) {
            scene.note("alreadySo", w.text());
            return Optional.empty();
        }
        return Optional.of(new Operation.Sysctl(path, before, value));
    }
}
