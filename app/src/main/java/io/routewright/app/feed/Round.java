package io.routewright.app.feed;

import io.routewright.netlink.Bytes;
import io.routewright.netlink.Decoder;
import io.routewright.netlink.MalformedMessageException;
import io.routewright.netlink.NetlinkMessage;
import io.routewright.netlink.RtnetlinkObject;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// A set of kinds being read one after the other, so that a snapshot is taken only when all of them are fresh.
final class Round {
    private final Set<Kind> waiting;
    private final Set<Kind> read = EnumSet.noneOf(Kind.class);
    private Kind current;
    private List<RtnetlinkObject> collected = new ArrayList<>();
    private long requestId;
    private long begunAt;
    private int attempts;

    /// @param kinds at least one
    Round(Set<Kind> kinds) {
        waiting = EnumSet.copyOf(kinds);
        current = waiting.iterator().next();
        waiting.remove(current);
    }

    Kind current() {
        return current;
    }

    /// The request for the current kind was sent.
    void asked(long id, long now) {
        requestId = id;
        begunAt = now;
        attempts++;
        collected = new ArrayList<>();
    }

    /// Whether a message answers the current request.
    boolean isAnsweredBy(long id) {
        return id == requestId;
    }

    /// How often the current kind was asked for.
    int attempts() {
        return attempts;
    }

    long took(long now) {
        return now - begunAt;
    }

    /// Takes a part of the current dump. A message that does not fit its type is left out: one odd object must not hide
    /// the others.
    void collect(Bytes raw) {
        List<NetlinkMessage> messages;
        try {
            messages = NetlinkMessage.parseAll(raw.view());
        } catch (MalformedMessageException e) {
            System.getLogger(Round.class.getName()).log(System.Logger.Level.DEBUG, "dump", e);
            return;
        }
        messages.forEach(this::collect);
    }

    private void collect(NetlinkMessage message) {
        try {
            Decoder.decode(message).ifPresent(collected::add);
        } catch (MalformedMessageException e) {
            System.getLogger(Round.class.getName()).log(System.Logger.Level.DEBUG, "dump", e);
        }
    }

    List<RtnetlinkObject> collected() {
        return collected;
    }

    /// Ends the current kind and goes to the next one; false when there is none.
    boolean advance() {
        read.add(current);
        attempts = 0;
        if (waiting.isEmpty()) {
            return false;
        }
        current = waiting.iterator().next();
        waiting.remove(current);
        return true;
    }

    /// The kinds read so far.
    Set<Kind> read() {
        return read;
    }
}
