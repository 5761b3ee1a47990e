package io.github.managedservice;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.github.managedservice.internal.process.ListeningSocket;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTests {

    private static final String ROOT = "io.github.managedservice";
    private static final String SERVICE = ROOT + ".service";
    private static final String TEST_CLASS = ROOT + ".testclass";
    private static final String SPRING = ROOT + ".spring";
    private static final String INTERNAL = ROOT + ".internal";
    private static final String LOG = INTERNAL + ".log";
    private static final String TEXT = INTERNAL + ".text";
    private static final String TIME = INTERNAL + ".time";

    private static final String PLATFORM = ROOT + ".platform";

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/managedservice/platform/"))
            .importPackages(ROOT);

    // A rule over classes that were not found would hold. This one names the packages, so a lost or a new one is seen.
    @Test
    void the_packages_are_these() {
        Set<String> packages = packages().map(JavaPackage::getName).collect(Collectors.toCollection(TreeSet::new));

        assertThat(packages)
                .containsExactly(
                        ROOT,
                        INTERNAL + ".diagnosis",
                        INTERNAL + ".file",
                        LOG,
                        INTERNAL + ".output",
                        INTERNAL + ".port",
                        INTERNAL + ".process",
                        INTERNAL + ".readiness",
                        TEXT,
                        TIME,
                        SERVICE,
                        SPRING,
                        TEST_CLASS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"diagnosis", "file", "log", "output", "process", "readiness", "text", "time"})
    void a_primitive_knows_the_jdk_and_these_three(String primitive) {
        String itself = INTERNAL + "." + primitive;

        classes()
                .that()
                .resideInAPackage(itself)
                .should()
                // javax.net is in java.base too: the only way to speak TLS.
                .onlyDependOnClassesThat(resideInAnyPackage(
                        itself, LOG, TEXT, TIME, "java..", "javax.net..", "org.jspecify.annotations"))
                .check(MAIN);
    }

    /** The kernel's table of sockets is read in one place. */
    @Test
    void what_finds_ports_also_asks_which_sockets_listen() {
        String port = INTERNAL + ".port";

        classes()
                .that()
                .resideInAPackage(port)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(port, "java..", "org.jspecify.annotations")
                        .or(type(ListeningSocket.class)))
                .check(MAIN);
    }

    @Test
    void the_life_cycle_knows_primitives_but_neither_the_adapter_nor_a_test_framework() {
        classes()
                .that()
                .resideInAPackage(SERVICE)
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(SERVICE, INTERNAL + "..", "java..", "org.jspecify.annotations"))
                .check(MAIN);
    }

    @Test
    void what_is_known_of_a_test_class_knows_no_framework() {
        classes()
                .that()
                .resideInAPackage(TEST_CLASS)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(TEST_CLASS, SERVICE, "java..", "org.jspecify.annotations"))
                .check(MAIN);
    }

    @Test
    void what_spring_is_told_comes_from_there_and_not_from_junit() {
        classes()
                .that()
                .resideInAPackage(SPRING)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        SPRING, TEST_CLASS, SERVICE, "java..", "org.jspecify.annotations", "org.springframework.."))
                .check(MAIN);
    }

    @Test
    void nobody_else_knows_spring() {
        noClasses()
                .that(not(resideInAPackage(SPRING)))
                .should()
                .dependOnClassesThat(resideInAnyPackage(SPRING, "org.springframework.."))
                .check(MAIN);
    }

    @Test
    void the_adapter_knows_no_primitive() {
        noClasses()
                .that()
                .resideInAPackage(ROOT)
                .should()
                .dependOnClassesThat(resideInAPackage(INTERNAL + ".."))
                .check(MAIN);
    }

    @Test
    void the_adapter_alone_knows_junit() {
        noClasses()
                .that(not(resideInAPackage(ROOT)))
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.junit..", "org.opentest4j.."))
                .check(MAIN);
        assertThat(MAIN.stream()
                        .filter(resideInAPackage(ROOT))
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .anyMatch(use -> use.getTargetClass().getPackageName().startsWith("org.junit")))
                .as("some class of the adapter uses JUnit")
                .isTrue();
    }

    /** It comes first, and is on the class path even where the extension is a module. */
    @Test
    void the_listener_of_the_platform_knows_nothing_of_the_extension() {
        classes()
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(PLATFORM, "java..", "org.jspecify.annotations", "org.junit.platform.."))
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(PLATFORM));
    }

    @Test
    void packages_form_no_cycle() {
        slices().assignedFrom(new OneSlicePerPackage())
                .should()
                .beFreeOfCycles()
                .check(MAIN);
    }

    @Test
    void nobody_prints() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(MAIN);
    }

    @Test
    void what_is_logged_goes_through_one_place() {
        noClasses()
                .that(not(resideInAPackage(LOG)))
                .should()
                .dependOnClassesThat(assignableTo(System.Logger.class).or(resideInAPackage("java.util.logging")))
                .check(MAIN);
    }

    @Test
    void every_package_is_null_marked() {
        assertThat(packages()
                        .filter(found -> !found.isAnnotatedWith(NullMarked.class))
                        .map(JavaPackage::getName))
                .isEmpty();
    }

    private static Stream<JavaPackage> packages() {
        JavaPackage root = MAIN.getPackage(ROOT);
        return Stream.concat(Stream.of(root), root.getSubpackagesInTree().stream())
                .filter(found -> !found.getClasses().isEmpty());
    }

    private static final class OneSlicePerPackage implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "one slice per package";
        }
    }
}
