package io.routewright.app.routes;

import io.routewright.app.store.Snapshot;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.Family;
import io.routewright.netlink.IpAddress;
import io.routewright.netlink.Link;
import io.routewright.netlink.Route;
import io.routewright.netlink.Rtnetlink;

import java.util.List;

/// The fields of a route with one leg. They are patched in place, so that an encapsulation or anything unknown stays.
final class LegFields {
    private LegFields() {}

    /// RTA_GATEWAY, or RTA_VIA for an IPv6 gateway of an IPv4 route.
    record Gateway() implements RouteField.Codec {
        @Override
        public String read(Route r, Snapshot s) {
            return r.isMultipath()
                    ? RouteText.gateway(r)
                    : r.gateway().map(Object::toString).orElse("");
        }

        @Override
        public Route write(Route r, String text, Snapshot s) throws InvalidFieldException {
            if (text.isEmpty()) {
                return r.without(Rtnetlink.RTA_GATEWAY, Rtnetlink.RTA_VIA);
            }
            IpAddress gateway = FieldTexts.address(text);
            if (gateway.family() == r.family()) {
                return r.without(Rtnetlink.RTA_VIA).with(Rtnetlink.RTA_GATEWAY, gateway.bytes());
            }
            if (r.family() == Family.INET6) {
                throw new InvalidFieldException("not-ipv6", text);
            }
            Bytes via = Bytes.join(Bytes.u16(gateway.family().number()), gateway.bytes());
            return r.without(Rtnetlink.RTA_GATEWAY).with(Rtnetlink.RTA_VIA, via);
        }
    }

    /// RTA_OIF, by name.
    record OnLink() implements RouteField.Codec {
        @Override
        public String read(Route r, Snapshot s) {
            return s.links().nameOf(r.ifindex());
        }

        @Override
        public Route write(Route r, String text, Snapshot s) throws InvalidFieldException {
            return text.isEmpty()
                    ? r.without(Rtnetlink.RTA_OIF)
                    : r.with(Rtnetlink.RTA_OIF, Bytes.u32(ifindex(text, s)));
        }
    }

    static int ifindex(String name, Snapshot s) throws InvalidFieldException {
        return s.links()
                .byName(name)
                .map(Link::ifindex)
                .orElseThrow(() -> new InvalidFieldException("link", name));
    }

    /// RTA_PREFSRC.
    record PreferredSource() implements RouteField.Codec {
        @Override
        public String read(Route r, Snapshot s) {
            return RouteText.source(r);
        }

        @Override
        public Route write(Route r, String text, Snapshot s) throws InvalidFieldException {
            if (text.isEmpty()) {
                return r.without(Rtnetlink.RTA_PREFSRC);
            }
            IpAddress source = FieldTexts.address(text);
            if (source.family() != r.family()) {
                throw new InvalidFieldException(
                        r.family() == Family.INET ? "not-ipv4" : "not-ipv6", text);
            }
            return r.withPreferredSource(source);
        }
    }

    /// RTNH_F_ONLINK: the gateway is taken to be on the link, whatever its address.
    record IsOnLink() implements RouteField.Codec {
        @Override
        public String read(Route r, Snapshot s) {
            return r.isOnLink() ? RouteField.YES : "";
        }

        @Override
        public Route write(Route r, String text, Snapshot s) {
            int bare = r.header().flags() & ~Rtnetlink.RTNH_F_ONLINK;
            boolean isOn = text.equals(RouteField.YES);
            return new Route(
                    r.header().withFlags(isOn ? bare | Rtnetlink.RTNH_F_ONLINK : bare),
                    r.attributes());
        }
    }

    /// RTA_NH_ID: instead of own legs.
    record NexthopId() implements RouteField.Codec {
        @Override
        public String read(Route r, Snapshot s) {
            return RouteText.nexthop(r);
        }

        @Override
        public Route write(Route r, String text, Snapshot s) throws InvalidFieldException {
            if (text.isEmpty()) {
                return r.withNexthops(List.of());
            }
            long id = FieldTexts.unsigned(text, FieldTexts.U32, "number");
            if (s.nexthop(id).isEmpty()) {
                throw new InvalidFieldException("nexthop", text);
            }
            return r.withNexthopId(id);
        }
    }
}
