package lawless.app.routes;

import com.sun.jna.Pointer;

import javafx.application.Platform;

import jnr.posix.POSIX;

import lawless.app.rules.RulesView;

/// Breaks the law: knows another screen, native code, and enters the FX thread by itself.
public record RoutesView(RulesView other, Pointer memory, POSIX system) implements Runnable {
    @Override
    public void run() {
        Platform.runLater(this);
    }
}
