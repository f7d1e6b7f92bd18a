package io.routewright.protocol;

import io.routewright.netlink.Bytes;

import java.util.List;
import java.util.Map;

/// Everything that travels between app and helper. The wire form is in MessageCodec.
public sealed interface Message {
    /// From the app to the helper.
    sealed interface ToHelper extends Message {}

    /// From the helper to the app.
    sealed interface ToClient extends Message {}

    /// The closed list of answers to `Apply`.
    sealed interface Outcome extends ToClient {}

    /// First message of a connection.
    record Hello(int protocolMin, int protocolMax, String build) implements ToHelper {}

    /// From now on every multicast message of the routing groups is sent as `Events`, with request id 0 as all that
    /// comes unasked. Requests are done in their order: a dump asked for after this misses nothing between the two.
    record Subscribe() implements ToHelper {}

    /// Asks for a dump.
    ///
    /// @param type RTM_GETLINK, GETADDR, GETROUTE, GETRULE, GETNEXTHOP, GETNEIGH or GETNETCONF
    /// @param family AF_INET, AF_INET6, or 0 where the type has no family
    /// @param tableId only this table's routes; 0 for all
    /// @param ifindex only routes over this link; 0 for all
    record Dump(int type, int family, long tableId, int ifindex) implements ToHelper {}

    /// Asks for the table names.
    record GetNames() implements ToHelper {}

    /// Asks for the routing sysctls.
    record GetSysctls() implements ToHelper {}

    /// Applies a change set.
    record Apply(ChangeSet changeSet) implements ToHelper {}

    /// Asks for a sign of life.
    record Ping() implements ToHelper {}

    /// Answer to `Hello`.
    ///
    /// @param protocol the version both speak
    /// @param generation random, new at each start of the helper
    /// @param kernelRelease as uname(2) says
    /// @param canWrite whether this client may apply changes
    /// @param features what the kernel can, found without side effects: `vrf`; `nexthop` (objects), `nexthop-weight-16`
    ///     (weights to 65536 in groups), `resilient` (groups); rule selectors `rule-dscp`, `rule-dscp-mask`,
    ///     `rule-port-mask`, `rule-flowlabel`; `sysctl-write`. Words that are not known are to be skipped
    record Welcome(
            int protocol,
            long generation,
            String kernelRelease,
            boolean canWrite,
            List<String> features)
            implements ToClient {}

    /// Multicast messages of the kernel, byte for byte: one or more whole datagrams.
    record Events(Bytes raw) implements ToClient {}

    /// A part of a dump, byte for byte: whole messages. The closing NLMSG_DONE is not among them, `DumpEnd` stands for it.
    record DumpChunk(Bytes raw) implements ToClient {}

    /// The end of a dump.
    ///
    /// @param errno 0, or why the kernel stopped it
    /// @param isInterrupted NLM_F_DUMP_INTR was seen
    record DumpEnd(int errno, boolean isInterrupted) implements ToClient {}

    /// Events were lost: everything must be asked for again.
    record Overrun() implements ToClient {}

    /// The table names changed: ask again.
    record NamesChanged() implements ToClient {}

    /// Answer to `GetNames`, built-in names included, in file order.
    record Names(List<TableName> names) implements ToClient {}

    /// Answer to `GetSysctls`: key as below /proc/sys, value without the newline; absent keys are left out.
    record Sysctls(Map<String, String> values) implements ToClient {}

    /// Answer to `Ping`.
    record Pong() implements ToClient {}

    /// All operations were done.
    record Applied(String id) implements Outcome {}

    /// Refused before anything was done: this operation is outside the closed list or breaks a rule.
    record Rejected(int operation, int errno, String words) implements Outcome {}

    /// Refused before anything was done: the object is not as expected.
    ///
    /// @param present the object's message as the kernel has it now; empty when it is gone. For names and sysctls the
    ///     present text in UTF-8
    record Conflict(int operation, Bytes present) implements Outcome {}

    /// The kernel refused an operation, or (errno 0) took it and kept something else; what was done before it has been
    /// undone, with what the kernel had dropped meanwhile.
    ///
    /// @param operation index of the refused one
    /// @param errno the kernel's
    /// @param words the kernel's extended error text, verbatim; may be empty
    /// @param offset byte offset of the offending attribute in the request; 0 when unknown
    /// @param undone how many operations were undone
    /// @param notUndone indexes of operations that could not be undone; empty when all is as before
    record RolledBack(
            int operation, int errno, String words, int offset, int undone, List<Integer> notUndone)
            implements Outcome {}

    /// The peer may not do this.
    record Denied(String reason) implements Outcome {}

    /// Another set is being applied.
    record Busy() implements Outcome {}

    /// The peer's bytes could not be understood; the connection is closed.
    record Malformed(String what) implements Outcome {}
}
