package io.routewright.app.nexthops;

import io.routewright.netlink.Attribute;
import io.routewright.netlink.Attributes;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.NexthopH;
import io.routewright.netlink.NexthopObject;
import io.routewright.netlink.NexthopObject.Member;
import io.routewright.netlink.NexthopObject.Resilience;

import java.util.List;
import java.util.Optional;

/// What the editor of a group holds.
///
/// @param resilience present for a resilient group; kind and bucket count of a group never change
record GroupDraft(long id, List<Member> members, Optional<Resilience> resilience) {
    /// Takes a copy of `members`.
    GroupDraft {
        members = List.copyOf(members);
    }

    static GroupDraft of(NexthopObject group) {
        return new GroupDraft(group.id(), group.members(), group.resilience());
    }

    NexthopObject create() {
        NexthopObject plain = NexthopObject.group(id, members);
        if (resilience.isEmpty()) {
            return plain;
        }
        Attributes typed =
                plain.attributes()
                        .with(NexthopH.NHA_GROUP_TYPE, Bytes.u16(NexthopH.NEXTHOP_GRP_TYPE_RES))
                        .withNest(NexthopH.NHA_RES_GROUP, settings(resilience.get()));
        return new NexthopObject(plain.header(), typed);
    }

    private static Attributes settings(Resilience r) {
        return Attributes.of(
                new Attribute(NexthopH.NHA_RES_GROUP_BUCKETS, Bytes.u16(r.buckets())),
                new Attribute(NexthopH.NHA_RES_GROUP_IDLE_TIMER, Bytes.u32(r.idleTimer())),
                new Attribute(
                        NexthopH.NHA_RES_GROUP_UNBALANCED_TIMER, Bytes.u32(r.unbalancedTimer())));
    }

    /// That group with these members and timers; all else stays as it is.
    NexthopObject patch(NexthopObject group) {
        NexthopObject next = members.equals(group.members()) ? group : group.withMembers(members);
        if (resilience.isEmpty() || resilience.equals(group.resilience())) {
            return next;
        }
        Resilience r = resilience.get();
        Attributes nest =
                next.attributes()
                        .nested(NexthopH.NHA_RES_GROUP)
                        .with(NexthopH.NHA_RES_GROUP_IDLE_TIMER, Bytes.u32(r.idleTimer()))
                        .with(
                                NexthopH.NHA_RES_GROUP_UNBALANCED_TIMER,
                                Bytes.u32(r.unbalancedTimer()));
        return new NexthopObject(
                next.header(), next.attributes().withNest(NexthopH.NHA_RES_GROUP, nest));
    }
}
