package io.routewright.app.session;

/// The way to the helper is not there; the message is one sentence for the user.
final class UnreachableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    UnreachableException(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}
