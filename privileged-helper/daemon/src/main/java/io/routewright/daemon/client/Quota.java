package io.routewright.daemon.client;

import java.util.HashMap;
import java.util.Map;

/// How many connections there are, in all and per user. Safe for threads.
final class Quota {
    /// Each connection costs three threads and half a megabyte of buffers.
    static final int ALL = 64;

    /// So that one user cannot take all places.
    static final int PER_USER = 8;

    private final Map<Long, Integer> byUser = new HashMap<>();
    private int all;

    /// Takes a place; false when there is none.
    synchronized boolean enter(long uid) {
        int own = byUser.getOrDefault(uid, 0);
        if (all >= ALL || own >= PER_USER) {
            return false;
        }
        all++;
        byUser.put(uid, own + 1);
        return true;
    }

    synchronized void leave(long uid) {
        all--;
        byUser.computeIfPresent(uid, (u, n) -> n == 1 ? null : n - 1);
    }
}
