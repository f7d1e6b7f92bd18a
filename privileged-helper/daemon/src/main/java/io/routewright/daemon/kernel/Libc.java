package io.routewright.daemon.kernel;

import com.sun.jna.Native;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;

/// The libc functions used, mapped directly. Sizes are 64 bit, as on every Linux this runs on; after a return
/// of -1 `Native.getLastError()` holds errno. Buffers are direct, their position is 0.
final class Libc {
    static {
        Native.register(Libc.class, "c");
    }

    private Libc() {}

    static native int socket(int domain, int type, int protocol);

    static native int bind(int fd, ByteBuffer address, int length);

    static native int connect(int fd, ByteBuffer address, int length);

    static native int listen(int fd, int backlog);

    static native int accept4(
            int fd, @Nullable ByteBuffer address, @Nullable ByteBuffer length, int flags);

    static native int getsockopt(int fd, int level, int name, ByteBuffer value, ByteBuffer length);

    static native int setsockopt(int fd, int level, int name, ByteBuffer value, int length);

    static native int poll(ByteBuffer fds, long count, int timeoutMillis);

    static native long send(int fd, ByteBuffer bytes, long length, int flags);

    static native long recv(int fd, ByteBuffer bytes, long length, int flags);

    static native long recvfrom(
            int fd,
            ByteBuffer bytes,
            long length,
            int flags,
            ByteBuffer address,
            ByteBuffer addressLength);

    static native int shutdown(int fd, int how);

    static native int close(int fd);

    static native int chown(String path, int uid, int gid);

    static native int umask(int mask);
}
