package io.routewright.app.ipcommand;

/// A word of a command and where it stands; line and column count from 1.
record Word(int line, int column, String text) {
    boolean is(String other) {
        return text.equals(other);
    }
}
