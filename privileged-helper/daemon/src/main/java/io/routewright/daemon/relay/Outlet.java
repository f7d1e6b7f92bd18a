package io.routewright.daemon.relay;

import io.routewright.daemon.kernel.KernelException;
import io.routewright.daemon.kernel.UnixStream;
import io.routewright.protocol.Message;
import io.routewright.protocol.MessageCodec;

import java.nio.ByteBuffer;
import java.util.concurrent.locks.ReentrantLock;

/// The way to one client. Threads of the same client take turns, whole frames each, in the order they came.
/// There is no queue here: a thread that cannot write waits, and what it would have read stays in the kernel.
public final class Outlet {
    /// A peer that takes nothing for this long is dead. Shorter would cut off a stopped debugger or a stalled
    /// ssh; longer would keep its threads and buffers.
    private static final int STALL_MILLIS = 30_000;

    private final UnixStream stream;
    private final ReentrantLock turn = new ReentrantLock(true);

    /// For messages made here; used by whose turn it is.
    private ByteBuffer own = ByteBuffer.allocateDirect(1024);

    public Outlet(UnixStream stream) {
        this.stream = stream;
    }

    /// @throws KernelException the peer is gone or stalled; nothing more can be sent
    public void send(Message message, long requestId) throws KernelException {
        ByteBuffer frame = MessageCodec.encode(message, requestId).encode();
        turn.lock();
        try {
            if (frame.remaining() > own.capacity()) {
                own = ByteBuffer.allocateDirect(frame.remaining());
            }
            stream.write(own.clear().put(frame).flip(), STALL_MILLIS);
        } finally {
            turn.unlock();
        }
    }

    /// Sends a whole frame held in a direct buffer.
    public void send(ByteBuffer frame) throws KernelException {
        turn.lock();
        try {
            stream.write(frame, STALL_MILLIS);
        } finally {
            turn.unlock();
        }
    }
}
