import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/// Runs google-java-format over every Java file of a source tree: `Format check ROOT` names the
/// files that are not in form and fails, `Format fix ROOT` rewrites them. Maven starts it as a
/// source file, with the formatter on the class path.
public final class Format {
    private Format() {}

    /// Exit status 0: all in form; 1: some are not, or cannot be read as Java.
    public static void main(String[] args) throws IOException {
        boolean isFix = args[0].equals("fix");
        List<String> command = new ArrayList<>(List.of("--aosp", "--skip-javadoc-formatting"));
        command.addAll(
                isFix ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
        command.addAll(sources(Path.of(args[1])));
        int status =
                ToolProvider.findFirst("google-java-format")
                        .orElseThrow()
                        .run(System.out, System.err, command.toArray(String[]::new));
        if (status != 0 && !isFix) {
            System.err.println(
                    "The files above are not in form; this puts them right:"
                            + " mvn -q -N verify -Dformat=fix");
        }
        System.exit(status);
    }

    private static List<String> sources(Path root) throws IOException {
        try (Stream<Path> tree = Files.walk(root)) {
            return tree.filter(path -> isSource("/" + root.relativize(path)))
                    .map(Path::toString)
                    .sorted()
                    .toList();
        }
    }

    private static boolean isSource(String name) {
        return name.endsWith(".java")
                && !name.contains("/target/")
                && !name.contains("/gate-fixtures/");
    }
}
