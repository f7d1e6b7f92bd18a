package io.routewright.daemon.names;

import io.routewright.protocol.TableName;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The table names of this host, as `ip` finds them: built-ins; then `DIR/rt_tables`, or the vendor's file where
/// that is missing; then `rt_tables.d/*.conf` of the vendor where not shadowed by a file of the same name in
/// DIR; then those of DIR. Later entries win.
///
/// @param directory DIR, usually /etc/iproute2
public record NameFiles(Path directory) {
    /// Where newer distributions keep the vendor's files.
    static final Path VENDOR = Path.of("/usr/share/iproute2");

    private static final String FILE = "rt_tables";
    private static final String FOLDER = "rt_tables.d";
    private static final List<TableName> BUILT_IN =
            List.of(
                    new TableName(253, "default", false),
                    new TableName(254, "main", false),
                    new TableName(255, "local", false));

    /// Our own file.
    public Path own() {
        return folder().resolve("routewright.conf");
    }

    /// DIR/rt_tables.d.
    Path folder() {
        return directory.resolve(FOLDER);
    }

    /// Every name, built-in ones first, in file order.
    public List<TableName> read() {
        List<TableName> found = new ArrayList<>(BUILT_IN);
        Path main = directory.resolve(FILE);
        found.addAll(NameFile.read(Files.exists(main) ? main : VENDOR.resolve(FILE), false));
        for (Path file : listed(VENDOR.resolve(FOLDER))) {
            if (!Files.exists(folder().resolve(file.getFileName()))) {
                found.addAll(NameFile.read(file, false));
            }
        }
        for (Path file : listed(folder())) {
            found.addAll(NameFile.read(file, file.equals(own())));
        }
        return found;
    }

    private static List<Path> listed(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(f -> isConf(f.getFileName().toString())).sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static boolean isConf(String name) {
        return name.endsWith(".conf") && !name.startsWith(".");
    }
}
