package io.routewright.netlink;

import java.util.Optional;

/// A policy rule: struct fib_rule_hdr and its attributes, kept whole and in order. Accessors read; `with…` methods
/// patch and leave every other attribute as it is.
public record Rule(RuleHeader header, Attributes attributes) implements RtnetlinkObject {
    private static final long UNSET = 0xffff_ffffL;

    /// Inclusive bounds of a port or user id range.
    public record Range(long first, long last) {
        /// `first`, or `first-last`.
        @Override
        public String toString() {
            return first == last ? Long.toString(first) : first + "-" + last;
        }
    }

    /// A new rule that matches everything and looks up `tableId`.
    public static Rule lookup(Family family, long priority, long tableId) {
        RuleHeader h = new RuleHeader(family.number(), 0, 0, 0, 0, FibRulesH.FR_ACT_TO_TBL, 0);
        return new Rule(h, Attributes.NONE).withPriority(priority).withTable(tableId);
    }

    /// @throws MalformedMessageException too short, not of family INET or INET6, or an attribute list that does not fit
    public static Rule parse(Bytes payload) throws MalformedMessageException {
        if (payload.length() < RuleHeader.SIZE || Family.of(payload.u8At(0)).isEmpty()) {
            throw new MalformedMessageException("rule message of " + payload.length() + " bytes");
        }
        RuleHeader h = RuleHeader.parse(payload);
        if (Math.max(h.destinationLength(), h.sourceLength())
                > Family.of(h.family()).orElseThrow().bits()) {
            throw new MalformedMessageException("rule prefix length " + h.sourceLength());
        }
        return new Rule(h, Attributes.parse(payload.from(RuleHeader.SIZE)));
    }

    @Override
    public Bytes payload() {
        return Bytes.join(header.encode(), attributes.encode());
    }

    @Override
    public int newType() {
        return Rtnetlink.RTM_NEWRULE;
    }

    public Family family() {
        return Family.of(header.family()).orElse(Family.INET);
    }

    /// FRA_PRIORITY; the kernel does not dump 0.
    public long priority() {
        return attributes.u32(FibRulesH.FRA_PRIORITY, 0);
    }

    /// FRA_TABLE, or the header's table where it is absent; 0 for actions without a table.
    public long tableId() {
        return attributes.u32(FibRulesH.FRA_TABLE, header.table());
    }

    /// FR_ACT_*.
    public int action() {
        return header.action();
    }

    /// The source selector; length 0 when it matches all.
    public Prefix from() {
        return prefix(FibRulesH.FRA_SRC, header.sourceLength());
    }

    /// The destination selector; length 0 when it matches all.
    public Prefix to() {
        return prefix(FibRulesH.FRA_DST, header.destinationLength());
    }

    private Prefix prefix(int kind, int length) {
        IpAddress address =
                attributes.find(kind).flatMap(IpAddress::of).orElse(IpAddress.any(family()));
        return new Prefix(address, Math.min(length, address.family().bits()));
    }

    /// `not`: the whole conjunction is inverted.
    public boolean isInverted() {
        return (header.flags() & FibRulesH.FIB_RULE_INVERT) != 0;
    }

    /// The incoming interface's name; empty when any.
    public String iif() {
        return attributes.text(FibRulesH.FRA_IIFNAME);
    }

    /// The outgoing interface's name; empty when any.
    public String oif() {
        return attributes.text(FibRulesH.FRA_OIFNAME);
    }

    public long fwmark() {
        return attributes.u32(FibRulesH.FRA_FWMARK, 0);
    }

    /// The mask on the mark; 0 when the mark does not matter.
    public long fwmask() {
        return attributes.u32(FibRulesH.FRA_FWMASK, fwmark() == 0 ? 0 : UNSET);
    }

    public int tos() {
        return header.tos();
    }

    public Optional<Integer> dscp() {
        return attributes.find(FibRulesH.FRA_DSCP).filter(v -> v.length() >= 1).map(v -> v.u8At(0));
    }

    /// The goto target.
    public long gotoTarget() {
        return attributes.u32(FibRulesH.FRA_GOTO, 0);
    }

    public boolean isL3mdev() {
        return attributes.u8(FibRulesH.FRA_L3MDEV, 0) != 0;
    }

    public Optional<Range> uidRange() {
        return attributes
                .find(FibRulesH.FRA_UID_RANGE)
                .filter(v -> v.length() >= 8)
                .map(v -> new Range(v.u32At(0), v.u32At(4)));
    }

    /// IPPROTO_*; 0 when any.
    public int ipProtocol() {
        return attributes.u8(FibRulesH.FRA_IP_PROTO, 0);
    }

    public Optional<Range> sourcePorts() {
        return ports(FibRulesH.FRA_SPORT_RANGE);
    }

    public Optional<Range> destinationPorts() {
        return ports(FibRulesH.FRA_DPORT_RANGE);
    }

    private Optional<Range> ports(int kind) {
        return attributes
                .find(kind)
                .filter(v -> v.length() >= 4)
                .map(v -> new Range(v.u16At(0), v.u16At(2)));
    }

    /// Empty when unset (-1 on the wire).
    public Optional<Integer> suppressPrefixLength() {
        long raw = attributes.u32(FibRulesH.FRA_SUPPRESS_PREFIXLEN, UNSET);
        return raw == UNSET ? Optional.empty() : Optional.of((int) raw);
    }

    /// Empty when unset (-1 on the wire).
    public Optional<Long> suppressInterfaceGroup() {
        long raw = attributes.u32(FibRulesH.FRA_SUPPRESS_IFGROUP, UNSET);
        return raw == UNSET ? Optional.empty() : Optional.of(raw);
    }

    /// RTPROT_* of who made it.
    public int protocol() {
        return attributes.u8(FibRulesH.FRA_PROTOCOL, 0);
    }

    public Rule withPriority(long priority) {
        return with(FibRulesH.FRA_PRIORITY, Bytes.u32(priority));
    }

    public Rule withTable(long tableId) {
        int low = tableId < 256 ? (int) tableId : Rtnetlink.RT_TABLE_COMPAT;
        return new Rule(
                header.withTable(low), attributes.with(FibRulesH.FRA_TABLE, Bytes.u32(tableId)));
    }

    /// A prefix of length 0 removes the selector.
    public Rule withFrom(Prefix from) {
        RuleHeader h = header.withLengths(header.destinationLength(), from.length());
        return new Rule(h, patch(FibRulesH.FRA_SRC, from));
    }

    /// A prefix of length 0 removes the selector.
    public Rule withTo(Prefix to) {
        RuleHeader h = header.withLengths(to.length(), header.sourceLength());
        return new Rule(h, patch(FibRulesH.FRA_DST, to));
    }

    private Attributes patch(int kind, Prefix prefix) {
        return prefix.isAny()
                ? attributes.without(kind)
                : attributes.with(kind, prefix.address().bytes());
    }

    public Rule withAction(int action) {
        return new Rule(header.withAction(action), attributes);
    }

    public Rule withInverted(boolean inverted) {
        int bare = header.flags() & ~FibRulesH.FIB_RULE_INVERT;
        return new Rule(
                header.withFlags(inverted ? bare | FibRulesH.FIB_RULE_INVERT : bare), attributes);
    }

    public Rule withTos(int tos) {
        return new Rule(header.withTos(tos), attributes);
    }

    public Rule with(int kind, Bytes value) {
        return new Rule(header, attributes.with(kind, value));
    }

    public Rule without(int... kinds) {
        return new Rule(header, attributes.without(kinds));
    }
}
