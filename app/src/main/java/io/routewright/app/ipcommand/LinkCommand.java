package io.routewright.app.ipcommand;

import io.routewright.app.store.Snapshot;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.IfLinkH;
import io.routewright.netlink.Link;
import io.routewright.protocol.Operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `ip link …` as operations: VRFs made and deleted, and the settings that matter to routing
/// (iproute2, ip/iplink.c, iplink_parse).
final class LinkCommand {
    private static final Keywords VERBS =
            Keywords.of(
                    "add",
                    "set",
                    "change:set",
                    "replace:add",
                    "delete",
                    "show",
                    "lst:show",
                    "list:show",
                    "xstats:show",
                    "property",
                    "help:show");

    /// Words that come before a link's name in the source; a name that is a beginning of one needs `dev`.
    private static final Keywords OPTIONS =
            Keywords.of(
                    "=up",
                    "=down",
                    "=name",
                    "=index",
                    "=link",
                    "address",
                    "broadcast",
                    "=brd:broadcast",
                    "txqueuelen",
                    "=mtu",
                    "=netns",
                    "=multicast",
                    "=allmulticast",
                    "=promisc",
                    "=arp",
                    "=carrier",
                    "=master",
                    "=vrf",
                    "=nomaster",
                    "dynamic",
                    "type",
                    "alias",
                    "=group",
                    "=mode");

    private final Words words;
    private final Scene scene;
    private Optional<Link> device = Optional.empty();
    private Optional<Word> newName = Optional.empty();
    private final List<Edit> edits = new ArrayList<>();

    /// One setting.
    private interface Edit {
        Link apply(Link link);
    }

    private LinkCommand(Words words, Scene scene) {
        this.words = words;
        this.scene = scene;
    }

    static List<Operation> read(Words words, Scene scene) throws SyntaxException {
        if (!words.hasMore()) {
            return Verbs.shown(scene, "ip link");
        }
        Word verb = words.next("ip link");
        LinkCommand command = new LinkCommand(words, scene);
        return switch (Verbs.meaning(VERBS, verb, "ip link")) {
            case "show" -> Verbs.shown(scene, "ip link " + verb.text());
            case "add" -> command.add();
            case "set" -> command.set();
            case "delete" -> command.delete();
            default -> throw SyntaxException.at(verb, "", "unsupported", verb.text());
        };
    }

    private List<Operation> set() throws SyntaxException {
        while (words.hasMore()) {
            Word w = words.next("");
            Optional<String> option = OPTIONS.meaning(w.text());
            if (option.isPresent()) {
                setting(option.get(), w);
            } else {
                device(w.is("dev") ? words.next("dev") : w);
            }
        }
        if (device.isEmpty()) {
            throw SyntaxException.at(words.last(), "", "noDevice");
        }
        Link before = device.get();
        Link after = edited(before);
        if (after.equals(before)) {
            scene.note("alreadySo", before.name());
            return List.of();
        }
        return List.of(new Operation.Change(before, after));
    }

    private Link edited(Link link) {
        Link next = link;
        for (Edit edit : edits) {
            next = edit.apply(next);
        }
        return next;
    }

    private void device(Word w) throws SyntaxException {
        if (device.isPresent()) {
            throw Verbs.unknown(w, OPTIONS, "ip link set");
        }
        device = Optional.of(scene.names().link(w));
    }

    private void setting(String option, Word w) throws SyntaxException {
        switch (option) {
            case "up" -> edits.add(l -> l.withUp(true));
            case "down" -> edits.add(l -> l.withUp(false));
            case "mtu" -> {
                long mtu = Numbers.u32(words, option);
                edits.add(l -> l.with(IfLinkH.IFLA_MTU, Bytes.u32(mtu)));
            }
            case "name" -> text(IfLinkH.IFLA_IFNAME, linkName());
            case "alias" -> text(IfLinkH.IFLA_IFALIAS, words.next("alias").text());
            case "group" -> {
                long group = words.take("default") ? 0 : Numbers.u32(words, option);
                edits.add(l -> l.with(IfLinkH.IFLA_GROUP, Bytes.u32(group)));
            }
            case "master" -> master(scene.names().link(words, option));
            case "vrf" -> master(scene.names().vrfLink(words));
            case "nomaster" -> edits.add(l -> l.withMaster(0));
            default -> throw unsupported(w, option);
        }
    }

    private SyntaxException unsupported(Word w, String option) {
        boolean isName = scene.snapshot().links().byName(w.text()).isPresent();
        return isName
                ? SyntaxException.at(
                        w,
                        Texts.didYouMean(Optional.of("dev " + w.text())),
                        "readsAs",
                        w.text(),
                        option)
                : SyntaxException.at(w, "", "unsupported", w.text());
    }

    private void master(Link master) {
        edits.add(l -> l.withMaster(master.ifindex()));
    }

    private void text(int kind, String value) {
        edits.add(l -> l.with(kind, Bytes.text(value)));
    }

    private String linkName() throws SyntaxException {
        Word w = words.next("name");
        if (!w.text().matches("[^\\s/]{1,15}")) {
            throw SyntaxException.at(w, "", "linkName", w.text());
        }
        return w.text();
    }

    private List<Operation> add() throws SyntaxException {
        long table = 0;
        Optional<Word> type = Optional.empty();
        while (words.hasMore()) {
            Word w = words.next("");
            String option = OPTIONS.meaning(w.text()).orElse("");
            if (option.equals("type")) {
                type = Optional.of(words.next("type"));
                table = vrfTable(type.get());
            } else if (w.is("name") || w.is("dev")) {
                newName = Optional.of(words.next(w.text()));
            } else if (option.isEmpty()) {
                newName = Optional.of(newName(w));
            } else {
                setting(option, w);
            }
        }
        return created(type, table);
    }

    private Word newName(Word w) throws SyntaxException {
        if (newName.isPresent()) {
            throw Verbs.unknown(w, OPTIONS, "ip link add");
        }
        return w;
    }

    private List<Operation> created(Optional<Word> type, long table) throws SyntaxException {
        if (newName.isEmpty() || type.isEmpty()) {
            throw SyntaxException.at(words.last(), Texts.fix("linkAdd"), "linkAdd");
        }
        Word name = newName.get();
        if (!name.text().matches("[^\\s/]{1,15}")) {
            throw SyntaxException.at(name, "", "linkName", name.text());
        }
        if (scene.snapshot().links().byName(name.text()).isPresent()) {
            throw SyntaxException.at(name, "", "linkTaken", name.text());
        }
        Link vrf = Link.newVrf(freeIndex(scene.snapshot()), name.text(), table);
        return List.of(new Operation.Create(edited(vrf)));
    }

    /// The kernel takes the number as asked; it would itself take the next one.
    private static int freeIndex(Snapshot snapshot) {
        return snapshot.links().all().stream().mapToInt(Link::ifindex).max().orElse(0) + 1;
    }

    private long vrfTable(Word type) throws SyntaxException {
        if (!type.is("vrf")) {
            throw SyntaxException.at(type, Texts.fix("linkAdd"), "linkType", type.text());
        }
        Word w = words.next("table");
        if (!w.is("table")) {
            throw SyntaxException.at(w, Texts.didYouMean(Optional.of("table")), "vrfTable");
        }
        Word number = words.hasMore() ? words.peek() : w;
        long table = scene.names().table(words);
        if (table == 0 || (table >= 253 && table <= 255)) {
            String label = scene.snapshot().tableNames().label(table);
            throw SyntaxException.at(number, Texts.fix("vrfReserved"), "vrfReserved", label);
        }
        return table;
    }

    private List<Operation> delete() throws SyntaxException {
        words.take("dev");
        Link gone = scene.names().link(words, "ip link del");
        if (words.take("type")) {
            words.next("type");
        }
        if (words.hasMore()) {
            throw Verbs.unknown(words.peek(), OPTIONS, "ip link del");
        }
        return List.of(new Operation.Delete(gone));
    }
}
