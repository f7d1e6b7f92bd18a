package io.routewright.daemon.relay;

import io.routewright.daemon.kernel.KernelException;
import io.routewright.daemon.kernel.NetlinkSocket;
import io.routewright.daemon.kernel.UnixStream;
import io.routewright.netlink.Rtnetlink;
import io.routewright.protocol.Message;
import io.routewright.protocol.MessageCodec;

/// Broadcasts of the kernel to one client, on a thread and a socket of its own. The socket's receive buffer is
/// the queue: a client that reads slowly overruns only itself, and is told so.
public final class EventRelay implements Runnable, AutoCloseable {
    private static final int[] GROUPS = {
        Rtnetlink.RTNLGRP_LINK,
        Rtnetlink.RTNLGRP_NEIGH,
        Rtnetlink.RTNLGRP_IPV4_IFADDR,
        Rtnetlink.RTNLGRP_IPV4_ROUTE,
        Rtnetlink.RTNLGRP_IPV4_RULE,
        Rtnetlink.RTNLGRP_IPV6_IFADDR,
        Rtnetlink.RTNLGRP_IPV6_ROUTE,
        Rtnetlink.RTNLGRP_IPV6_RULE,
        Rtnetlink.RTNLGRP_IPV4_NETCONF,
        Rtnetlink.RTNLGRP_IPV6_NETCONF,
        Rtnetlink.RTNLGRP_NEXTHOP
    };

    /// One IPv4 route event costs 832 bytes of it, so this holds about 40 000. Smaller: more overruns; larger:
    /// more memory for a client that has stopped reading.
    private static final int QUEUE = 32 * 1024 * 1024;

    /// Room kept free for one more datagram; a larger one is an overrun.
    private static final int DATAGRAM = 64 * 1024;

    private final NetlinkSocket kernel;
    private final UnixStream client;
    private final Outlet outlet;
    private final FrameBuffer buffer = new FrameBuffer();

    private EventRelay(NetlinkSocket kernel, UnixStream client, Outlet outlet) {
        this.kernel = kernel;
        this.client = client;
        this.outlet = outlet;
    }

    /// Joins the groups. From its return on no broadcast is missed; run it to have them sent.
    public static EventRelay open(UnixStream client, Outlet outlet) throws KernelException {
        NetlinkSocket kernel = NetlinkSocket.open();
        try {
            kernel.setReceiveBuffer(QUEUE);
            for (int group : GROUPS) {
                kernel.join(group);
            }
            return new EventRelay(kernel, client, outlet);
        } catch (KernelException e) {
            kernel.close();
            throw e;
        }
    }

    /// Relays until the client hangs up or can no longer be written to.
    @Override
    public void run() {
        try {
            while (kernel.await(client)) {
                relayWaiting();
            }
        } catch (KernelException e) {
            client.hangUp();
        }
    }

    private void relayWaiting() throws KernelException {
        buffer.clear();
        int got = kernel.receive(buffer.room(), false);
        while (got > 0 && buffer.room().remaining() >= DATAGRAM) {
            got = kernel.receive(buffer.room(), false);
        }
        if (got == NetlinkSocket.OVERRUN || got == NetlinkSocket.TRUNCATED) {
            drain();
            outlet.send(new Message.Overrun(), 0);
        } else if (buffer.length() > 0) {
            outlet.send(buffer.frame(MessageCodec.EVENTS, 0));
        }
    }

    /// Reads until nothing is left. After an overrun the kernel goes on dropping, silently, until its queue has been
    /// read empty (af_netlink.c, netlink_rcv_wake); what is still in it is older than the loss and worth nothing.
    private void drain() throws KernelException {
        do {
            buffer.clear();
        } while (kernel.receive(buffer.room(), false) != NetlinkSocket.NOTHING);
    }

    /// Only after `run` has ended.
    @Override
    public void close() {
        kernel.close();
    }
}
