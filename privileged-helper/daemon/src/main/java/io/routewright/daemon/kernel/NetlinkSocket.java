package io.routewright.daemon.kernel;

import io.routewright.netlink.Bytes;
import io.routewright.netlink.NetlinkH;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// A NETLINK_ROUTE socket in the network namespace of the process. Owned by one thread at a time.
public final class NetlinkSocket implements AutoCloseable {
    /// `receive`: nothing is waiting.
    public static final int NOTHING = -1;

    /// `receive`: the kernel dropped broadcasts since the last call.
    public static final int OVERRUN = -2;

    /// `receive`: the datagram was larger than the room given; it is lost.
    public static final int TRUNCATED = -3;

    private static final int AF_NETLINK = 16;
    private static final int SOCK_RAW = 3;
    private static final int SOCK_CLOEXEC = 0x80000;
    private static final int SOL_SOCKET = 1;
    private static final int SOL_NETLINK = 270;
    private static final int SO_RCVBUF = 8;
    private static final int SO_RCVBUFFORCE = 33;
    private static final int MSG_PEEK = 2;
    private static final int MSG_TRUNC = 0x20;
    private static final int MSG_DONTWAIT = 0x40;
    private static final int SOCKADDR_NL = 12;
    private static final int NL_PID = 4;

    private final int fd;
    private final Poll poll = new Poll();
    private final ByteBuffer sender =
            ByteBuffer.allocateDirect(SOCKADDR_NL).order(ByteOrder.nativeOrder());
    private final ByteBuffer senderLength =
            ByteBuffer.allocateDirect(4).order(ByteOrder.nativeOrder());

    private final ByteBuffer nothing = ByteBuffer.allocateDirect(0);
    private ByteBuffer out = ByteBuffer.allocateDirect(4096);

    private NetlinkSocket(int fd) {
        this.fd = fd;
    }

    /// Opens a socket with extended acknowledgements, short acknowledgements and strict dump filters.
    public static NetlinkSocket open() throws KernelException {
        int fd = Libc.socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NetlinkH.NETLINK_ROUTE);
        if (fd < 0) {
            throw new KernelException("socket NETLINK_ROUTE", Errno.last());
        }
        NetlinkSocket socket = new NetlinkSocket(fd);
        try {
            socket.set(SOL_NETLINK, NetlinkH.NETLINK_EXT_ACK, 1);
            socket.set(SOL_NETLINK, NetlinkH.NETLINK_CAP_ACK, 1);
            socket.set(SOL_NETLINK, NetlinkH.NETLINK_GET_STRICT_CHK, 1);
            ByteBuffer any = ByteBuffer.allocateDirect(SOCKADDR_NL).order(ByteOrder.nativeOrder());
            if (Libc.bind(fd, any.putShort(0, (short) AF_NETLINK), SOCKADDR_NL) < 0) {
                throw new KernelException("bind NETLINK_ROUTE", Errno.last());
            }
            return socket;
        } catch (KernelException e) {
            socket.close();
            throw e;
        }
    }

    private void set(int level, int option, int value) throws KernelException {
        ByteBuffer raw =
                ByteBuffer.allocateDirect(4).order(ByteOrder.nativeOrder()).putInt(0, value);
        if (Libc.setsockopt(fd, level, option, raw, 4) < 0) {
            throw new KernelException("setsockopt " + option, Errno.last());
        }
    }

    /// Joins a multicast group.
    ///
    /// @param group RTNLGRP_*
    public void join(int group) throws KernelException {
        set(SOL_NETLINK, NetlinkH.NETLINK_ADD_MEMBERSHIP, group);
    }

    /// Asks for a receive buffer; without CAP_NET_ADMIN the kernel caps it at net.core.rmem_max.
    public void setReceiveBuffer(int bytes) throws KernelException {
        try {
            set(SOL_SOCKET, SO_RCVBUFFORCE, bytes);
        } catch (KernelException e) {
            set(SOL_SOCKET, SO_RCVBUF, bytes);
        }
    }

    /// Sends one message to the kernel.
    public void send(Bytes message) throws KernelException {
        if (message.length() > out.capacity()) {
            out = ByteBuffer.allocateDirect(message.length());
        }
        out.clear().put(message.view()).flip();
        if (Libc.send(fd, out, out.remaining(), 0) < 0) {
            throw new KernelException("send to the kernel", Errno.last());
        }
    }

    /// Waits for a datagram while `client` is connected.
    ///
    /// @return false when the client hung up
    public boolean await(UnixStream client) throws KernelException {
        return poll.readableWhileOpen(fd, client.fd());
    }

    /// The size of the datagram that comes next; waits for it.
    public int nextLength() throws KernelException {
        while (true) {
            long length = Libc.recv(fd, nothing, 0, MSG_PEEK | MSG_TRUNC);
            if (length >= 0) {
                return (int) length;
            }
            if (Errno.last() != Errno.EINTR) {
                throw new KernelException("recv from the kernel", Errno.last());
            }
        }
    }

    /// Takes one datagram into `into` (direct, native order), from its position on, which is moved behind it.
    /// Datagrams that were not sent by the kernel are dropped unseen.
    ///
    /// @param waits whether to wait for one
    /// @return its length, or NOTHING, OVERRUN or TRUNCATED
    public int receive(ByteBuffer into, boolean waits) throws KernelException {
        int flags = MSG_TRUNC | (waits ? 0 : MSG_DONTWAIT);
        while (true) {
            senderLength.putInt(0, SOCKADDR_NL);
            long length =
                    Libc.recvfrom(fd, into.slice(), into.remaining(), flags, sender, senderLength);
            if (length < 0) {
                switch (Errno.last()) {
                    case Errno.EINTR -> {
                        continue;
                    }
                    case Errno.EAGAIN -> {
                        return NOTHING;
                    }
                    case Errno.ENOBUFS -> {
                        return OVERRUN;
                    }
                    default -> throw new KernelException("recv from the kernel", Errno.last());
                }
            }
            if (sender.getInt(NL_PID) == 0) {
                return taken(into, length);
            }
        }
    }

    private static int taken(ByteBuffer into, long length) {
        if (length > into.remaining()) {
            return TRUNCATED;
        }
        into.position(into.position() + (int) length);
        return (int) length;
    }

    @Override
    public void close() {
        Libc.close(fd);
    }
}
