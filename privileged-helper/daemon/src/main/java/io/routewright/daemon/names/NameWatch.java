package io.routewright.daemon.names;

import io.routewright.protocol.TableName;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;

/// Tells when the table names have changed. Runs on a thread of its own until interrupted or closed.
public final class NameWatch implements Runnable, AutoCloseable {
    /// An editor writes a file in several steps; one look after this long sees them all. Longer is felt on screen.
    private static final int SETTLE_MILLIS = 30;

    private final NameFiles files;
    private final Runnable changed;
    private final WatchService watch;

    /// @param changed called on this thread after each change; must not block
    public NameWatch(NameFiles files, Runnable changed) throws IOException {
        this.files = files;
        this.changed = changed;
        this.watch = files.directory().getFileSystem().newWatchService();
        register();
    }

    /// Folders may come and go: registering again is harmless.
    private void register() throws IOException {
        for (Path folder :
                List.of(
                        files.directory(),
                        files.folder(),
                        NameFiles.VENDOR,
                        NameFiles.VENDOR.resolve("rt_tables.d"))) {
            if (Files.isDirectory(folder)) {
                folder.register(
                        watch,
                        StandardWatchEventKinds.ENTRY_CREATE,
                        StandardWatchEventKinds.ENTRY_MODIFY,
                        StandardWatchEventKinds.ENTRY_DELETE);
            }
        }
    }

    @Override
    public void run() {
        try {
            follow();
        } catch (InterruptedException | ClosedWatchServiceException e) {
            // asked to end
        } catch (IOException e) {
            System.err.println("routewright: table names are no longer watched: " + e.getMessage());
        }
    }

    private void follow() throws InterruptedException, IOException {
        List<TableName> known = files.read();
        while (true) {
            WatchKey key = watch.take();
            Thread.sleep(SETTLE_MILLIS);
            key.pollEvents();
            key.reset();
            register();
            List<TableName> now = files.read();
            if (!now.equals(known)) {
                known = now;
                changed.run();
            }
        }
    }

    @Override
    public void close() throws IOException {
        watch.close();
    }
}
