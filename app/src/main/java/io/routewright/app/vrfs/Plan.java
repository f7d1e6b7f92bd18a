package io.routewright.app.vrfs;

import io.routewright.netlink.Route;

import java.util.List;
import java.util.Optional;

/// What the staged changes of VRFs and their links will do, in words.
record Plan(List<Section> sections) {
    /// Kind of a line: decides its sign.
    enum Kind {
        MOVES,
        /// The kernel drops it by itself.
        DROPS,
        /// The kernel makes it again by itself, or the helper puts it back.
        RETURNS,
        /// Comes as a side effect.
        APPEARS,
        WARNS
    }

    /// One sentence.
    record Line(Kind kind, String sentence) {}

    /// Routes that would be dropped and can be taken along instead.
    ///
    /// @param table where to
    record Along(List<Route> routes, long table) {
        /// Takes a copy of `routes`.
        Along {
            routes = List.copyOf(routes);
        }
    }

    /// What one change does.
    record Section(String title, List<Line> lines, Optional<Along> along) {
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
