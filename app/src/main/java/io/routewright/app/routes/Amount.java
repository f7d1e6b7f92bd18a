package io.routewright.app.routes;

import io.routewright.app.text.KernelWords;

/// A number the filter asks for: `100`, `>100`, `<=100`, `100-200`. Inclusive bounds.
record Amount(long least, long most) {
    private static final long LARGEST = 0xffff_ffffL;

    boolean holds(long value) {
        return value >= least && value <= most;
    }

    /// @throws InvalidFieldException it is none of these
    static Amount parse(String text) throws InvalidFieldException {
        if (text.startsWith(">=")) {
            return new Amount(number(text.substring(2), text), LARGEST);
        }
        if (text.startsWith("<=")) {
            return new Amount(0, number(text.substring(2), text));
        }
        if (text.startsWith(">")) {
            return new Amount(number(text.substring(1), text) + 1, LARGEST);
        }
        if (text.startsWith("<")) {
            return new Amount(0, number(text.substring(1), text) - 1);
        }
        int dash = text.indexOf('-');
        long first = number(dash < 0 ? text : text.substring(0, dash), text);
        return new Amount(first, dash < 0 ? first : number(text.substring(dash + 1), text));
    }

    private static long number(String digits, String whole) throws InvalidFieldException {
        return KernelWords.unsigned(digits, LARGEST)
                .orElseThrow(() -> new InvalidFieldException("amount", whole));
    }
}
