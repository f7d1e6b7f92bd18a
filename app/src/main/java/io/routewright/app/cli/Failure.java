package io.routewright.app.cli;

/// A command that cannot go on: one sentence for standard error and the exit code.
public final class Failure extends Exception {
    private static final long serialVersionUID = 1L;

    /// The kernel, the helper or the way to it refused.
    public static final int REFUSED = 1;

    /// The input or the command line is wrong.
    public static final int BAD_INPUT = 2;

    private final int exitCode;
    private final String sentence;

    private Failure(int exitCode, String sentence) {
        super(sentence);
        this.exitCode = exitCode;
        this.sentence = sentence;
    }

    /// Exit code 1.
    public static Failure refused(String sentence) {
        return new Failure(REFUSED, sentence);
    }

    /// Exit code 2.
    public static Failure badInput(String sentence) {
        return new Failure(BAD_INPUT, sentence);
    }

    /// What went wrong, for people.
    public String sentence() {
        return sentence;
    }

    public int exitCode() {
        return exitCode;
    }
}
