package io.routewright.app.session;

import java.nio.file.Path;

/// Finds the helper's socket anew for each attempt.
interface Endpoint extends AutoCloseable {
    /// The socket to connect to. May block while something is being started; an interrupt ends that.
    Path socket() throws UnreachableException, InterruptedException;

    /// Ends what was started; idempotent.
    @Override
    void close();

    /// The way to `site`.
    static Endpoint of(Site site) {
        return switch (site) {
            case Site.Socket s -> new Fixed(s.path());
            case Site.Sandbox s -> new SandboxProcess(SandboxProcess.launcher());
        };
    }

    /// A socket that is there or not.
    record Fixed(Path socket) implements Endpoint {
        @Override
        public void close() {
            /* nothing was started */
        }
    }
}
