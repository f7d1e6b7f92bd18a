package io.routewright.daemon.kernel;

/// The kernel's answer to one request.
///
/// @param errno 0 when done
/// @param words its extended error or warning text, verbatim; may be empty
/// @param offset of the offending attribute from the start of the request; 0 when not told
public record Ack(int errno, String words, int offset) {
    public boolean isDone() {
        return errno == 0;
    }
}
