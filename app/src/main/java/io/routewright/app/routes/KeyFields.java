package io.routewright.app.routes;

import io.routewright.app.store.Snapshot;
import io.routewright.app.text.KernelWords;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.Family;
import io.routewright.netlink.Prefix;
import io.routewright.netlink.Route;
import io.routewright.netlink.RouteType;
import io.routewright.netlink.Rtnetlink;

/// The fields that make a route the one it is, and those of its header.
final class KeyFields {
    private KeyFields() {}

    /// RTN_*; a reject route has no legs.
    record Type() implements RouteField.Codec {
        @Override
        public String read(Route r, Snapshot s) {
            return r.type().word();
        }

        @Override
        public Route write(Route r, String text, Snapshot s) throws InvalidFieldException {
            RouteType type =
                    RouteType.ofWord(text)
                            .orElseThrow(() -> new InvalidFieldException("type", text));
            Route next = type.isReject() ? r.withNexthops(java.util.List.of()) : r;
            return next.withType(type);
        }
    }

    /// The destination prefix, of the route's own family and without host bits.
    record Destination() implements RouteField.Codec {
        @Override
        public String read(Route r, Snapshot s) {
            return r.destination().shortText();
        }

        @Override
        public Route write(Route r, String text, Snapshot s) throws InvalidFieldException {
            return r.withDestination(prefix(r.family(), text));
        }
    }

    /// The source prefix of an IPv6 route.
    record From() implements RouteField.Codec {
        @Override
        public String read(Route r, Snapshot s) {
            return r.source().isAny() ? "" : r.source().shortText();
        }

        @Override
        public Route write(Route r, String text, Snapshot s) throws InvalidFieldException {
            if (r.family() == Family.INET && !text.isEmpty()) {
                throw new InvalidFieldException("only-ipv6", text);
            }
            Prefix from = text.isEmpty() ? Prefix.any(r.family()) : prefix(r.family(), text);
            Route next =
                    new Route(
                            r.header().withLengths(r.header().destinationLength(), from.length()),
                            r.attributes());
            return from.isAny()
                    ? next.without(Rtnetlink.RTA_SRC)
                    : next.with(Rtnetlink.RTA_SRC, from.address().bytes());
        }
    }

    static Prefix prefix(Family family, String text) throws InvalidFieldException {
        if (text.equals("default")) {
            return Prefix.any(family);
        }
        if (text.isEmpty()) {
            throw new InvalidFieldException("required");
        }
        Prefix p = Prefix.parse(text).orElseThrow(() -> new InvalidFieldException("prefix", text));
        if (p.family() != family) {
            throw new InvalidFieldException(family == Family.INET ? "not-ipv4" : "not-ipv6", text);
        }
        if (p.hasHostBits()) {
            throw new InvalidFieldException("host-bits", text, p.masked().toString());
        }
        return p;
    }

    /// The table, by name or number.
    record Table() implements RouteField.Codec {
        @Override
        public String read(Route r, Snapshot s) {
            return s.tableNames().label(r.tableId());
        }

        @Override
        public Route write(Route r, String text, Snapshot s) throws InvalidFieldException {
            return r.withTable(tableId(text, s));
        }
    }

    /// iproute2 looks names up before it reads a number.
    static long tableId(String text, Snapshot s) throws InvalidFieldException {
        long id =
                s.tableNames()
                        .idOf(text)
                        .or(() -> KernelWords.unsigned(text, FieldTexts.U32))
                        .orElseThrow(() -> new InvalidFieldException("table", text));
        if (id == 0) {
            throw new InvalidFieldException("table-zero", text);
        }
        return id;
    }

    /// RTA_PRIORITY. IPv6 has no metric 0: left out means 1024.
    record Metric() implements RouteField.Codec {
        @Override
        public String read(Route r, Snapshot s) {
            return r.metric() == 0 ? "" : Long.toString(r.metric());
        }

        @Override
        public Route write(Route r, String text, Snapshot s) throws InvalidFieldException {
            return r.withMetric(
                    text.isEmpty() ? 0 : FieldTexts.unsigned(text, FieldTexts.U32, "number"));
        }
    }

    /// RTPROT_*.
    record Protocol() implements RouteField.Codec {
        @Override
        public String read(Route r, Snapshot s) {
            return KernelWords.protocol(r.protocol());
        }

        @Override
        public Route write(Route r, String text, Snapshot s) throws InvalidFieldException {
            return r.withProtocol(
                    KernelWords.protocolOf(text)
                            .orElseThrow(() -> new InvalidFieldException("protocol", text)));
        }
    }

    /// RT_SCOPE_*.
    record Scope() implements RouteField.Codec {
        @Override
        public String read(Route r, Snapshot s) {
            return KernelWords.scope(r.scope());
        }

        @Override
        public Route write(Route r, String text, Snapshot s) throws InvalidFieldException {
            return r.withScope(
                    KernelWords.scopeOf(text)
                            .orElseThrow(() -> new InvalidFieldException("scope", text)));
        }
    }

    /// The scope `ip route` gives when none is said: how far away the destination is.
    static int naturalScope(Route r) {
        if (r.family() == Family.INET6) {
            return r.scope();
        }
        return switch (r.type()) {
            case LOCAL, NAT -> Rtnetlink.RT_SCOPE_HOST;
            case BROADCAST, MULTICAST, ANYCAST -> Rtnetlink.RT_SCOPE_LINK;
            case UNICAST ->
                    r.nexthopId() == 0
                                    && r.nexthops().stream().noneMatch(n -> n.gateway().isPresent())
                            ? Rtnetlink.RT_SCOPE_LINK
                            : Rtnetlink.RT_SCOPE_UNIVERSE;
            default -> Rtnetlink.RT_SCOPE_UNIVERSE;
        };
    }

    /// The TOS a packet must have; IPv4 only.
    record Tos() implements RouteField.Codec {
        @Override
        public String read(Route r, Snapshot s) {
            return r.tos() == 0 ? "" : KernelWords.tos(r.tos());
        }

        @Override
        public Route write(Route r, String text, Snapshot s) throws InvalidFieldException {
            if (r.family() == Family.INET6 && !text.isEmpty()) {
                throw new InvalidFieldException("only-ipv4", text);
            }
            int tos =
                    text.isEmpty()
                            ? 0
                            : KernelWords.tosOf(text)
                                    .orElseThrow(() -> new InvalidFieldException("tos", text));
            if ((tos & ~0x1c) != 0) {
                throw new InvalidFieldException("tos-bits", text);
            }
            return r.withTos(tos);
        }
    }

    /// A 32-bit attribute as a plain number.
    static Bytes u32(String text) throws InvalidFieldException {
        return Bytes.u32(FieldTexts.unsigned(text, FieldTexts.U32, "number"));
    }
}
