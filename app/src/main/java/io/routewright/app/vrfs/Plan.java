package io.routewright.app.vrfs;

import java.util.List;
import java.util.Optional;

/// What the staged changes of VRFs and their links will do, in words.
record Plan(List<Section> sections) {
    /// Kind of a line: decides its sign.
    enum Kind {
        MOVES,
        /// The kernel drops it by itself.
        DROPS,
        /// The kernel makes it again by itself.
        RETURNS,
        /// Comes as a side effect.
        APPEARS,
        WARNS
    }

    /// One sentence.
    record Line(Kind kind, String sentence) {}

    /// What one change does.
    ///
    /// @param keep the setting that would keep the IPv6 addresses of the link: key as below /proc/sys, where that can
    ///     be offered
    record Section(String title, List<Line> lines, Optional<String> keep) {
        /// Takes a copy of `lines`.
        Section {
            lines = List.copyOf(lines);
        }
    }

    /// Takes a copy of `sections`.
    Plan {
        sections = List.copyOf(sections);
    }

    boolean isEmpty() {
        return sections.isEmpty();
    }
}
