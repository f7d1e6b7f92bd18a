package io.routewright.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;

final class OptionsTest {
    @Test
    void everyOptionIsRead() throws Options.UsageException {
        Options o =
                Options.parse("--uid", "4000000000", "--socket", "/run/s", "--iproute2-dir", "/x");
        assertEquals(new Options(Path.of("/run/s"), 4_000_000_000L, Path.of("/x")), o);
        assertEquals(Path.of("/etc/iproute2"), Options.parse("--socket", "/s").iproute2Directory());
    }

    @Test
    void whatCannotBeUnderstoodIsUsage() {
        for (String[] bad :
                new String[][] {
                    {},
                    {"--socket"},
                    {"--sock", "x"},
                    {"--socket", "/s", "--uid", "-1"},
                    {"--socket", "/s", "--uid", "4294967295"}
                }) {
            assertThrows(Options.UsageException.class, () -> Options.parse(bad));
        }
    }
}
