package io.routewright.app.routes;

import java.util.List;

/// One table of the list.
///
/// @param id 0 for the entry "all tables"
/// @param name empty when it has none
/// @param vrfs the VRFs that own it; more than one by accident
/// @param rules priorities of the rules that look it up, both families
/// @param troubles sentences' keys and values: why it has a warning
record TableEntry(
        long id,
        String name,
        List<String> vrfs,
        int routes4,
        int routes6,
        List<Long> rules,
        List<Trouble> troubles) {
    /// Something that makes the table do what was likely not meant.
    ///
    /// @param key of the sentence in the bundle
    record Trouble(String key, List<Object> values) {}

    int routes() {
        return routes4 + routes6;
    }

    boolean isAll() {
        return id == 0;
    }
}
