package io.routewright.app.shell;

import java.util.Locale;

/// Something the command palette can do.
///
/// @param icon Feather name
/// @param words what is shown and searched
/// @param detail shown muted behind it: the key, the kind; may be empty
/// @param act what happens
record PaletteEntry(String icon, String words, String detail, Runnable act) {
    /// How well the entry matches what was typed; negative when it does not. All words must be there; a start counts more
    /// than a middle.
    int score(String typed) {
        String all = (words + " " + detail).toLowerCase(Locale.ROOT);
        int score = 0;
        for (String part : typed.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
            int at = all.indexOf(part);
            if (at < 0) {
                return -1;
            }
            boolean isStart = at == 0 || all.charAt(at - 1) == ' ';
            score += at == 0 ? 3 : isStart ? 2 : 1;
        }
        return score;
    }
}
