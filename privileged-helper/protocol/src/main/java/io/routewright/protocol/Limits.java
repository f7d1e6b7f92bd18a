package io.routewright.protocol;

/// Hard limits of the envelope, checked before anything is allocated.
public final class Limits {
    /// Payload bytes a client may send before its hello is done.
    public static final int BEFORE_HELLO = 4 * 1024;

    /// Payload bytes of one frame from client to helper.
    public static final int TO_HELPER = 1024 * 1024;

    /// Payload bytes of one frame from helper to client.
    public static final int TO_CLIENT = 256 * 1024;

    /// Operations of one change set.
    public static final int OPERATIONS = 10_000;

    /// Nexthops of one route, members of one group.
    public static final int NEXTHOPS = 256;

    /// UTF-8 bytes of any text.
    public static final int TEXT = 255;

    private Limits() {}
}
