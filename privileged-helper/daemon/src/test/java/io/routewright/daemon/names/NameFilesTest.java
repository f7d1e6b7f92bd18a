package io.routewright.daemon.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.routewright.protocol.TableName;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

final class NameFilesTest {
    @TempDir private Path folder = Path.of("");

    private List<TableName> named() {
        return new NameFiles(folder).read().stream().filter(n -> n.tableId() < 253).toList();
    }

    @Test
    void fileIsReadUntilTheLineIpWouldCallCorrupted() throws IOException {
        Files.writeString(
                folder.resolve("rt_tables"),
                "#\n"
                        + "# reserved\n"
                        + "  77 blue\n"
                        + "0x4E\tgreen # yes\n"
                        + "4294967295 beyond\n\n"
                        + "78 tail junk\n"
                        + "79 red\n");
        assertEquals(
                List.of(new TableName(77, "blue", false), new TableName(78, "green", false)),
                named());
    }

    @Test
    void ownNamesComeBackAndAreMarked() throws IOException {
        Files.writeString(folder.resolve("rt_tables"), "");
        OwnNames own = new OwnNames(new NameFiles(folder));
        own.write(Map.of(100L, "isp2", 7L, "lab"));
        assertEquals(
                List.of(new TableName(7, "lab", true), new TableName(100, "isp2", true)), named());
        assertEquals(Map.of(7L, "lab", 100L, "isp2"), own.read());
        try (var files = Files.list(folder.resolve("rt_tables.d"))) {
            assertEquals(1, files.count());
        }
        own.write(Map.of());
        assertFalse(Files.exists(new NameFiles(folder).own()));
    }

    @Test
    void foreignConfFilesCountAndOthersDoNot() throws IOException {
        Files.writeString(folder.resolve("rt_tables"), "");
        Files.createDirectory(folder.resolve("rt_tables.d"));
        Files.writeString(folder.resolve("rt_tables.d/a.conf"), "5 five\n");
        Files.writeString(folder.resolve("rt_tables.d/b.conf~"), "6 six\n");
        assertEquals(List.of(new TableName(5, "five", false)), named());
    }

    @Test
    void namesThatMisleadAreObjectedTo() {
        OwnNames own = new OwnNames(new NameFiles(folder));
        for (String bad :
                new String[] {
                    "100", "0x", "-1", "a b", "a#b", "x".repeat(65), "main", "é", "\u001b[31m"
                }) {
            assertTrue(own.objection(5, bad).isPresent(), bad);
        }
        assertTrue(own.objection(5, "isp-2_b.c").isEmpty());
        assertTrue(own.objection(0, "zero").isPresent());
        assertTrue(own.objection(0x8000_0000L, "beyond").isPresent());
    }
}
