package io.routewright.daemon;

import io.routewright.daemon.apply.Applier;
import io.routewright.daemon.authorise.Authority;
import io.routewright.daemon.kernel.Features;
import io.routewright.daemon.kernel.KernelException;
import io.routewright.daemon.kernel.PeerCredentials;
import io.routewright.daemon.names.NameFiles;
import io.routewright.daemon.sysctl.Sysctls;
import io.routewright.protocol.ChangeSet;
import io.routewright.protocol.Message;
import io.routewright.protocol.TableName;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/// What all clients share: who is served, what the kernel can, the names, and the right to change something, which
/// one change set at a time has. Called from the clients' threads.
public final class Conductor {
    /// Bytes of a list that certainly fit one frame.
    private static final int LIST_BYTES = 200 * 1024;

    private final Authority authority;
    private final Features features;
    private final String kernelRelease;
    private final long generation;
    private final NameFiles names;
    private final Applier applier;
    private final ReentrantLock applying = new ReentrantLock();
    private final Map<Object, Runnable> nameListeners = new ConcurrentHashMap<>();

    Conductor(
            Authority authority,
            Features features,
            NameFiles names,
            Applier applier,
            long generation) {
        this.authority = authority;
        this.features = features;
        this.names = names;
        this.applier = applier;
        this.generation = generation;
        this.kernelRelease = System.getProperty("os.version", "");
    }

    public boolean serves(PeerCredentials peer) {
        return authority.serves(peer);
    }

    public Message.Welcome welcome(int protocol) {
        return new Message.Welcome(
                protocol, generation, kernelRelease, features.isPrivileged(), features.words());
    }

    /// All names, or as many as one frame takes.
    public Message.Names names() {
        List<TableName> found = new ArrayList<>();
        int bytes = 0;
        for (TableName name : names.read()) {
            bytes += 32 + 3 * name.name().length();
            if (name.name().length() <= 64 && bytes < LIST_BYTES) {
                found.add(name);
            }
        }
        return new Message.Names(found);
    }

    /// All sysctls of the list, or as many as one frame takes; global ones come first.
    public Message.Sysctls sysctls() {
        Map<String, String> found = new LinkedHashMap<>();
        int bytes = 0;
        for (Map.Entry<String, String> e : Sysctls.readAll().entrySet()) {
            bytes += 16 + e.getKey().length() + e.getValue().length();
            if (bytes < LIST_BYTES) {
                found.put(e.getKey(), e.getValue());
            }
        }
        return new Message.Sysctls(found);
    }

    /// Applies the set, or says `Busy` while another is being applied.
    public Message.Outcome apply(ChangeSet set) throws KernelException {
        if (!features.isPrivileged()) {
            return new Message.Denied("this helper runs without CAP_NET_ADMIN: it can only show");
        }
        if (!applying.tryLock()) {
            return new Message.Busy();
        }
        try {
            return applier.apply(set);
        } finally {
            applying.unlock();
        }
    }

    /// Waits until no set is being applied and lets none begin. For the end of the process.
    boolean stopApplying(int seconds) throws InterruptedException {
        return applying.tryLock(seconds, TimeUnit.SECONDS);
    }

    /// @param listener called from another thread; must not wait
    public void listenToNames(Object owner, Runnable listener) {
        nameListeners.put(owner, listener);
    }

    public void forgetNames(Object owner) {
        nameListeners.remove(owner);
    }

    void namesChanged() {
        nameListeners.values().forEach(Runnable::run);
    }
}
