package io.routewright.app.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The texts of one room: `strings.properties` beside its classes.
public final class Strings {
    private final ResourceBundle bundle;

    /// @param room any class of the room, such as `RulesView.class`
    public Strings(Class<?> room) {
        bundle =
                ResourceBundle.getBundle(
                        room.getPackageName() + ".strings", Locale.getDefault(), room.getModule());
    }

    /// The text of that key.
    public String get(String key) {
        return bundle.getString(key);
    }

    /// The text of that key with `{0}`, `{1}` … filled in as MessageFormat does; numbers without grouping need
    /// `{0,number,#}`.
    public String get(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), Locale.getDefault()).format(values);
    }
}
