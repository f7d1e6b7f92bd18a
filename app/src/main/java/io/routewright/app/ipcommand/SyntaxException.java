package io.routewright.app.ipcommand;

/// A command that cannot be understood or does not fit the state; the one failure inside this room.
final class SyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient ParseError error;

    SyntaxException(ParseError error) {
        super(error.sentence());
        this.error = error;
    }

    /// The sentence is the text `wrong.KEY`.
    static SyntaxException at(Word word, String fix, String key, Object... values) {
        String sentence = Texts.STRINGS.get("wrong." + key, values);
        return new SyntaxException(
                new ParseError(word.line(), word.column(), word.text(), sentence, fix));
    }

    ParseError error() {
        return error;
    }
}
