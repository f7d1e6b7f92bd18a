package io.routewright.app.control;

import io.routewright.app.theme.Glyph;
import io.routewright.app.theme.Hues;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// A VRF's or a link's name in its identity colours, for cells and sentences.
public final class Pill {
    /// What `vrf` is wider than its text, for `Column.drawn`.
    public static final double VRF_EXTRA = 16;

    /// What `link` is wider than its text, for `Column.drawn`.
    public static final double LINK_EXTRA = 16;

    private Pill() {}

    /// A VRF: its name on its hue.
    public static Label vrf(String name) {
        Label label = Hues.paint(new Label(name), Hues.vrf(name));
        label.getStyleClass().addAll("pill", "mono");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /// A link: its glyph in its hue, and its name.
    public static Node link(String name) {
        Glyph glyph = Hues.glyph(name);
        Label label = new Label(name, glyph.node());
        label.setGraphicTextGap(6);
        label.getStyleClass().add("mono");
        HBox box = Hues.paint(new HBox(label), Hues.link(name));
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }
}
