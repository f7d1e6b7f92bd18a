package io.routewright.app.ipcommand;

import io.routewright.app.describe.Describe;
import io.routewright.app.store.Snapshot;
import io.routewright.app.text.KernelWords;
import io.routewright.netlink.Attributes;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.Canonical;
import io.routewright.netlink.Family;
import io.routewright.netlink.IpAddress;
import io.routewright.netlink.NexthopH;
import io.routewright.netlink.NexthopHeader;
import io.routewright.netlink.NexthopObject;
import io.routewright.netlink.Rtnetlink;
import io.routewright.protocol.Operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `ip nexthop …` as operations (iproute2, ip/ipnexthop.c, ipnh_modify).
final class NexthopCommand {
    private static final Keywords VERBS =
            Keywords.of(
                    "=add",
                    "=replace",
                    "=del:delete",
                    "=delete",
                    "list:show",
                    "show",
                    "lst:show",
                    "get:show",
                    "flush",
                    "help:show",
                    "bucket:show");
    private static final Keywords OPTIONS =
            Keywords.of(
                    "=id",
                    "=dev",
                    "=via",
                    "=encap",
                    "=blackhole",
                    "=fdb",
                    "=onlink",
                    "=group",
                    "=type",
                    "protocol",
                    "=buckets",
                    "=idle_timer",
                    "=unbalanced_timer",
                    "=hw_stats");
    private static final int USER_HZ = 100;

    private final Words words;
    private final Scene scene;
    private Optional<Family> family;
    private Optional<Long> id = Optional.empty();
    private Attributes attributes = Attributes.NONE;
    private Attributes resilience = Attributes.NONE;
    private int flags;
    private int protocol;
    private boolean isResilient;

    private NexthopCommand(Words words, Scene scene) {
        this.words = words;
        this.scene = scene;
        this.family = scene.family();
    }

    static List<Operation> read(Words words, Scene scene) throws SyntaxException {
        if (!words.hasMore()) {
            return Verbs.shown(scene, "ip nexthop");
        }
        Word verb = words.next("ip nexthop");
        NexthopCommand command = new NexthopCommand(words, scene);
        return switch (Verbs.meaning(VERBS, verb, "ip nexthop")) {
            case "show" -> Verbs.shown(scene, "ip nexthop " + verb.text());
            case "add" -> command.add();
            case "replace" -> command.replace();
            case "delete" -> command.delete();
            default -> throw SyntaxException.at(verb, "", "unsupported", verb.text());
        };
    }

    private void readAll() throws SyntaxException {
        while (words.hasMore()) {
            Word w = words.next("");
            option(OPTIONS.meaning(w.text()).orElse(""), w);
        }
    }

    private void option(String option, Word w) throws SyntaxException {
        switch (option) {
            case "id" -> id = Optional.of(Numbers.u32(words, option));
            case "dev" -> {
                int ifindex = scene.names().link(words, option).ifindex();
                attributes = attributes.with(NexthopH.NHA_OIF, Bytes.u32(ifindex));
                family = family.or(() -> Optional.of(Family.INET));
            }
            case "via" -> via();
            case "blackhole" -> {
                attributes = attributes.with(NexthopH.NHA_BLACKHOLE, Bytes.EMPTY);
                family = family.or(() -> Optional.of(Family.INET));
            }
            case "onlink" -> flags |= Rtnetlink.RTNH_F_ONLINK;
            case "group" -> group();
            case "type" -> type();
            case "buckets" ->
                    resilience =
                            resilience.with(
                                    NexthopH.NHA_RES_GROUP_BUCKETS,
                                    Bytes.u16((int) Numbers.upTo(words, option, 0xffff)));
            case "idle_timer" -> timer(NexthopH.NHA_RES_GROUP_IDLE_TIMER, option);
            case "unbalanced_timer" -> timer(NexthopH.NHA_RES_GROUP_UNBALANCED_TIMER, option);
            case "protocol" -> protocol = scene.names().protocol(words);
            case "encap", "fdb", "hw_stats" ->
                    throw SyntaxException.at(w, "", "unsupported", w.text());
            default -> throw Verbs.unknown(w, OPTIONS, "ip nexthop");
        }
    }

    private void via() throws SyntaxException {
        Optional<Family> said = family;
        if (words.take("inet6")) {
            said = Optional.of(Family.INET6);
        } else if (words.take("inet")) {
            said = Optional.of(Family.INET);
        }
        Word w = words.next("via");
        boolean isAfterDev = attributes.has(NexthopH.NHA_OIF) && w.text().indexOf(':') >= 0;
        boolean isMixed = isAfterDev && said.equals(Optional.of(Family.INET));
        if (isMixed && scene.family().isEmpty()) {
            throw SyntaxException.at(w, Texts.fix("viaFirst"), "family", w.text(), "IPv4");
        }
        IpAddress gateway = Addresses.address(w, said);
        family = Optional.of(gateway.family());
        attributes = attributes.with(NexthopH.NHA_GATEWAY, gateway.bytes());
    }

    private void group() throws SyntaxException {
        Word w = words.next("group");
        List<NexthopObject.Member> members = new ArrayList<>();
        for (String part : w.text().split("/", -1)) {
            String[] sides = part.split(",", 2);
            long member = Numbers.parse(w, sides[0], "group", Numbers.U32);
            members.add(
                    new NexthopObject.Member(member, sides.length < 2 ? 1 : weight(w, sides[1])));
        }
        Bytes raw =
                NexthopObject.group(0, members).attributes().find(NexthopH.NHA_GROUP).orElseThrow();
        attributes = attributes.with(NexthopH.NHA_GROUP, raw);
    }

    private int weight(Word w, String text) throws SyntaxException {
        int largest = scene.snapshot().kernel().largestGroupWeight();
        Optional<Long> value = KernelWords.unsigned(text, largest).filter(n -> n > 0);
        if (value.isEmpty()) {
            String fix = text.equals("0") ? Texts.fix("weightZero") : "";
            throw SyntaxException.at(w, fix, "weight", text, Integer.toString(largest));
        }
        return value.get().intValue();
    }

    private void type() throws SyntaxException {
        Word w = words.next("type");
        switch (w.text()) {
            case "mpath" -> isResilient = false;
            case "resilient" -> isResilient = true;
            default ->
                    throw SyntaxException.at(w, Texts.fix("groupType"), "named", "type", w.text());
        }
    }

    private void timer(int kind, String option) throws SyntaxException {
        long seconds = Numbers.upTo(words, option, Numbers.U32 / USER_HZ - 1);
        resilience = resilience.with(kind, Bytes.u32(seconds * USER_HZ));
    }

    private NexthopObject object(long number) {
        Attributes all = Attributes.NONE.with(NexthopH.NHA_ID, Bytes.u32(number));
        for (var a : attributes) {
            all = all.with(a.kind(), a.value());
        }
        if (isResilient) {
            all = all.with(NexthopH.NHA_GROUP_TYPE, Bytes.u16(NexthopH.NEXTHOP_GRP_TYPE_RES));
            all = resilience.isEmpty() ? all : all.withNest(NexthopH.NHA_RES_GROUP, resilience);
        }
        boolean isGroup = attributes.has(NexthopH.NHA_GROUP);
        int number1 = isGroup ? 0 : family.orElse(Family.INET).number();
        return new NexthopObject(new NexthopHeader(number1, 0, protocol, flags), all);
    }

    private List<Operation> add() throws SyntaxException {
        readAll();
        long number = id.filter(n -> n != 0).orElseGet(this::freeId);
        return List.of(new Operation.Create(object(number)));
    }

    private long freeId() {
        Snapshot s = scene.snapshot();
        long free = s.nexthops().stream().mapToLong(NexthopObject::id).max().orElse(0) + 1;
        scene.note("nexthopId", Long.toString(free));
        return free;
    }

    private List<Operation> replace() throws SyntaxException {
        readAll();
        if (id.isEmpty() || id.get() == 0) {
            throw SyntaxException.at(words.last(), "", "idNeeded");
        }
        NexthopObject next = object(id.get());
        Optional<NexthopObject> before = scene.snapshot().nexthop(id.get());
        if (before.isEmpty()) {
            return List.of(new Operation.Create(next));
        }
        if (Canonical.isSame(before.get(), next)) {
            scene.note("alreadySo", Describe.object(next, scene.snapshot()));
            return List.of();
        }
        return List.of(new Operation.Change(before.get(), next));
    }

    private List<Operation> delete() throws SyntaxException {
        readAll();
        if (id.isEmpty()) {
            throw SyntaxException.at(words.last(), "", "idNeeded");
        }
        Optional<NexthopObject> gone = scene.snapshot().nexthop(id.get());
        if (gone.isEmpty()) {
            throw SyntaxException.at(words.last(), "", "noNexthop", Long.toString(id.get()));
        }
        return List.of(new Operation.Delete(gone.get()));
    }
}
