package io.routewright.app.ipcommand;

/// Why a line was not understood.
///
/// @param line from 1
/// @param column of the word, from 1
/// @param word the word concerned; the last one where something is missing behind it
/// @param sentence what is wrong
/// @param fix what was likely meant; empty when there is nothing to suggest
public record ParseError(int line, int column, String word, String sentence, String fix) {
    /// `line 3, "looup": … Did you mean …?`
    @Override
    public String toString() {
        String start = Texts.STRINGS.get("error", Integer.toString(line), word, sentence);
        return fix.isEmpty() ? start : start + " " + fix;
    }
}
