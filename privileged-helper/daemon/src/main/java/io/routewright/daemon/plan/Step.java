package io.routewright.daemon.plan;

import io.routewright.netlink.IpAddress;
import io.routewright.netlink.NetlinkMessage;

/// One act of a plan.
public sealed interface Step {
    /// The operation it serves; -1 for none in particular.
    int operation();

    Phase phase();

    /// Whether it comes before anything that links, which may be dropped, carry.
    default boolean isUpToLinks() {
        return phase().isUpToLinks();
    }

    /// Order within the phase, ascending; equal ranks keep their order.
    int rank();

    /// A request to the kernel; NLM_F_REQUEST and NLM_F_ACK are added.
    record Ask(int operation, Phase phase, int rank, NetlinkMessage request) implements Step {}

    /// Waits until the link has a carrier: the kernel refuses nexthop objects without.
    record AwaitCarrier(int operation, Phase phase, int rank, int ifindex) implements Step {}

    /// Waits until an IPv6 address is no longer tentative: until then no route may prefer it as source.
    record AwaitAddress(int operation, Phase phase, int rank, IpAddress address) implements Step {}

    record WriteSysctl(int operation, Phase phase, int rank, String key, String value)
            implements Step {}

    /// Gives a table a name in our own file, or with the empty text takes it away.
    record WriteName(int operation, Phase phase, int rank, long tableId, String name)
            implements Step {}
}
