package io.routewright.app.ipcommand;

import io.routewright.app.store.Snapshot;
import io.routewright.app.text.KernelWords;
import io.routewright.netlink.Address;
import io.routewright.netlink.AddressHeader;
import io.routewright.netlink.Attributes;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.Canonical;
import io.routewright.netlink.Family;
import io.routewright.netlink.IfLinkH;
import io.routewright.netlink.IpAddress;
import io.routewright.netlink.Link;
import io.routewright.netlink.Prefix;
import io.routewright.protocol.Operation;

import java.util.List;
import java.util.Optional;

/// `ip addr …` as operations (iproute2, ip/ipaddress.c, ipaddr_modify).
final class AddressCommand {
    private static final Keywords VERBS =
            Keywords.of(
                    "add",
                    "change",
                    "=chg:change",
                    "replace",
                    "delete",
                    "show",
                    "list:show",
                    "lst:show",
                    "flush",
                    "save:show",
                    "restore",
                    "help:show");
    private static final Keywords OPTIONS =
            Keywords.of(
                    "=peer",
                    "=remote:peer",
                    "broadcast",
                    "=brd:broadcast",
                    "=anycast",
                    "=scope",
                    "=dev",
                    "=label",
                    "metric",
                    "priority:metric",
                    "preference:metric",
                    "valid_lft",
                    "preferred_lft",
                    "=proto",
                    "=local");
    private static final long FOREVER = 0xffff_ffffL;

    private final Words words;
    private final Scene scene;
    private Optional<Family> family;
    private Optional<Word> ownWord = Optional.empty();
    private Prefix own = Prefix.any(Family.INET);
    private Optional<Prefix> peer = Optional.empty();
    private Optional<Word> broadcast = Optional.empty();
    private Optional<Link> link = Optional.empty();
    private Optional<Integer> scope = Optional.empty();
    private Optional<Long> valid = Optional.empty();
    private Optional<Long> preferred = Optional.empty();
    private Attributes extra = Attributes.NONE;
    private int flags;

    private AddressCommand(Words words, Scene scene) {
        this.words = words;
        this.scene = scene;
        this.family = scene.family();
    }

    static List<Operation> read(Words words, Scene scene) throws SyntaxException {
        if (!words.hasMore()) {
            return Verbs.shown(scene, "ip addr");
        }
        Word verb = words.next("ip addr");
        AddressCommand command = new AddressCommand(words, scene);
        return switch (Verbs.meaning(VERBS, verb, "ip addr")) {
            case "show" -> Verbs.shown(scene, "ip addr " + verb.text());
            case "add" -> List.of(new Operation.Create(command.address()));
            case "replace" -> command.replace(false);
            case "change" -> command.replace(true);
            case "delete" -> command.delete();
            default -> throw SyntaxException.at(verb, "", "unsupported", verb.text());
        };
    }

    private void readAll() throws SyntaxException {
        while (words.hasMore()) {
            Word w = words.next("");
            Optional<String> option = OPTIONS.meaning(w.text());
            if (option.isPresent()) {
                option(option.get(), w);
            } else {
                flagOrAddress(w);
            }
        }
        if (link.isEmpty()) {
            throw SyntaxException.at(words.last(), "", "noDevice");
        }
        if (ownWord.isEmpty()) {
            throw SyntaxException.at(words.last(), "", "noAddress");
        }
    }

    private void option(String option, Word w) throws SyntaxException {
        switch (option) {
            case "peer" -> peer = Optional.of(prefix(words.next(option)));
            case "broadcast" -> broadcast = Optional.of(words.next(option));
            case "scope" -> scope = Optional.of(scene.names().scope(words));
            case "dev" -> link = Optional.of(scene.names().link(words, option));
            case "label" ->
                    extra = extra.with(IfLinkH.IFA_LABEL, Bytes.text(words.next(option).text()));
            case "metric" ->
                    extra =
                            extra.with(
                                    IfLinkH.IFA_RT_PRIORITY, Bytes.u32(Numbers.u32(words, option)));
            case "valid_lft" -> valid = Optional.of(lifetime(option));
            case "preferred_lft" -> preferred = Optional.of(lifetime(option));
            case "proto" ->
                    extra =
                            extra.with(
                                    IfLinkH.IFA_PROTO,
                                    Bytes.u8((int) Numbers.upTo(words, option, 255)));
            case "local" -> own(words.next(option));
            default -> throw SyntaxException.at(w, "", "unsupported", w.text());
        }
    }

    private void flagOrAddress(Word w) throws SyntaxException {
        Optional<Integer> flag = KernelWords.addressFlagOf(w.text());
        if (flag.isEmpty()) {
            own(w);
        } else if ((flag.get() & AddressText.SETTABLE) == 0) {
            scene.note("flagReadOnly", w.text());
        } else {
            flags |= flag.get();
        }
    }

    private void own(Word w) throws SyntaxException {
        if (ownWord.isPresent()) {
            throw Verbs.unknown(w, OPTIONS, "ip addr");
        }
        if (w.text().matches("[a-z_]+")) {
            throw Verbs.unknown(w, OPTIONS, "ip addr");
        }
        own = prefix(w);
        ownWord = Optional.of(w);
    }

    private Prefix prefix(Word w) throws SyntaxException {
        Prefix found = Addresses.prefix(w, family);
        family = family.or(() -> Optional.of(found.family()));
        return found;
    }

    private long lifetime(String key) throws SyntaxException {
        return words.take("forever") ? FOREVER : Numbers.u32(words, key);
    }

    private Address address() throws SyntaxException {
        readAll();
        Family kind = own.family();
        int length = peer.map(Prefix::length).orElse(own.length());
        Attributes all =
                Attributes.NONE
                        .with(IfLinkH.IFA_LOCAL, own.address().bytes())
                        .with(
                                IfLinkH.IFA_ADDRESS,
                                peer.map(Prefix::address).orElse(own.address()).bytes());
        if (broadcast.isPresent()) {
            all = all.with(IfLinkH.IFA_BROADCAST, broadcastOf(length).bytes());
        }
        for (var a : extra) {
            all = all.with(a.kind(), a.value());
        }
        if (valid.isPresent() || preferred.isPresent()) {
            all = all.with(IfLinkH.IFA_CACHEINFO, lifetimes());
        }
        all = flags > 0xff ? all.with(IfLinkH.IFA_FLAGS, Bytes.u32(flags)) : all;
        int ifindex = link.orElseThrow().ifindex();
        AddressHeader bare = new AddressHeader(kind.number(), length, flags & 0xff, 0, ifindex);
        int own = scope.orElse(AddressText.defaultScope(new Address(bare, all)));
        return new Address(
                new AddressHeader(kind.number(), length, flags & 0xff, own, ifindex), all);
    }

    private Bytes lifetimes() throws SyntaxException {
        long v = valid.orElse(FOREVER);
        long p = preferred.orElse(FOREVER);
        if (v == 0 || v < p) {
            throw SyntaxException.at(words.last(), Texts.fix("lifetimes"), "lifetimes");
        }
        return Bytes.join(Bytes.u32(p), Bytes.u32(v), Bytes.u32(0), Bytes.u32(0));
    }

    /// `+` sets the bits behind the prefix, `-` clears them.
    private IpAddress broadcastOf(int length) throws SyntaxException {
        Word w = broadcast.orElseThrow();
        if (!w.is("+") && !w.is("-")) {
            return Addresses.address(w, family);
        }
        if (own.family() != Family.INET) {
            throw SyntaxException.at(w, "", "broadcastSix");
        }
        IpAddress base = peer.map(Prefix::address).orElse(own.address());
        byte[] raw = base.masked(length).bytes().toArray();
        for (int bit = length; w.is("+") && bit < 32; bit++) {
            raw[bit / 8] |= (byte) (0x80 >> bit % 8);
        }
        return IpAddress.of(Bytes.of(raw)).orElseThrow();
    }

    private List<Operation> replace(boolean mustExist) throws SyntaxException {
        Address next = address();
        Canonical.Key key = Canonical.key(next);
        Optional<Address> before =
                scene.snapshot().addresses().stream()
                        .filter(a -> Canonical.key(a).equals(key))
                        .findFirst();
        if (before.isEmpty() && mustExist) {
            Word w = ownWord.orElseThrow();
            throw SyntaxException.at(w, "", "noSuchAddress", w.text(), link.orElseThrow().name());
        }
        return before.isEmpty()
                ? List.of(new Operation.Create(next))
                : List.of(new Operation.Change(before.get(), kept(before.get(), next)));
    }

    /// The kernel keeps label and broadcast of an address that is changed.
    private static Address kept(Address before, Address next) {
        Address merged = next;
        for (int kind : new int[] {IfLinkH.IFA_LABEL, IfLinkH.IFA_BROADCAST}) {
            Optional<Bytes> old = before.attributes().find(kind);
            if (old.isPresent() && !merged.attributes().has(kind)) {
                merged = merged.with(kind, old.get());
            }
        }
        return merged;
    }

    private List<Operation> delete() throws SyntaxException {
        readAll();
        Snapshot s = scene.snapshot();
        Word w = ownWord.orElseThrow();
        List<Address> here = s.addressesOn(link.orElseThrow().ifindex());
        boolean isWild = own.family() == Family.INET && w.text().indexOf('/') < 0;
        Optional<Address> hit =
                here.stream()
                        .filter(a -> a.local().address().equals(own.address()))
                        .filter(a -> isWild || matchesPeer(a))
                        .findFirst();
        if (hit.isEmpty()) {
            Optional<String> near =
                    here.stream()
                            .filter(a -> a.local().address().equals(own.address()))
                            .map(a -> a.local().toString())
                            .findFirst();
            String fix = Texts.didYouMean(near);
            throw SyntaxException.at(w, fix, "noSuchAddress", w.text(), link.get().name());
        }
        return List.of(new Operation.Delete(hit.get()));
    }

    private boolean matchesPeer(Address a) {
        Prefix wanted = peer.orElse(own);
        return a.local().length() == wanted.length()
                && (own.family() == Family.INET6 || wanted.contains(a.peer()));
    }
}
