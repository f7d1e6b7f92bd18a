package io.routewright.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The law of use: which room may use which. A rule that is in the way is changed here and in the room's README, with a reason.
class ArchitectureTest {
    private static final String ROOT = "io.routewright.app";
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages(ROOT);

    @ParameterizedTest
    @ValueSource(strings = {"store", "staging", "ipcommand", "session", "describe", "text"})
    void roomsWithoutAWindowDoNotTouchJavaFx(String room) {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javafx..")
                .because("they serve the command line too, and are tested without a toolkit")
                .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"routes", "rules", "nexthops", "vrfs"})
    void screensDoNotUseEachOther(String room) {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "." + room + "..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage(ROOT + ".(routes|rules|nexthops|vrfs)..")
                                .and(not(resideInAPackage(ROOT + "." + room + ".."))))
                .allowEmptyShould(true)
                .because(
                        "a screen is changed and removed alone; the shell's Navigator leads from"
                                + " one to another")
                .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"control", "theme", "shell"})
    void whatScreensAreBuiltOnKnowsNoScreen(String room) {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + ".routes..",
                        ROOT + ".rules..",
                        ROOT + ".nexthops..",
                        ROOT + ".vrfs..")
                .because("screens are given to the shell by the composition root")
                .check(CLASSES);
    }

    @Test
    void controlsKnowNoSite() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".control..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + ".shell..",
                        ROOT + ".store..",
                        ROOT + ".feed..",
                        ROOT + ".session..",
                        ROOT + ".staging..")
                .because("a widget is tested alone, with nothing but its values")
                .check(CLASSES);
    }

    @Test
    void onlyTheFrameFeedEntersTheFxThread() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ROOT + ".feed.FrameFeed")
                .should()
                .callMethod(javafx.application.Platform.class, "runLater", Runnable.class)
                .because(
                        "one door bounds the work of a frame, however fast the kernel's events"
                                + " come")
                .check(CLASSES);
    }

    @Test
    void nativeCodeOfTheAppStaysInTheSession() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".session..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jnr..", "com.sun.jna..")
                .because("the rest of the program cannot crash the process")
                .check(CLASSES);
    }

    @Test
    void nothingUsesTheHelpersOwnClasses() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.routewright.daemon..")
                .because("the app talks to the helper through the protocol only")
                .check(CLASSES);
    }

    @Test
    void roomsHaveNoCycles() {
        slices().matching(ROOT + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("a room can be read, tested and replaced without those above it")
                .check(CLASSES);
    }
}
