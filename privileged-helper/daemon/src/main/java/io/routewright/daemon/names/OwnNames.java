package io.routewright.daemon.names;

import io.routewright.protocol.TableName;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The names in our own file, `DIR/rt_tables.d/routewright.conf`. Written whole, to a new file that then takes the
/// old one's place, so that a reader sees the old names or the new ones.
///
/// @param files where the file is
public record OwnNames(NameFiles files) {
    private static final int LONGEST = 64;
    private static final long LARGEST_ID = Integer.MAX_VALUE;

    /// What strtoul(3) with base 0 would read as a number.
    private static final Pattern NUMBER = Pattern.compile("[-+]?(0[xX][0-9a-fA-F]*|\\d+)");

    /// Visible ASCII without the characters that comment, quote or escape.
    private static final Pattern PLAIN = Pattern.compile("[!$-\\[\\]-~]+");

    /// Table id to name.
    public Map<Long, String> read() {
        Map<Long, String> found = new TreeMap<>();
        NameFile.read(files.own(), true).forEach(n -> found.put(n.tableId(), n.name()));
        return found;
    }

    /// Why `name` cannot stand for the table; empty when it can. The empty name, "no name", always can.
    public Optional<String> objection(long tableId, String name) {
        boolean isBuiltIn = tableId >= 253 && tableId <= 255;
        if (isBuiltIn || tableId < 1 || tableId > LARGEST_ID) {
            return Optional.of("table " + tableId + " cannot be named here");
        }
        if (name.isEmpty()) {
            return Optional.empty();
        }
        if (name.length() > LONGEST) {
            return Optional.of("a table name has at most " + LONGEST + " characters");
        }
        if (!PLAIN.matcher(name).matches()) {
            return Optional.of(
                    "a table name is made of visible ASCII characters other than # \" and \\");
        }
        if (NUMBER.matcher(name).matches()) {
            return Optional.of("a table name must not read as a number: it would hide that table");
        }
        return taken(tableId, name);
    }

    private Optional<String> taken(long tableId, String name) {
        for (TableName n : files.read()) {
            if (n.tableId() != tableId && n.name().equals(name)) {
                return Optional.of(name + " is already the name of table " + n.tableId());
            }
        }
        return Optional.empty();
    }

    /// Replaces the file by these names; without any the file goes.
    public void write(Map<Long, String> names) throws IOException {
        if (names.isEmpty()) {
            Files.deleteIfExists(files.own());
            return;
        }
        StringBuilder text =
                new StringBuilder("# Table names given in Routewright; written by it.\n");
        new TreeMap<>(names)
                .forEach((id, name) -> text.append(id).append('\t').append(name).append('\n'));
        Files.createDirectories(files.folder());
        Path fresh = files.folder().resolve(".routewright.conf.new");
        writeThrough(fresh, text.toString());
        Files.move(fresh, files.own(), StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel folder = FileChannel.open(files.folder(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    private static void writeThrough(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        try (FileChannel out =
                FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
    }
}
