package io.routewright.daemon.kernel;

import io.routewright.netlink.Attribute;
import io.routewright.netlink.Attributes;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.DumpRequest;
import io.routewright.netlink.FibRulesH;
import io.routewright.netlink.IfLinkH;
import io.routewright.netlink.NetlinkH;
import io.routewright.netlink.NetlinkMessage;
import io.routewright.netlink.NexthopH;
import io.routewright.netlink.Rtnetlink;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What this kernel can, found by requests that fail in any case: each leaves nothing behind.
///
/// @param words as listed in `Message.Welcome`
/// @param isPrivileged whether this process may change the routing of its network namespace
public record Features(List<String> words, boolean isPrivileged) {
    private static final int CREATE = NetlinkH.NLM_F_CREATE | NetlinkH.NLM_F_EXCL;

    /// No nexthop has this id; a group with it as a member is refused.
    private static final long NOBODY = 0xffff_fff1L;

    public static Features probe(Kernel kernel) throws KernelException {
        List<String> words = new ArrayList<>();
        boolean isPrivileged =
                kernel.ask(brokenRule(FibRulesH.FRA_PRIORITY)).errno() != Errno.EPERM;
        add(words, "vrf", hasVrf(kernel));
        NetlinkMessage nexthops = DumpRequest.of(Rtnetlink.RTM_GETNEXTHOP, 0, 0, 0).orElseThrow();
        if (kernel.dump(nexthops, m -> {}).isDone()) {
            words.add("nexthop");
            nexthopWords(kernel, words);
        }
        add(words, "rule-dscp", knowsRule(kernel, FibRulesH.FRA_DSCP));
        add(words, "rule-dscp-mask", knowsRule(kernel, FibRulesH.FRA_DSCP_MASK));
        add(words, "rule-port-mask", knowsRule(kernel, FibRulesH.FRA_SPORT_MASK));
        add(words, "rule-flowlabel", knowsRule(kernel, FibRulesH.FRA_FLOWLABEL));
        add(words, "sysctl-write", Files.isWritable(Path.of("/proc/sys/net/ipv4/ip_forward")));
        return new Features(List.copyOf(words), isPrivileged);
    }

    private static void add(List<String> words, String word, boolean isThere) {
        if (isThere) {
            words.add(word);
        }
    }

    /// A VRF without a table: refused by the driver where there is one. Without privilege the driver's sysctl tells,
    /// once the module is loaded.
    private static boolean hasVrf(Kernel kernel) throws KernelException {
        Attributes info = Attributes.of(new Attribute(IfLinkH.IFLA_INFO_KIND, Bytes.text("vrf")));
        Attributes all = Attributes.of(Attribute.nest(IfLinkH.IFLA_LINKINFO, info));
        Bytes payload = Bytes.join(Bytes.of(new byte[16]), all.encode());
        Ack ack = kernel.ask(new NetlinkMessage(Rtnetlink.RTM_NEWLINK, CREATE, 0, 0, payload));
        return ack.errno() == Errno.EINVAL
                || Files.exists(Path.of("/proc/sys/net/vrf/strict_mode"));
    }

    private static void nexthopWords(Kernel kernel, List<String> words) throws KernelException {
        add(words, "nexthop-weight-16", refusesMember(kernel, 1, NexthopH.NEXTHOP_GRP_TYPE_MPATH));
        add(words, "resilient", refusesMember(kernel, 0, NexthopH.NEXTHOP_GRP_TYPE_RES));
    }

    /// Whether a group is refused for its unknown member rather than for its weight's high byte or its type.
    private static boolean refusesMember(Kernel kernel, int weightHigh, int groupType)
            throws KernelException {
        Bytes member =
                Bytes.join(Bytes.u32(NOBODY), Bytes.u8(0), Bytes.u8(weightHigh), Bytes.u16(0));
        Attributes all =
                Attributes.of(
                        new Attribute(NexthopH.NHA_ID, Bytes.u32(NOBODY - 1)),
                        new Attribute(NexthopH.NHA_GROUP, member),
                        new Attribute(NexthopH.NHA_GROUP_TYPE, Bytes.u16(groupType)));
        Bytes payload = Bytes.join(Bytes.u64(0), all.encode());
        Ack ack = kernel.ask(new NetlinkMessage(Rtnetlink.RTM_NEWNEXTHOP, CREATE, 0, 0, payload));
        return ack.words().contains("nexthop id");
    }

    /// Whether the kernel objects to an empty value of that attribute: one it does not know it would skip, and then
    /// object to the prefix length.
    private static boolean knowsRule(Kernel kernel, int kind) throws KernelException {
        return kernel.ask(brokenRule(kind)).offset() != 0;
    }

    /// A rule from a prefix of 129 bits, which no kernel takes.
    private static NetlinkMessage brokenRule(int kind) {
        Bytes header =
                Bytes.of(
                        (byte) 10,
                        (byte) 0,
                        (byte) 129,
                        (byte) 0,
                        (byte) 0,
                        (byte) 0,
                        (byte) 0,
                        (byte) 1,
                        (byte) 0,
                        (byte) 0,
                        (byte) 0,
                        (byte) 0);
        Attributes all = Attributes.of(new Attribute(kind, Bytes.EMPTY));
        return new NetlinkMessage(
                Rtnetlink.RTM_NEWRULE, CREATE, 0, 0, Bytes.join(header, all.encode()));
    }
}
