package io.routewright.protocol;

/// Bytes that break the envelope: the one failure of every decoder here. The connection is closed after it.
public final class MalformedFrameException extends Exception {
    private static final long serialVersionUID = 1L;

    /// @param message which field, what it held, what is allowed
    public MalformedFrameException(String message) {
        super(message);
    }
}
