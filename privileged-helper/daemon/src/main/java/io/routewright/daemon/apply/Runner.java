package io.routewright.daemon.apply;

import io.routewright.daemon.kernel.Ack;
import io.routewright.daemon.kernel.Errno;
import io.routewright.daemon.kernel.Kernel;
import io.routewright.daemon.kernel.KernelException;
import io.routewright.daemon.names.OwnNames;
import io.routewright.daemon.plan.Step;
import io.routewright.daemon.sysctl.Sysctls;
import io.routewright.netlink.Address;
import io.routewright.netlink.Decoder;
import io.routewright.netlink.DumpRequest;
import io.routewright.netlink.IfLinkH;
import io.routewright.netlink.IpAddress;
import io.routewright.netlink.Link;
import io.routewright.netlink.MalformedMessageException;
import io.routewright.netlink.NetlinkMessage;
import io.routewright.netlink.Rtnetlink;
import io.routewright.netlink.RtnetlinkObject;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/// Does single steps.
final class Runner {
    /// Duplicate address detection takes 1 to 2 s; shorter would put routes back too early, longer only delays a failure.
    private static final int ADDRESS_MILLIS = 3_500;

    /// A carrier that was there comes back within a second (the kernel's link watch); longer only delays a failure.
    private static final int CARRIER_MILLIS = 3_000;

    private static final int LOOK_MILLIS = 20;

    private final Kernel kernel;
    private final OwnNames names;

    Runner(Kernel kernel, OwnNames names) {
        this.kernel = kernel;
        this.names = names;
    }

    /// Does the step. Waiting that was in vain is not an error: the step that needed it will say so better.
    Ack run(Step step) throws KernelException {
        return switch (step) {
            case Step.Ask s -> kernel.ask(s.request());
            case Step.AwaitCarrier s ->
                    await(Rtnetlink.RTM_GETLINK, CARRIER_MILLIS, o -> isReady(o, s.ifindex()));
            case Step.AwaitAddress s ->
                    await(Rtnetlink.RTM_GETADDR, ADDRESS_MILLIS, o -> isUsable(o, s.address()));
            case Step.WriteName s -> writeName(s);
            case Step.WriteSysctl s -> writeSysctl(s);
        };
    }

    /// Down is an answer too: nothing will change by waiting.
    private static boolean isReady(RtnetlinkObject o, int ifindex) {
        return o instanceof Link l && l.ifindex() == ifindex && (l.hasCarrier() || !l.isUp());
    }

    private static boolean isUsable(RtnetlinkObject o, IpAddress address) {
        return o instanceof Address a
                && a.local().address().equals(address)
                && (a.flags() & IfLinkH.IFA_F_TENTATIVE) == 0;
    }

    private Ack await(int type, int millis, Predicate<RtnetlinkObject> found)
            throws KernelException {
        long deadline = System.nanoTime() + millis * 1_000_000L;
        while (!isThere(type, found) && System.nanoTime() < deadline) {
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        return done();
    }

    private boolean isThere(int type, Predicate<RtnetlinkObject> wanted) throws KernelException {
        AtomicBoolean isFound = new AtomicBoolean();
        NetlinkMessage request = DumpRequest.of(type, 0, 0, 0).orElseThrow();
        kernel.dump(
                request, m -> isFound.compareAndSet(false, decoded(m).filter(wanted).isPresent()));
        return isFound.get();
    }

    private static Optional<RtnetlinkObject> decoded(NetlinkMessage m) {
        try {
            return Decoder.decode(m);
        } catch (MalformedMessageException e) {
            return Optional.empty();
        }
    }

    private static Ack done() {
        return new Ack(0, "", 0);
    }

    private Ack writeName(Step.WriteName s) {
        Map<Long, String> all = new TreeMap<>(names.read());
        if (s.name().isEmpty()) {
            all.remove(s.tableId());
        } else {
            all.put(s.tableId(), s.name());
        }
        try {
            names.write(all);
            return done();
        } catch (IOException e) {
            return new Ack(Errno.EIO, "rt_tables.d/routewright.conf: " + reason(e), 0);
        }
    }

    private static Ack writeSysctl(Step.WriteSysctl s) {
        try {
            Sysctls.write(s.key(), s.value());
            return done();
        } catch (IOException e) {
            return new Ack(Errno.EINVAL, s.key() + ": " + reason(e), 0);
        }
    }

    private static String reason(IOException e) {
        String text = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
        return text == null ? "cannot be written" : text;
    }
}
