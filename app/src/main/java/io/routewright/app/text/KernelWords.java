package io.routewright.app.text;

import io.routewright.netlink.FibRulesH;
import io.routewright.netlink.IfLinkH;
import io.routewright.netlink.RouteType;
import io.routewright.netlink.Rtnetlink;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The words iproute2 has built in for the kernel's numbers, both ways. Words are exact; a number is accepted wherever
/// a word is, in C notation (`010` is 8, `0x10` is 16) unless said otherwise.
public final class KernelWords {
    private static final Map<Integer, String> PROTOCOLS = new TreeMap<>();
    private static final Map<Integer, String> SCOPES = new TreeMap<>();
    private static final Map<Integer, String> IP_PROTOCOLS = new TreeMap<>();
    private static final Map<Integer, String> DSCP = new TreeMap<>();
    private static final Map<Integer, String> METRICS = new TreeMap<>();
    private static final Map<Integer, String> ACTIONS = new TreeMap<>();
    private static final Map<Integer, String> PREFERENCES =
            Map.of(0, "medium", 1, "high", 3, "low");
    private static final Map<Integer, String> OPER_STATES = new TreeMap<>();
    private static final Map<Integer, String> ADDRESS_FLAGS = new TreeMap<>();
    private static final Map<Integer, String> ROUTE_FLAGS = new TreeMap<>();

    /// Newer than the iproute2 of most systems: known on screen, written as a number in commands.
    private static final List<Integer> NOT_IN_COMMANDS = List.of(17, 84, 99);

    static {
        fill(
                PROTOCOLS,
                "0 unspec 1 redirect 2 kernel 3 boot 4 static 8 gated 9 ra 10 mrt 11 zebra 12 bird"
                        + " 13 dnrouted 14 xorp 15 ntk 16 dhcp 17 mrouted 18 keepalived 42 babel"
                        + " 84 ovn 99 openr 186 bgp 187 isis 188 ospf 189 rip 192 eigrp");
        fill(SCOPES, "0 global 200 site 253 link 254 host 255 nowhere");
        fill(
                IP_PROTOCOLS,
                "1 icmp 2 igmp 4 ipencap 6 tcp 8 egp 17 udp 33 dccp 41 ipv6 46 rsvp 47 gre 50 esp"
                        + " 51 ah 58 ipv6-icmp 88 eigrp 89 ospf 94 ipip 97 etherip 98 encap"
                        + " 103 pim 108 ipcomp 112 vrrp 115 l2tp 132 sctp 136 udplite"
                        + " 137 mpls-in-ip");
        fill(
                DSCP,
                "0 default 8 CS1 10 AF11 12 AF12 14 AF13 16 CS2 18 AF21 20 AF22 22 AF23 24 CS3"
                        + " 26 AF31 28 AF32 30 AF33 32 CS4 34 AF41 36 AF42 38 AF43 40 CS5 46 EF"
                        + " 48 CS6 56 CS7");
        fill(
                METRICS,
                "2 mtu 3 window 4 rtt 5 rttvar 6 ssthresh 7 cwnd 8 advmss 9 reordering 10 hoplimit"
                        + " 11 initcwnd 12 features 13 rto_min 14 initrwnd 15 quickack 16 congctl"
                        + " 17 fastopen_no_cookie");
        fill(
                OPER_STATES,
                "0 unknown 1 notpresent 2 down 3 lowerlayerdown 4 testing 5 dormant 6 up");
        fill(
                ADDRESS_FLAGS,
                "1 secondary 2 nodad 4 optimistic 8 dadfailed 16 home 32 deprecated 64 tentative"
                        + " 128 permanent 256 mngtmpaddr 512 noprefixroute 1024 autojoin"
                        + " 2048 stable-privacy");
        fill(
                ROUTE_FLAGS,
                "1 dead 2 pervasive 4 onlink 8 offload 16 linkdown 32 unresolved 64 trap"
                        + " 512 cloned 16384 rt_offload 32768 rt_trap 536870912 rt_offload_failed");
        ACTIONS.put(FibRulesH.FR_ACT_TO_TBL, "lookup");
        ACTIONS.put(FibRulesH.FR_ACT_GOTO, "goto");
        ACTIONS.put(FibRulesH.FR_ACT_NOP, "nop");
        ACTIONS.put(FibRulesH.FR_ACT_BLACKHOLE, "blackhole");
        ACTIONS.put(FibRulesH.FR_ACT_UNREACHABLE, "unreachable");
        ACTIONS.put(FibRulesH.FR_ACT_PROHIBIT, "prohibit");
    }

    private KernelWords() {}

    private static void fill(Map<Integer, String> table, String pairs) {
        String[] parts = pairs.split(" ");
        for (int i = 0; i < parts.length; i += 2) {
            table.put(Integer.parseInt(parts[i]), parts[i + 1]);
        }
    }

    private static String word(Map<Integer, String> table, int number) {
        return table.getOrDefault(number, Integer.toString(number));
    }

    private static Optional<Integer> number(Map<Integer, String> table, String word, int largest) {
        for (Map.Entry<Integer, String> e : table.entrySet()) {
            if (e.getValue().equals(word)) {
                return Optional.of(e.getKey());
            }
        }
        return unsigned(word, largest).map(Long::intValue);
    }

    /// The number `text` spells in C notation (decimal, 0octal, 0xhex), at most `largest`; empty for anything else.
    public static Optional<Long> unsigned(String text, long largest) {
        boolean hex = text.startsWith("0x") || text.startsWith("0X");
        boolean octal = !hex && text.length() > 1 && text.startsWith("0");
        return unsigned(hex ? text.substring(2) : text, hex ? 16 : octal ? 8 : 10, largest);
    }

    /// The number `digits` spells in that radix, at most `largest`.
    public static Optional<Long> unsigned(String digits, int radix, long largest) {
        if (digits.isEmpty()
                || digits.length() > 16
                || !digits.chars().allMatch(c -> Character.digit(c, radix) >= 0 && c < 128)) {
            return Optional.empty();
        }
        long value = Long.parseUnsignedLong(digits, radix);
        return value >= 0 && value <= largest ? Optional.of(value) : Optional.empty();
    }

    /// RTPROT_*, who made an object: the word, or the number as text.
    public static String protocol(int number) {
        return word(PROTOCOLS, number);
    }

    /// Like `protocol`, but a number where older iproute2 does not know the word.
    public static String protocolInCommands(int number) {
        return NOT_IN_COMMANDS.contains(number) ? Integer.toString(number) : protocol(number);
    }

    public static Optional<Integer> protocolOf(String word) {
        return number(PROTOCOLS, word, 255);
    }

    /// All RTPROT_* words, by number.
    public static List<String> protocolWords() {
        return List.copyOf(PROTOCOLS.values());
    }

    /// RT_SCOPE_*.
    public static String scope(int number) {
        return word(SCOPES, number);
    }

    public static Optional<Integer> scopeOf(String word) {
        return number(SCOPES, word, 255);
    }

    public static List<String> scopeWords() {
        return List.copyOf(SCOPES.values());
    }

    /// IPPROTO_*, as /etc/protocols names them.
    public static String ipProtocol(int number) {
        return word(IP_PROTOCOLS, number);
    }

    /// Also takes `icmpv6`.
    public static Optional<Integer> ipProtocolOf(String word) {
        return word.equals("icmpv6") ? Optional.of(58) : number(IP_PROTOCOLS, word, 255);
    }

    public static List<String> ipProtocolWords() {
        return List.copyOf(IP_PROTOCOLS.values());
    }

    /// A DSCP value (0 to 63, not shifted).
    public static String dscp(int number) {
        return word(DSCP, number);
    }

    public static Optional<Integer> dscpOf(String word) {
        return number(DSCP, word, 63);
    }

    public static List<String> dscpWords() {
        return List.copyOf(DSCP.values());
    }

    /// The TOS byte, always as hexadecimal such as `0x10`, which `ip` reads the same way.
    public static String tos(int number) {
        return String.format("0x%02x", number);
    }

    /// A TOS byte: a DSCP word, or a number in base **16** as `ip` reads it (`tos 10` is 0x10).
    public static Optional<Integer> tosOf(String word) {
        for (Map.Entry<Integer, String> e : DSCP.entrySet()) {
            if (e.getValue().equals(word)) {
                return Optional.of(e.getKey() << 2);
            }
        }
        boolean marked = word.startsWith("0x") || word.startsWith("0X");
        return unsigned(marked ? word.substring(2) : word, 16, 255).map(Long::intValue);
    }

    /// The RTAX_* metrics: `mtu`, `advmss`, …
    public static String metric(int rtax) {
        return rtax == Rtnetlink.RTAX_LOCK ? "lock" : word(METRICS, rtax);
    }

    /// The RTAX_* number of that word; no numbers.
    public static Optional<Integer> metricOf(String word) {
        return METRICS.entrySet().stream()
                .filter(e -> e.getValue().equals(word))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    public static List<String> metricWords() {
        return List.copyOf(METRICS.values());
    }

    /// FR_ACT_* of a rule: `lookup`, `goto`, `nop`, `blackhole`, `unreachable`, `prohibit`.
    public static String action(int number) {
        return word(ACTIONS, number);
    }

    public static Optional<Integer> actionOf(String word) {
        return ACTIONS.entrySet().stream()
                .filter(e -> e.getValue().equals(word))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /// The router preference of an IPv6 route (RTA_PREF).
    public static String preference(int number) {
        return word(PREFERENCES, number);
    }

    public static Optional<Integer> preferenceOf(String word) {
        return number(PREFERENCES, word, 255);
    }

    /// IF_OPER_* of a link.
    public static String operState(int number) {
        return word(OPER_STATES, number);
    }

    /// The words of route types that `ip route` takes.
    public static List<String> routeTypeWords() {
        List<String> words = new ArrayList<>();
        for (RouteType t : RouteType.values()) {
            if (t != RouteType.UNSPEC) {
                words.add(t.word());
            }
        }
        return words;
    }

    /// The set IFA_F_* flags as words; bits without a word as one hexadecimal number.
    public static List<String> addressFlags(long flags) {
        return flagWords(ADDRESS_FLAGS, flags);
    }

    /// The IFA_F_* bit of that word.
    public static Optional<Integer> addressFlagOf(String word) {
        return ADDRESS_FLAGS.entrySet().stream()
                .filter(e -> e.getValue().equals(word))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /// The set RTNH_F_* and RTM_F_* flags of a route or one of its legs as words.
    public static List<String> routeFlags(long flags) {
        return flagWords(ROUTE_FLAGS, flags & 0xffff_ffffL);
    }

    /// The IFF_* flags that matter here as words, such as `up`, `loopback`.
    public static List<String> linkFlags(long flags) {
        Map<Integer, String> known = new TreeMap<>();
        known.put(IfLinkH.IFF_UP, "up");
        known.put(IfLinkH.IFF_BROADCAST, "broadcast");
        known.put(IfLinkH.IFF_LOOPBACK, "loopback");
        known.put(IfLinkH.IFF_POINTOPOINT, "pointopoint");
        known.put(IfLinkH.IFF_RUNNING, "running");
        known.put(IfLinkH.IFF_NOARP, "noarp");
        known.put(0x100, "promisc");
        known.put(0x200, "allmulti");
        known.put(0x400, "master");
        known.put(0x800, "slave");
        known.put(0x1000, "multicast");
        known.put(IfLinkH.IFF_LOWER_UP, "lower_up");
        return flagWords(known, flags & 0xffff_ffffL);
    }

    private static List<String> flagWords(Map<Integer, String> table, long flags) {
        List<String> words = new ArrayList<>();
        long rest = flags;
        for (Map.Entry<Integer, String> e : table.entrySet()) {
            if ((flags & e.getKey()) != 0) {
                words.add(e.getValue());
                rest &= ~e.getKey().longValue();
            }
        }
        if (rest != 0) {
            words.add("0x" + Long.toHexString(rest));
        }
        return words;
    }
}
