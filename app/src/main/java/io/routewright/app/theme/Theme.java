package io.routewright.app.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.text.Font;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/// The look of every window: AtlantaFX Primer and `routewright.css` as one user agent style sheet, so that dialogs,
/// menus and tool tips have it too. FX thread only.
public final class Theme {
    /// Light or dark.
    public enum Mode {
        LIGHT,
        DARK
    }

    private static final List<String> FONTS =
            List.of(
                    "RoutewrightSans-Regular.ttf",
                    "RoutewrightSans-Bold.ttf",
                    "RoutewrightMono-Regular.ttf",
                    "RoutewrightMono-Bold.ttf");

    private static final ReadOnlyObjectWrapper<Mode> MODE = new ReadOnlyObjectWrapper<>(Mode.LIGHT);
    private static boolean isInstalled;
    private static boolean isChosen;

    private Theme() {}

    /// Loads the fonts and follows the desktop's light or dark until `choose` is called; idempotent.
    public static void install() {
        if (isInstalled) {
            return;
        }
        isInstalled = true;
        FONTS.forEach(Theme::loadFont);
        Platform.getPreferences().colorSchemeProperty().subscribe(Theme::followDesktop);
    }

    private static void followDesktop(ColorScheme scheme) {
        if (!isChosen) {
            apply(scheme == ColorScheme.DARK ? Mode.DARK : Mode.LIGHT);
        }
    }

    /// From now on that mode, whatever the desktop says.
    public static void choose(Mode mode) {
        install();
        isChosen = true;
        apply(mode);
    }

    /// Light becomes dark and the other way round.
    public static void toggle() {
        choose(MODE.get() == Mode.LIGHT ? Mode.DARK : Mode.LIGHT);
    }

    public static ReadOnlyObjectProperty<Mode> modeProperty() {
        return MODE.getReadOnlyProperty();
    }

    /// Whether movement should be left out because the desktop asks for it.
    public static boolean isCalm() {
        return Platform.getPreferences().isReducedMotion();
    }

    private static void apply(Mode mode) {
        String base =
                mode == Mode.DARK
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet();
        String own = mode == Mode.DARK ? "dark.css" : "light.css";
        String css = primer(base) + text(resource(own)) + text(resource("routewright.css"));
        Application.setUserAgentStylesheet(
                "data:text/css;base64,"
                        + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8)));
        MODE.set(mode);
    }

    private static String primer(String path) {
        return text(
                path.startsWith("/")
                        ? Objects.requireNonNull(PrimerLight.class.getResource(path))
                        : url(path));
    }

    private static URL url(String address) {
        try {
            return URI.create(address).toURL();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL resource(String name) {
        return Objects.requireNonNull(Theme.class.getResource(name), name);
    }

    private static String text(URL source) {
        try (InputStream in = source.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void loadFont(String file) {
        try (InputStream in = resource("fonts/" + file).openStream()) {
            Font.loadFont(in, 13);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
