package io.routewright.app.control;

import java.util.Optional;

/// Moving rows of a `WindowedTable` by drag, or by Alt+Up and Alt+Down.
public interface Reorder<R> {
    /// Whether the row can be picked up.
    boolean canMove(R row);

    /// Why the row cannot be put before the row now at `index` (`index` = number of rows: behind the last); empty when it
    /// can. Called while the row is dragged.
    Optional<String> refusal(R row, int index);

    /// The row was let go there.
    void move(R row, int index);
}
