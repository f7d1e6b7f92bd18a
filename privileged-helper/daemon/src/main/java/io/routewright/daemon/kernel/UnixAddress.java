package io.routewright.daemon.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// struct sockaddr_un (linux/un.h).
final class UnixAddress {
    static final int AF_UNIX = 1;

    /// Bytes of sun_path, the closing zero included.
    static final int PATH = 108;

    private UnixAddress() {}

    static ByteBuffer of(String path) {
        byte[] utf8 = path.getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = ByteBuffer.allocateDirect(2 + PATH).order(ByteOrder.nativeOrder());
        out.putShort((short) AF_UNIX).put(utf8);
        return out.rewind();
    }

    static boolean fits(String path) {
        return path.getBytes(StandardCharsets.UTF_8).length < PATH;
    }
}
