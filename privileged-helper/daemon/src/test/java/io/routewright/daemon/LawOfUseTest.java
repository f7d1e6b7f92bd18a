package io.routewright.daemon;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;

/// The privileged process keeps the law of use, and the law is one that can be broken.
class LawOfUseTest {
    private static final JavaClasses DAEMON =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("io.routewright.daemon");

    private static final JavaClasses LAWLESS = new ClassFileImporter().importPackages("lawless");

    static List<ArchRule> rules() {
        return List.of(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("..daemon.kernel..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("com.sun.jna..")
                        .because("a wrong call into libc ends the process: one room to review"),
                noClasses()
                        .that()
                        .resideInAPackage("..daemon.plan..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("..daemon.kernel..", "java.nio.channels..")
                        .because("what will be done is worked out without doing anything"),
                slices().matching("..daemon.(*)..").should().beFreeOfCycles());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void daemonKeepsTheLaw(ArchRule rule) {
        assertEquals(
                List.of(),
                rule.evaluate(DAEMON).getFailureReport().getDetails(),
                rule.getDescription());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void lawlessCodeIsCaught(ArchRule rule) {
        assertTrue(rule.evaluate(LAWLESS).hasViolation(), rule.getDescription());
    }
}
