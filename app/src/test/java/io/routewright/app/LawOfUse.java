package io.routewright.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;

import javafx.application.Platform;

import java.util.ArrayList;
import java.util.List;

/// Who may use what in the app. Packages are named by their end, so that the same rules can be held
/// against code made to break them.
final class LawOfUse {
    private static final List<String> SCREENS =
            List.of("..app.routes..", "..app.rules..", "..app.nexthops..", "..app.vrfs..");

    private static final String[] PURE = {
        "..app.store..",
        "..app.staging..",
        "..app.ipcommand..",
        "..app.session..",
        "..app.lookup..",
        "..app.state..",
        "..app.text.."
    };

    private LawOfUse() {}

    static List<ArchRule> rules() {
        List<ArchRule> rules =
                new ArrayList<>(
                        List.of(pure(), oneDoor(), controls(), helper(), posix(), cycles()));
        SCREENS.forEach(screen -> rules.add(screen(screen)));
        return rules;
    }

    private static ArchRule pure() {
        return noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javafx..")
                .because("these rooms also serve the command line and tests without a toolkit")
                .allowEmptyShould(true);
    }

    private static ArchRule oneDoor() {
        return noClasses()
                .that()
                .doNotHaveSimpleName("FrameFeed")
                .should()
                .callMethod(Platform.class, "runLater", Runnable.class)
                .because("one class enters the FX thread, at most once a frame");
    }

    private static ArchRule controls() {
        return noClasses()
                .that()
                .resideInAPackage("..app.control..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SCREENS.toArray(String[]::new))
                .because("widgets are used by screens, not the other way round")
                .allowEmptyShould(true);
    }

    private static ArchRule helper() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.routewright.daemon..", "com.sun.jna..")
                .because("the app reaches the kernel through the helper's socket only");
    }

    private static ArchRule posix() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("..app.session..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jnr..")
                .because("native calls of the app stay in one room");
    }

    private static ArchRule cycles() {
        return slices().matching("..app.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a room can be read, tested and changed without those that use it");
    }

    private static ArchRule screen(String screen) {
        String[] others =
                SCREENS.stream().filter(other -> !other.equals(screen)).toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(screen)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .because("screens meet only as navigation targets of the shell")
                .allowEmptyShould(true);
    }
}
