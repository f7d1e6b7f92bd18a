package io.routewright.app.ipcommand;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The keywords of one command in the order iproute2 tries them. Some may be shortened to any prefix, as its
/// `matches()` allows; the first that fits wins.
final class Keywords {
    private record Entry(String word, boolean isExact, String meaning) {}

    private final List<Entry> entries = new ArrayList<>();

    private Keywords() {}

    /// Each entry is `word`, `=word` for one that may not be shortened, and `word:meaning` for a synonym.
    static Keywords of(String... entries) {
        Keywords all = new Keywords();
        for (String entry : entries) {
            boolean isExact = entry.startsWith("=");
            String[] parts = (isExact ? entry.substring(1) : entry).split(":");
            all.entries.add(new Entry(parts[0], isExact, parts[parts.length - 1]));
        }
        return all;
    }

    /// What the word means here.
    Optional<String> meaning(String word) {
        for (Entry e : entries) {
            boolean fits = e.isExact() ? e.word().equals(word) : e.word().startsWith(word);
            if (fits && !word.isEmpty()) {
                return Optional.of(e.meaning());
            }
        }
        return Optional.empty();
    }

    List<String> words() {
        return entries.stream().map(Entry::word).toList();
    }
}
