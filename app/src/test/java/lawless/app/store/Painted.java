package lawless.app.store;

import javafx.scene.paint.Color;

/// Breaks the law: a store that knows the toolkit.
public record Painted(Color color) {}
