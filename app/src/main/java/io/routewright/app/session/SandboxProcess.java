package io.routewright.app.session;

import io.routewright.app.text.Strings;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.concurrent.TimeUnit;

/// The sandbox launcher as a child process. It prints `READY <socket>` when the helper inside listens, and ends when
/// its standard input does; that pipe closes with this process, however it dies, so no sandbox is left behind.
/// Owned by the session's thread; `close` may be called by any.
final class SandboxProcess implements Endpoint {
    /// Where the launcher is; without it, it is looked for beside the program.
    static final String LAUNCHER_PROPERTY = "routewright.sandbox";

    private static final Path IN_THE_TREE = Path.of("installers", "sandbox", "sandbox");
    private static final String READY = "READY ";
    private static final Strings TEXTS = new Strings(SandboxProcess.class);

    /// Shorter: namespaces are still being taken down when we say we are gone; longer: a stuck launcher keeps the
    /// window from closing.
    private static final int SECONDS_TO_END = 5;

    private final Path launcher;
    private final Thread atExit = new Thread(this::end, "routewright-sandbox-end");
    private @Nullable Process process;
    private @Nullable Path socket;
    private boolean isEnded;

    SandboxProcess(Path launcher) {
        this.launcher = launcher;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /// The launcher: as the property says, or found upwards from where the classes are.
    static Path launcher() {
        String told = System.getProperty(LAUNCHER_PROPERTY, "");
        if (!told.isEmpty()) {
            return Path.of(told);
        }
        for (Path at = here(); at != null; at = at.getParent()) {
            if (Files.isExecutable(at.resolve(IN_THE_TREE))) {
                return at.resolve(IN_THE_TREE);
            }
        }
        return IN_THE_TREE;
    }

    private static @Nullable Path here() {
        CodeSource source = SandboxProcess.class.getProtectionDomain().getCodeSource();
        try {
            return source == null ? null : Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            return null;
        }
    }

    @Override
    public Path socket() throws UnreachableException, InterruptedException {
        Process running = process;
        Path ready = socket;
        if (running != null && running.isAlive() && ready != null) {
            return ready;
        }
        return start();
    }

    private Path start() throws UnreachableException, InterruptedException {
        try {
            Process started = launch();
            LastLine complaint = LastLine.of(started.errorReader(StandardCharsets.UTF_8));
            Path ready = awaitReady(started, complaint);
            socket = ready;
            return ready;
        } catch (IOException e) {
            throw new UnreachableException(TEXTS.get("sandboxNotStarted", launcher, e));
        }
    }

    private synchronized Process launch() throws IOException, UnreachableException {
        if (isEnded) {
            throw new UnreachableException(TEXTS.get("closed"));
        }
        Process started = new ProcessBuilder(launcher.toString()).start();
        process = started;
        return started;
    }

    private Path awaitReady(Process started, LastLine complaint)
            throws IOException, UnreachableException, InterruptedException {
        BufferedReader out = started.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(READY)) {
                LastLine.of(out);
                return Path.of(line.substring(READY.length()).trim());
            }
        }
        started.waitFor(SECONDS_TO_END, TimeUnit.SECONDS);
        throw new UnreachableException(TEXTS.get("sandboxFailed", complaint.await()));
    }

    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The process is ending already: the hook is running or has run.
            return;
        }
    }

    private synchronized void end() {
        isEnded = true;
        Process running = process;
        if (running == null) {
            return;
        }
        try {
            running.getOutputStream().close();
            if (!running.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                running.destroy();
            }
        } catch (IOException e) {
            running.destroy();
        } catch (InterruptedException e) {
            running.destroy();
            Thread.currentThread().interrupt();
        }
        process = null;
    }
}
