package io.routewright.daemon.kernel;

/// Who connected, as the kernel says (SO_PEERCRED): the ids at the time of connect(2), seen from this
/// process's user namespace. 65534 stands for an id that has no place in it.
public record PeerCredentials(int pid, long uid, long gid) {}
