package io.routewright.app.routes;

import io.routewright.app.text.KernelWords;
import io.routewright.netlink.IpAddress;

/// Reading of typed values.
final class FieldTexts {
    static final long U32 = 0xffff_ffffL;

    private FieldTexts() {}

    /// @throws InvalidFieldException `key` with the text and the largest number
    static long unsigned(String text, long largest, String key) throws InvalidFieldException {
        return KernelWords.unsigned(text, largest)
                .orElseThrow(() -> new InvalidFieldException(key, text, Long.toString(largest)));
    }

    static IpAddress address(String text) throws InvalidFieldException {
        return IpAddress.parse(text).orElseThrow(() -> new InvalidFieldException("address", text));
    }
}
