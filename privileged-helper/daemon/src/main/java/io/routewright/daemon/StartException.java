package io.routewright.daemon;

/// Why the helper cannot start.
final class StartException extends Exception {
    private static final long serialVersionUID = 1L;

    StartException(String message) {
        super(message);
    }
}
