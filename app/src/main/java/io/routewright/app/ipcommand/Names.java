package io.routewright.app.ipcommand;

import io.routewright.app.store.Snapshot;
import io.routewright.app.text.KernelWords;
import io.routewright.netlink.Link;
import io.routewright.netlink.Rtnetlink;
import io.routewright.protocol.TableName;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Words that stand for something of the site: links, tables, VRFs, origins, scopes.
record Names(Snapshot snapshot) {
    private static final Map<String, Long> BUILT_IN_TABLES =
            Map.of(
                    "default", (long) Rtnetlink.RT_TABLE_DEFAULT,
                    "main", (long) Rtnetlink.RT_TABLE_MAIN,
                    "local", (long) Rtnetlink.RT_TABLE_LOCAL);

    Link link(Words words, String key) throws SyntaxException {
        return link(words.next(key));
    }

    Link link(Word word) throws SyntaxException {
        Optional<Link> found = snapshot.links().byName(word.text());
        if (found.isEmpty()) {
            List<String> all = snapshot.links().all().stream().map(Link::name).toList();
            String fix = Texts.didYouMean(Nearest.of(word.text(), all));
            throw SyntaxException.at(word, fix, "link", word.text());
        }
        return found.get();
    }

    long table(Words words) throws SyntaxException {
        Word w = words.next("table");
        Optional<Long> id =
                snapshot.tableNames()
                        .idOf(w.text())
                        .or(() -> Optional.ofNullable(BUILT_IN_TABLES.get(w.text())))
                        .or(() -> KernelWords.unsigned(w.text(), Numbers.U32));
        if (id.isEmpty()) {
            throw SyntaxException.at(w, tableFix(w.text()), "table", w.text());
        }
        return id.get();
    }

    private String tableFix(String text) {
        Optional<Link> vrf = snapshot.links().byName(text).filter(Link::isVrf);
        if (vrf.isPresent()) {
            return Texts.didYouMean(Optional.of("vrf " + text));
        }
        List<String> all = new ArrayList<>(List.of("main", "default", "local"));
        snapshot.tableNames().all().stream().map(TableName::name).forEach(all::add);
        Optional<String> near = Nearest.of(text, all);
        return near.isPresent() ? Texts.didYouMean(near) : Texts.fix("table", text);
    }

    /// The table of a VRF.
    long vrf(Words words) throws SyntaxException {
        return vrfLink(words).vrfTable();
    }

    Link vrfLink(Words words) throws SyntaxException {
        Word w = words.next("vrf");
        Optional<Link> found = snapshot.links().byName(w.text()).filter(Link::isVrf);
        if (found.isEmpty()) {
            List<String> all = snapshot.links().vrfs().stream().map(Link::name).toList();
            throw SyntaxException.at(
                    w, Texts.didYouMean(Nearest.of(w.text(), all)), "vrf", w.text());
        }
        return found.get();
    }

    int protocol(Words words) throws SyntaxException {
        Word w = words.next("protocol");
        return named(w, KernelWords.protocolOf(w.text()), "protocol", KernelWords.protocolWords());
    }

    int scope(Words words) throws SyntaxException {
        Word w = words.next("scope");
        return named(w, KernelWords.scopeOf(w.text()), "scope", KernelWords.scopeWords());
    }

    int ipProtocol(Words words) throws SyntaxException {
        Word w = words.next("ipproto");
        return named(
                w, KernelWords.ipProtocolOf(w.text()), "ipproto", KernelWords.ipProtocolWords());
    }

    int tos(Words words) throws SyntaxException {
        Word w = words.next("tos");
        return named(w, KernelWords.tosOf(w.text()), "tos", KernelWords.dscpWords());
    }

    /// `TO` or `FROM/TO`: FROM in the upper half.
    long realms(Words words) throws SyntaxException {
        Word w = words.next("realms");
        int slash = w.text().indexOf('/');
        long from = slash < 0 ? 0 : realm(w, w.text().substring(0, slash));
        return from << 16 | realm(w, w.text().substring(slash + 1));
    }

    private static long realm(Word word, String text) throws SyntaxException {
        return Numbers.parse(word, text.isEmpty() ? "0" : text, "realms", 0xffff);
    }

    private static int named(Word word, Optional<Integer> value, String key, List<String> all)
            throws SyntaxException {
        if (value.isEmpty()) {
            String fix = Texts.didYouMean(Nearest.of(word.text(), all));
            throw SyntaxException.at(word, fix, "named", key, word.text());
        }
        return value.get();
    }
}
