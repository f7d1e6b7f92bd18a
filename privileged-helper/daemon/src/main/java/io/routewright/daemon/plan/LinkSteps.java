package io.routewright.daemon.plan;

import io.routewright.netlink.Attribute;
import io.routewright.netlink.Attributes;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.IfLinkH;
import io.routewright.netlink.Link;
import io.routewright.netlink.LinkHeader;
import io.routewright.netlink.NetlinkH;
import io.routewright.netlink.NetlinkMessage;
import io.routewright.netlink.Rtnetlink;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// From a link as it is to the link as it shall be: one request per property, since the kernel stops in the middle
/// of a request that changes several.
final class LinkSteps {
    private final int operation;
    private final List<Step> steps = new ArrayList<>();

    private LinkSteps(int operation) {
        this.operation = operation;
    }

    /// @param isMasterGoing whether the link's present master is to be deleted
    static List<Step> of(
            int operation, Optional<Link> now, Optional<Link> goal, boolean isMasterGoing) {
        LinkSteps all = new LinkSteps(operation);
        if (now.isEmpty() && goal.isPresent()) {
            all.create(goal.get());
        } else if (now.isPresent() && goal.isEmpty()) {
            all.ask(
                    Phase.LINKS_OUT,
                    0,
                    now.get().deleteType(),
                    0,
                    header(now.get(), 0, 0),
                    Attributes.NONE);
        } else if (now.isPresent() && goal.isPresent()) {
            all.change(now.get(), goal.get(), isMasterGoing);
        }
        return all.steps;
    }

    private void create(Link goal) {
        Link made = Link.newVrf(goal.ifindex(), goal.name(), goal.vrfTable());
        int flags = NetlinkH.NLM_F_CREATE | NetlinkH.NLM_F_EXCL;
        ask(Phase.LINKS_IN, 0, Rtnetlink.RTM_NEWLINK, flags, made.header(), made.attributes());
        if (goal.mtu() != 0) {
            set(goal, 2, IfLinkH.IFLA_MTU);
        }
        if (!goal.alias().isEmpty()) {
            set(goal, 3, IfLinkH.IFLA_IFALIAS);
        }
        if (goal.isUp()) {
            up(goal);
        }
    }

    private void change(Link now, Link goal, boolean isMasterGoing) {
        if (now.isUp() && !goal.isUp()) {
            ask(
                    Phase.LINKS_CHANGED,
                    0,
                    Rtnetlink.RTM_NEWLINK,
                    0,
                    header(now, 0, IfLinkH.IFF_UP),
                    Attributes.NONE);
        }
        changeAttributes(now, goal);
        if (now.master() != goal.master()) {
            master(now, goal, isMasterGoing);
        }
        if (!now.isUp() && goal.isUp()) {
            up(goal);
        }
    }

    private void changeAttributes(Link now, Link goal) {
        if (!now.name().equals(goal.name())) {
            set(goal, 1, IfLinkH.IFLA_IFNAME);
        }
        // A link to be created says no MTU: the kernel's choice is then as asked.
        if (goal.mtu() != 0 && now.mtu() != goal.mtu()) {
            set(goal, 2, IfLinkH.IFLA_MTU);
        }
        if (!now.alias().equals(goal.alias())) {
            set(goal, 3, IfLinkH.IFLA_IFALIAS);
        }
        if (now.group() != goal.group()) {
            set(goal, 4, IfLinkH.IFLA_GROUP);
        }
    }

    private void master(Link now, Link goal, boolean isMasterGoing) {
        boolean isReleased = isMasterGoing && goal.master() == 0;
        ask(
                isReleased ? Phase.LINKS_RELEASED : Phase.LINKS_CHANGED,
                5,
                Rtnetlink.RTM_NEWLINK,
                0,
                header(now, 0, 0),
                Attributes.of(new Attribute(IfLinkH.IFLA_MASTER, Bytes.u32(goal.master()))));
    }

    private void up(Link link) {
        ask(
                Phase.LINKS_CHANGED,
                6,
                Rtnetlink.RTM_NEWLINK,
                0,
                header(link, IfLinkH.IFF_UP, IfLinkH.IFF_UP),
                Attributes.NONE);
    }

    /// One attribute, with the value it shall have; the name always as text with a closing zero.
    private void set(Link goal, int rank, int kind) {
        Bytes value =
                switch (kind) {
                    case IfLinkH.IFLA_IFNAME -> Bytes.text(goal.name());
                    case IfLinkH.IFLA_IFALIAS -> Bytes.text(goal.alias());
                    case IfLinkH.IFLA_MTU -> Bytes.u32(goal.mtu());
                    default -> Bytes.u32(goal.group());
                };
        ask(
                Phase.LINKS_CHANGED,
                rank,
                Rtnetlink.RTM_NEWLINK,
                0,
                header(goal, 0, 0),
                Attributes.of(new Attribute(kind, value)));
    }

    private static LinkHeader header(Link link, int flags, int change) {
        return new LinkHeader(0, 0, link.ifindex(), flags, change);
    }

    private void ask(
            Phase phase, int rank, int type, int flags, LinkHeader header, Attributes attributes) {
        NetlinkMessage request = new Link(header, attributes).toMessage(type, flags);
        steps.add(new Step.Ask(operation, phase, rank, request));
    }
}
