package io.routewright.daemon.names;

import io.routewright.protocol.TableName;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One of iproute2's table name files (lib/rt_names.c, rtnl_tab_initialize).
final class NameFile {
    /// `0xHEX name` or `DEC name`, then nothing or a comment.
    private static final Pattern LINE =
            Pattern.compile("(?:0x([0-9a-fA-F]+)|(\\d+))\\s+(\\S+)\\s*(?:#.*)?");

    /// Larger than any sane file; what is longer is not read.
    private static final long LARGEST = 1024 * 1024;

    private NameFile() {}

    /// The names up to the first line `ip` would call corrupted; empty when the file cannot be read.
    static List<TableName> read(Path file, boolean isOwn) {
        List<TableName> found = new ArrayList<>();
        for (String line : lines(file)) {
            String text = line.strip();
            if (text.isEmpty() || text.startsWith("#")) {
                continue;
            }
            Matcher m = LINE.matcher(text);
            if (!m.matches()) {
                break;
            }
            long id = number(m.group(1), m.group(2));
            if (id >= 0) {
                found.add(new TableName(id, m.group(3), isOwn));
            }
        }
        return found;
    }

    private static List<String> lines(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                return List.of();
            }
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /// -1 for a number `ip` skips: it reads into a signed int.
    private static long number(String hex, String decimal) {
        String digits = hex == null ? decimal : hex;
        if (digits.length() > 10) {
            return -1;
        }
        long id = Long.parseLong(digits, hex == null ? 10 : 16);
        return id > Integer.MAX_VALUE ? -1 : id;
    }
}
