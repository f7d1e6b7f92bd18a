package io.routewright.netlink;

/// Bytes that are not a well-formed netlink message or attribute list: the one failure of every decoder here.
public final class MalformedMessageException extends Exception {
    private static final long serialVersionUID = 1L;

    /// @param message what is wrong, with the offset and the length concerned
    public MalformedMessageException(String message) {
        super(message);
    }
}
