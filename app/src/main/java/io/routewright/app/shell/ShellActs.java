package io.routewright.app.shell;

import io.routewright.app.text.Strings;
import io.routewright.app.theme.Theme;

import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCombination;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// What the shell itself can do, once: for the palette, with the key beside it, and for the keyboard.
final class ShellActs {
    private static final Strings TEXT = new Strings(ShellActs.class);

    /// An act; `key` is empty when it has none.
    private record Act(String name, String icon, String key, Runnable run) {}

    private final MainWindow window;

    ShellActs(MainWindow window) {
        this.window = window;
    }

    private List<Act> acts() {
        List<Act> all = new ArrayList<>();
        all.add(new Act("add", "plus", "Ctrl+N", () -> onScreen(Screen::add)));
        all.add(new Act("filter", "search", "Ctrl+F", () -> onScreen(Screen::focusFilter)));
        all.add(new Act("review", "check-square", "Ctrl+Enter", () -> window.applying().review()));
        all.add(new Act("paste", "clipboard", "Ctrl+V", () -> window.pasting().open()));
        all.add(new Act("undo", "rotate-ccw", "Ctrl+Z", () -> workspace().staging().undo()));
        all.add(new Act("redo", "rotate-cw", "Ctrl+Shift+Z", () -> workspace().staging().redo()));
        all.add(new Act("discard", "trash-2", "", () -> workspace().staging().discard()));
        all.add(new Act("inspector", "sidebar", "Ctrl+I", window::toggleInspector));
        all.add(new Act("resync", "refresh-cw", "F5", () -> workspace().session().resync()));
        all.add(new Act("theme", "moon", "", Theme::toggle));
        return all;
    }

    private Workspace workspace() {
        return window.workspace();
    }

    private void onScreen(Consumer<Screen> act) {
        window.current().ifPresent(act);
    }

    /// The acts and the screens as entries of the palette.
    List<PaletteEntry> entries() {
        List<PaletteEntry> entries = new ArrayList<>();
        int number = 1;
        for (Screen s : window.screens()) {
            String name = TEXT.get("palette.go", NavBar.name(s.id()));
            String key = "Ctrl+" + number++;
            entries.add(new PaletteEntry("arrow-right", name, key, () -> window.goTo(s.id())));
        }
        for (Act a : acts()) {
            String name = TEXT.get("act." + a.name());
            entries.add(new PaletteEntry(a.icon(), name, a.key(), a.run()));
        }
        return entries;
    }

    /// Gives the acts their keys. Text fields keep their own Ctrl+Z and Ctrl+V.
    void install(Scene scene) {
        for (Act a : acts()) {
            if (!a.key().isEmpty()) {
                bind(scene, a.key(), a.run());
            }
        }
        bind(scene, "Ctrl+Y", () -> workspace().staging().redo());
        bind(scene, "Ctrl+K", window::openPalette);
        for (int i = 1; i <= window.screens().size(); i++) {
            int number = i;
            bind(scene, "Ctrl+" + i, () -> window.goTo(number));
        }
    }

    private static void bind(Scene scene, String key, Runnable act) {
        boolean isTyping =
                key.equals("Ctrl+Z") || key.equals("Ctrl+V") || key.equals("Ctrl+Shift+Z");
        Runnable guarded =
                () -> {
                    if (!isTyping || !(scene.getFocusOwner() instanceof TextInputControl)) {
                        act.run();
                    }
                };
        String name = key.replace("Ctrl", "Shortcut");
        scene.getAccelerators().put(KeyCombination.keyCombination(name), guarded);
    }
}
