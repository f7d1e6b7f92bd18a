package io.routewright.daemon.plan;

import io.routewright.protocol.Message;

/// A change set that is refused before anything is done.
public final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int EINVAL = 22;

    private final transient Message.Outcome outcome;

    private Refused(Message.Outcome outcome) {
        super(outcome.toString());
        this.outcome = outcome;
    }

    /// Outside the closed list.
    static Refused rejected(int operation, String words) {
        return new Refused(new Message.Rejected(operation, EINVAL, words));
    }

    /// Not as the client expected.
    static Refused conflict(int operation, io.routewright.netlink.Bytes present) {
        return new Refused(new Message.Conflict(operation, present));
    }

    /// What the client is told.
    public Message.Outcome outcome() {
        return outcome;
    }
}
