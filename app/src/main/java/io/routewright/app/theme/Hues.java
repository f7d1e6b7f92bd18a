package io.routewright.app.theme;

import javafx.scene.Node;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Identity colours: every VRF one hue, every link one hue and one glyph, stable by name, the same on every screen.
///
/// A name's first choice comes from its text; a name that finds its first choice taken takes the next free one, and
/// keeps it as long as the program runs. FX thread only.
public final class Hues {
    /// How many hues the style sheet defines (`hue-0` to `hue-11`).
    public static final int COUNT = 12;

    private static final Map<String, Integer> VRFS = new TreeMap<>();
    private static final Map<String, Integer> LINKS = new TreeMap<>();

    private Hues() {}

    /// Reserves hues in the order of the names, so that they do not depend on which screen opens first.
    public static void knowVrfs(Collection<String> names) {
        names.stream().sorted().forEach(Hues::vrf);
    }

    /// Reserves hues and glyphs in the order of the names.
    public static void knowLinks(Collection<String> names) {
        names.stream().sorted().forEach(Hues::link);
    }

    /// The VRF's hue, 0 to 11.
    public static int vrf(String name) {
        return VRFS.computeIfAbsent(name, n -> choose(n, VRFS, COUNT) % COUNT);
    }

    /// The link's hue, 0 to 11.
    public static int link(String name) {
        return mark(name) % COUNT;
    }

    /// The link's shape.
    public static Glyph glyph(String name) {
        int mark = mark(name);
        return Glyph.values()[(mark + mark / COUNT) % Glyph.values().length];
    }

    private static int mark(String name) {
        return LINKS.computeIfAbsent(name, n -> choose(n, LINKS, COUNT * Glyph.values().length));
    }

    private static int choose(String name, Map<String, Integer> taken, int count) {
        int first = Math.floorMod(hash(name), count);
        for (int i = 0; i < count; i++) {
            int next = (first + i) % count;
            if (!taken.containsValue(next) && isHueFree(next, taken)) {
                return next;
            }
        }
        return first;
    }

    /// While there are few links, none shall share a hue: then the glyph alone would tell them apart.
    private static boolean isHueFree(int choice, Map<String, Integer> taken) {
        return taken.size() >= COUNT
                || taken.values().stream().noneMatch(v -> v % COUNT == choice % COUNT);
    }

    /// Names that differ in their number only come to lie side by side.
    private static int hash(String name) {
        int hash = 7;
        int number = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            number = c >= '0' && c <= '9' ? number * 10 + c - '0' : number;
            hash = c >= '0' && c <= '9' ? hash : hash * 31 + c;
        }
        return (hash >>> 3) + number;
    }

    /// Gives `node` the colours of that hue: `-rw-hue` (text, glyphs), `-rw-hue-soft` (fills), also below it.
    public static <N extends Node> N paint(N node, int hue) {
        List<String> others = new ArrayList<>();
        for (String c : node.getStyleClass()) {
            if (c.startsWith("hue-")) {
                others.add(c);
            }
        }
        node.getStyleClass().removeAll(others);
        node.getStyleClass().add("hue-" + hue);
        return node;
    }
}
