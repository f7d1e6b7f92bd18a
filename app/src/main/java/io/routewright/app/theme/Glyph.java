package io.routewright.app.theme;

import javafx.geometry.Bounds;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;

/// The shapes that tell links apart without colour. Each fits a 10 x 10 square.
public enum Glyph {
    CIRCLE("M5 0a5 5 0 1 1 0 10a5 5 0 1 1 0-10z"),
    SQUARE("M0.5 0.5h9v9h-9z"),
    TRIANGLE("M5 0L10 9.5H0z"),
    DIAMOND("M5 0L10 5L5 10L0 5z"),
    HEXAGON("M2.5 0.5h5L10 5L7.5 9.5h-5L0 5z"),
    CROSS("M3.3 0h3.4v3.3H10v3.4H6.7V10H3.3V6.7H0V3.3h3.3z"),
    STAR("M5 0l1.5 3.4L10 3.8L7.4 6.2L8.1 10L5 8L1.9 10L2.6 6.2L0 3.8L3.5 3.4z"),
    DROP("M0 0.5H10L5 10z");

    private final String path;

    Glyph(String path) {
        this.path = path;
    }

    /// A new node of that shape, 10 px, filled with `-rw-hue`; style class `glyph`.
    public Region node() {
        SVGPath shape = new SVGPath();
        shape.setContent(path);
        Bounds bounds = shape.getLayoutBounds();
        Region region = new Region();
        region.setShape(shape);
        region.setScaleShape(false);
        region.setMinSize(bounds.getWidth(), bounds.getHeight());
        region.setPrefSize(10, 10);
        region.setMaxSize(10, 10);
        region.getStyleClass().add("glyph");
        return region;
    }
}
