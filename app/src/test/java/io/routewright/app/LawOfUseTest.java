package io.routewright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;

/// The app keeps the law of use, and the law is one that can be broken.
class LawOfUseTest {
    private static final JavaClasses APP =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("io.routewright.app");

    private static final JavaClasses LAWLESS = new ClassFileImporter().importPackages("lawless");

    static List<ArchRule> rules() {
        return LawOfUse.rules();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void appKeepsTheLaw(ArchRule rule) {
        EvaluationResult result = rule.evaluate(APP);
        assertEquals(List.of(), result.getFailureReport().getDetails(), rule.getDescription());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void lawlessCodeIsCaught(ArchRule rule) {
        assertTrue(rule.evaluate(LAWLESS).hasViolation(), rule.getDescription());
    }
}
