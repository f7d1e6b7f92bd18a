package io.routewright.app.shell;

import io.routewright.app.session.Connection;
import io.routewright.app.text.Strings;

import java.util.Optional;

/// Why nothing can be applied at the moment.
final class Obstacle {
    private static final Strings TEXT = new Strings(Obstacle.class);

    private Obstacle() {}

    static Optional<String> of(Workspace workspace) {
        return switch (workspace.feed().connection()) {
            case Connection.Live c ->
                    workspace.feed().latest().kernel().canWrite()
                            ? Optional.empty()
                            : Optional.of(TEXT.get("obstacle.readonly"));
            case Connection.Connecting c -> Optional.of(TEXT.get("obstacle.connecting"));
            case Connection.Lost c -> Optional.of(TEXT.get("obstacle.lost"));
            case Connection.Refused c -> Optional.of(c.reason());
        };
    }
}
