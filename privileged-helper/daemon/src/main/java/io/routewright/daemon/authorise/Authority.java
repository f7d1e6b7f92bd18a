package io.routewright.daemon.authorise;

import io.routewright.daemon.kernel.PeerCredentials;

/// Who is served: uid 0 and one further uid. Reading and writing are not told apart.
///
/// @param servedUid the further uid; 0 when there is none
public record Authority(long servedUid) {
    public boolean serves(PeerCredentials peer) {
        return peer.uid() == 0 || peer.uid() == servedUid;
    }
}
