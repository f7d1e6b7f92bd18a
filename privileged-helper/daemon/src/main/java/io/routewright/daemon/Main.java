package io.routewright.daemon;

import io.routewright.daemon.apply.Applier;
import io.routewright.daemon.authorise.Authority;
import io.routewright.daemon.client.Listener;
import io.routewright.daemon.kernel.Features;
import io.routewright.daemon.kernel.Kernel;
import io.routewright.daemon.kernel.KernelException;
import io.routewright.daemon.kernel.UnixListener;
import io.routewright.daemon.names.NameFiles;
import io.routewright.daemon.names.NameWatch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/// Entry of the helper. Exit status 2: the command line is wrong; 1: it cannot run; each with one line on stderr.
/// Ends with 0 on SIGTERM or SIGINT, after the change set at work, and takes its socket away.
public final class Main {
    /// How long a change set at work may take to end at SIGTERM. Shorter could cut a rollback that waits for a carrier.
    private static final int LAST_SET_SECONDS = 20;

    private Main() {}

    public static void main(String... args) {
        try {
            run(Options.parse(args));
        } catch (Options.UsageException e) {
            fail(2, String.valueOf(e.getMessage()));
        } catch (KernelException | IOException | StartException e) {
            fail(1, String.valueOf(e.getMessage()));
        }
    }

    private static void fail(int status, String message) {
        System.err.println("routewright helper: " + message);
        System.exit(status);
    }

    private static void run(Options options) throws KernelException, IOException, StartException {
        Kernel kernel = Kernel.open();
        NameFiles names = new NameFiles(options.iproute2Directory());
        Conductor conductor =
                new Conductor(
                        new Authority(Math.max(0, options.uid())),
                        Features.probe(kernel),
                        names,
                        new Applier(kernel, names),
                        new SecureRandom().nextLong());
        startWatch(names, conductor);
        UnixListener listener = listen(options);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> end(conductor, options.socket()), "end"));
        System.out.println("listening on " + options.socket());
        System.out.flush();
        new Listener(listener, conductor).serve();
    }

    private static void startWatch(NameFiles names, Conductor conductor) throws IOException {
        Thread.ofPlatform()
                .daemon()
                .name("names")
                .start(new NameWatch(names, conductor::namesChanged));
    }

    private static UnixListener listen(Options options)
            throws KernelException, IOException, StartException {
        String path = options.socket().toString();
        if (!UnixListener.fits(path)) {
            throw new StartException("the socket's path is longer than 107 bytes: " + path);
        }
        if (Files.exists(options.socket(), java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            if (!isSocket(options.socket())) {
                throw new StartException(path + " exists and is not a socket");
            }
            if (UnixListener.isAnswered(path)) {
                throw new StartException("another helper answers on " + path);
            }
            Files.delete(options.socket());
        }
        return UnixListener.listen(path, options.uid());
    }

    private static boolean isSocket(Path path) throws IOException {
        int mode =
                (int)
                        Files.getAttribute(
                                path, "unix:mode", java.nio.file.LinkOption.NOFOLLOW_LINKS);
        return (mode & 0170000) == 0140000;
    }

    private static void end(Conductor conductor, Path socket) {
        try {
            if (!conductor.stopApplying(LAST_SET_SECONDS)) {
                System.err.println("routewright helper: ended during a change set");
            }
            Files.deleteIfExists(socket);
        } catch (InterruptedException | IOException e) {
            System.err.println("routewright helper: " + e.getMessage());
        }
        Runtime.getRuntime().halt(0);
    }
}
