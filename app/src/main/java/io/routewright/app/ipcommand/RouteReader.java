package io.routewright.app.ipcommand;

import io.routewright.app.text.KernelWords;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.Family;
import io.routewright.netlink.IpAddress;
import io.routewright.netlink.Nexthop;
import io.routewright.netlink.Prefix;
import io.routewright.netlink.RouteType;
import io.routewright.netlink.Rtnetlink;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the arguments of `ip route add`, `del` and the like (iproute2, ip/iproute.c, iproute_modify).
final class RouteReader {
    private static final Keywords OPTIONS =
            Keywords.of(
                    "=src",
                    "=as",
                    "=via",
                    "=from",
                    "=tos",
                    "dsfield:tos",
                    "=expires",
                    "metric",
                    "priority:metric",
                    "=preference:metric",
                    "=scope",
                    "=mtu",
                    "=hoplimit",
                    "=advmss",
                    "reordering",
                    "=rtt",
                    "=rto_min",
                    "window",
                    "cwnd",
                    "initcwnd",
                    "initrwnd",
                    "features",
                    "quickack",
                    "congctl",
                    "rttvar",
                    "ssthresh",
                    "realms",
                    "=onlink",
                    "=nexthop",
                    "=nhid",
                    "protocol",
                    "table",
                    "vrf",
                    "=dev",
                    "=oif:dev",
                    "pref",
                    "=encap",
                    "ttl-propagate",
                    "fastopen_no_cookie");

    private final Words words;
    private final Scene scene;
    private final RouteSpec spec;

    private RouteReader(Words words, Scene scene) {
        this.words = words;
        this.scene = scene;
        this.spec = new RouteSpec(scene.family());
    }

    static RouteSpec read(Words words, Scene scene) throws SyntaxException {
        RouteReader reader = new RouteReader(words, scene);
        reader.readAll();
        return reader.spec;
    }

    private void readAll() throws SyntaxException {
        while (words.hasMore()) {
            Word w = words.next("");
            Optional<String> option = OPTIONS.meaning(w.text());
            if (option.isEmpty()) {
                destination(w);
            } else if (!MetricsReader.read(option.get(), words, spec)) {
                option(option.get(), w);
            }
        }
        if (spec.destinationWord.isEmpty()) {
            throw SyntaxException.at(words.last(), "", "noPrefix");
        }
    }

    private void option(String option, Word w) throws SyntaxException {
        switch (option) {
            case "src" -> spec.preferredSource = Optional.of(address("src"));
            case "via" -> via(w);
            case "from" -> from();
            case "tos" -> spec.tos = scene.names().tos(words);
            case "expires" -> extra(Rtnetlink.RTA_EXPIRES, Numbers.u32(words, option));
            case "metric" -> spec.metric = Optional.of(Numbers.u32(words, option));
            case "scope" -> spec.scope = Optional.of(scene.names().scope(words));
            case "realms" -> extra(Rtnetlink.RTA_FLOW, scene.names().realms(words));
            case "onlink" -> spec.flags |= Rtnetlink.RTNH_F_ONLINK;
            case "nexthop" -> legs();
            case "nhid" -> spec.nexthopId = Optional.of(Numbers.u32(words, option));
            case "protocol" -> spec.protocol = Optional.of(scene.names().protocol(words));
            case "table" -> spec.table = Optional.of(scene.names().table(words));
            case "vrf" -> spec.table = Optional.of(scene.names().vrf(words));
            case "dev" -> spec.ifindex = scene.names().link(words, option).ifindex();
            case "pref" -> preference();
            default -> throw SyntaxException.at(w, "", "unsupported", w.text());
        }
    }

    private void extra(int kind, long value) {
        spec.extra = spec.extra.with(kind, Bytes.u32(value));
    }

    private IpAddress address(String key) throws SyntaxException {
        IpAddress found = Addresses.address(words.next(key), spec.family);
        spec.settle(found.family());
        return found;
    }

    private void via(Word w) throws SyntaxException {
        if (spec.gateway.isPresent()) {
            throw SyntaxException.at(w, Texts.fix("nexthopSyntax"), "twoGateways");
        }
        spec.gateway = Optional.of(gateway());
    }

    /// An address behind `via`; `inet` or `inet6` before it says its family where it is not the route's.
    private IpAddress gateway() throws SyntaxException {
        if (words.take("inet6")) {
            return Addresses.address(words.next("via"), Optional.of(Family.INET6));
        }
        if (words.take("inet")) {
            return Addresses.address(words.next("via"), Optional.of(Family.INET));
        }
        Word w = words.next("via");
        boolean isSix = w.text().indexOf(':') >= 0;
        if (isSix && spec.family.equals(Optional.of(Family.INET))) {
            Optional<String> guess = Optional.of("via inet6 " + w.text());
            throw SyntaxException.at(w, Texts.didYouMean(guess), "family", w.text(), "IPv4");
        }
        IpAddress found = Addresses.address(w, spec.family);
        spec.settle(found.family());
        return found;
    }

    private void from() throws SyntaxException {
        Prefix found = Addresses.prefix(words.next("from"), spec.family);
        spec.settle(found.family());
        spec.source = Optional.of(found).filter(p -> !p.isAny());
    }

    private void preference() throws SyntaxException {
        Word w = words.next("pref");
        Optional<Integer> value = KernelWords.preferenceOf(w.text());
        if (value.isEmpty()) {
            throw SyntaxException.at(w, Texts.fix("pref"), "named", "pref", w.text());
        }
        spec.extra = spec.extra.with(Rtnetlink.RTA_PREF, Bytes.u8(value.get()));
    }

    private void destination(Word first) throws SyntaxException {
        Word w = first.is("to") ? words.next("to") : first;
        boolean isDigit = !w.text().isEmpty() && Character.isDigit(w.text().charAt(0));
        Optional<RouteType> type = isDigit ? Optional.empty() : RouteType.ofWord(w.text());
        if (type.isPresent()) {
            spec.type = type;
            w = words.next(w.text());
        }
        if (spec.destinationWord.isPresent()) {
            String fix = Texts.didYouMean(Nearest.of(w.text(), OPTIONS.words()));
            throw SyntaxException.at(w, fix, "unknownWord", w.text(), "ip route");
        }
        spec.destination = prefix(w);
        spec.destinationWord = Optional.of(w);
        if (!Addresses.isAnyWord(w.text())) {
            spec.settle(spec.destination.family());
        }
        hostBits(w);
    }

    private Prefix prefix(Word w) throws SyntaxException {
        boolean isWord = w.text().matches("[a-z_-]+") && !Addresses.isAnyWord(w.text());
        if (isWord) {
            List<String> known = new ArrayList<>(OPTIONS.words());
            known.addAll(KernelWords.routeTypeWords());
            known.add("default");
            String fix = Texts.didYouMean(Nearest.of(w.text(), known));
            throw SyntaxException.at(w, fix, "unknownWord", w.text(), "ip route");
        }
        return Addresses.prefix(w, spec.family);
    }

    /// The kernel refuses them in IPv4 and clears them in IPv6.
    private void hostBits(Word w) throws SyntaxException {
        if (!spec.destination.hasHostBits()) {
            return;
        }
        String masked = spec.destination.masked().toString();
        if (spec.familyOrDefault() == Family.INET) {
            throw SyntaxException.at(
                    w, Texts.didYouMean(Optional.of(masked)), "hostBits", w.text());
        }
        scene.note("hostBits", w.text(), masked);
        spec.destination = spec.destination.masked();
    }

    private void legs() throws SyntaxException {
        do {
            spec.legs.add(leg());
        } while (words.take("nexthop"));
        if (words.hasMore()) {
            Word w = words.peek();
            throw SyntaxException.at(w, Texts.fix("optionsFirst"), "afterNexthop", w.text());
        }
    }

    private static final Keywords LEG =
            Keywords.of("=via", "=dev", "=weight", "=onlink", "realms", "=encap", "=as");

    private Nexthop leg() throws SyntaxException {
        Nexthop leg = Nexthop.onLink(0);
        while (words.hasMore() && !words.isAt("nexthop")) {
            Word w = words.next("");
            leg = legOption(LEG.meaning(w.text()).orElse(""), w, leg);
        }
        return leg;
    }

    private Nexthop legOption(String option, Word w, Nexthop leg) throws SyntaxException {
        return switch (option) {
            case "via" -> leg.withGateway(gateway(), spec.familyOrDefault());
            case "dev" -> leg.withIfindex(scene.names().link(words, option).ifindex());
            case "weight" -> leg.withWeight(weight());
            case "onlink" -> leg.withFlags(Rtnetlink.RTNH_F_ONLINK);
            case "realms" ->
                    new Nexthop(
                            leg.ifindex(),
                            leg.weight(),
                            leg.flags(),
                            leg.attributes()
                                    .with(
                                            Rtnetlink.RTA_FLOW,
                                            Bytes.u32(scene.names().realms(words))));
            case "encap", "as" -> throw SyntaxException.at(w, "", "unsupported", w.text());
            default -> throw unknownInLeg(w);
        };
    }

    private SyntaxException unknownInLeg(Word w) {
        Optional<String> near = Nearest.of(w.text(), LEG.words());
        boolean isOption = OPTIONS.meaning(w.text()).isPresent();
        String fix = isOption ? Texts.fix("optionsFirst") : Texts.didYouMean(near);
        return SyntaxException.at(w, fix, "afterNexthop", w.text());
    }

    private int weight() throws SyntaxException {
        Word w = words.next("weight");
        Optional<Long> value = KernelWords.unsigned(w.text(), 256).filter(n -> n > 0);
        if (value.isEmpty()) {
            String fix = w.is("0") ? Texts.fix("weightZero") : "";
            throw SyntaxException.at(w, fix, "weight", w.text(), "256");
        }
        return value.get().intValue();
    }
}
