package io.routewright.app.state;

import java.util.ArrayList;
import java.util.List;

/// The flags of routes, legs and nexthop objects, in the order `ip` prints them (ip/iproute.c, print_rt_flags).
enum RouteFlags {
    DEAD(0x1),
    ONLINK(0x4),
    PERVASIVE(0x2),
    OFFLOAD(0x8),
    TRAP(0x40),
    NOTIFY(0x100),
    LINKDOWN(0x10),
    UNRESOLVED(0x20),
    RT_OFFLOAD(0x4000),
    RT_TRAP(0x8000),
    RT_OFFLOAD_FAILED(0x2000_0000);

    private final int bit;

    RouteFlags(int bit) {
        this.bit = bit;
    }

    static List<String> of(int flags) {
        List<String> words = new ArrayList<>();
        for (RouteFlags f : values()) {
            if ((flags & f.bit) != 0) {
                words.add(f.name().toLowerCase(java.util.Locale.ROOT));
            }
        }
        return words;
    }
}
