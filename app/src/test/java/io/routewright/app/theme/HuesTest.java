package io.routewright.app.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class HuesTest {
    @Test
    void aNameKeepsItsHueAndGlyph() {
        int hue = Hues.link("hues-test-a");
        Glyph glyph = Hues.glyph("hues-test-a");
        Hues.knowLinks(List.of("hues-test-b", "hues-test-c"));
        assertEquals(hue, Hues.link("hues-test-a"));
        assertEquals(glyph, Hues.glyph("hues-test-a"));
    }

    @Test
    void numberedVrfsDoNotShareAHue() {
        assertNotEquals(Hues.vrf("hues-vrf1"), Hues.vrf("hues-vrf2"));
    }

    @Test
    void manyLinksDifferInHueOrGlyph() {
        List<String> marks =
                IntStream.range(0, 30)
                        .mapToObj(i -> "many" + i)
                        .map(n -> Hues.link(n) + " " + Hues.glyph(n))
                        .toList();
        assertEquals(30, marks.stream().collect(Collectors.toSet()).size(), marks.toString());
    }
}
