package io.routewright.app.scenario;

import io.routewright.app.lab.Helper;
import io.routewright.app.lab.Lab;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

import java.util.function.Consumer;
import java.util.function.Supplier;

/// What each scenario starts with: a lab, a real helper in it, and the real window on that helper. A failure carries the
/// helper's words, and a picture of the window is left in `target/evidence`.
final class Journey
        implements BeforeEachCallback, AfterEachCallback, TestExecutionExceptionHandler {
    private final Supplier<Lab> network;
    private final Consumer<Lab> before;
    private Lab lab;
    private Helper helper;
    private AppWindow window;

    /// In a lab of that kind.
    Journey(Supplier<Lab> network) {
        this(network, lab -> {});
    }

    /// In a lab of that kind, with more done to it before helper and window start.
    Journey(Supplier<Lab> network, Consumer<Lab> before) {
        this.network = network;
        this.before = before;
    }

    Lab lab() {
        return lab;
    }

    Helper helper() {
        return helper;
    }

    AppWindow window() {
        return window;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        lab = network.get();
        before.accept(lab);
        helper = Helper.start(lab);
        window = AppWindow.open(helper.site());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (window != null) {
            window.close();
        }
        if (helper != null) {
            helper.close();
        }
        if (lab != null) {
            lab.close();
        }
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure)
            throws Throwable {
        String name =
                context.getRequiredTestClass().getSimpleName() + "." + context.getDisplayName();
        failure.addSuppressed(new AssertionError("helper said:\n" + helper.log()));
        failure.addSuppressed(new AssertionError(window.picture(name)));
        throw failure;
    }
}
