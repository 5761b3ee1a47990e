package io.github.managedservice;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    private static final String ROOT = "io.github.managedservice";
    private static final String SERVICE = ROOT + ".service";
    private static final String INTERNAL = ROOT + ".internal";
    private static final String LOG = INTERNAL + ".log";
    private static final String SPRING = INTERNAL + ".spring";
    private static final String PLATFORM = ROOT + ".platform";

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/managedservice/platform/"))
            .importPackages(ROOT);

    /**
     * What each package uses of the others, from the bottom up. Only the adapter, in the root package, knows JUnit; of the
     * package of services, only the launcher looks up.
     */
    private static final Map<String, Set<String>> USES = Map.ofEntries(
            uses("internal.text"),
            uses("internal.time"),
            uses("internal.file"),
            uses("internal.log", "text", "time"),
            uses("internal.os"),
            uses("internal.port", "os"),
            uses("internal.output", "log", "os", "text"),
            uses("internal.process", "os", "text"),
            uses("internal.guard", "log", "os", "process", "text"),
            uses("internal.declaration", "text"),
            uses("service", "declaration", "lifecycle", "text"),
            uses("internal.readiness", "declaration", "output", "process", "text", "time", "service"),
            uses("internal.diagnosis", "os", "readiness", "text"),
            uses(
                    "internal.lifecycle",
                    "declaration",
                    "diagnosis",
                    "file",
                    "guard",
                    "log",
                    "os",
                    "output",
                    "port",
                    "process",
                    "readiness",
                    "text",
                    "time",
                    "service"),
            uses("internal.group", "declaration", "lifecycle", "log", "output", "text", "service"),
            uses("internal.testclass", "group"),
            uses("internal.spring", "declaration", "group", "testclass"),
            uses("", "declaration", "group", "lifecycle", "testclass", "service"));

    /** Files that can only be read together. The list may only get shorter. */
    private static final Set<Set<String>> CYCLES = Set.of(
            // A class has started what its extension has declared, and asks its extensions what they start.
            Set.of("ExtensionServices", "ManagedServiceExtension", "RegisteredExtensions", "RunningTestClass"),
            // A text is parsed into a template, which knows where it was declared.
            Set.of(
                    "internal.declaration.DeclaredText",
                    "internal.declaration.Template",
                    "internal.declaration.TemplateParser"),
            // Groups share services, and those need others in groups.
            Set.of("internal.group.ServiceGroup", "internal.group.SharedServices"),
            // The lines of a log are read from it.
            Set.of("internal.output.LineReader", "internal.output.OutputLog"));

    @Test
    void packages_use_those_that_are_listed_and_no_others() {
        Map<String, Set<String>> uses = new TreeMap<>();
        packages().forEach(user -> uses.put(shortName(user.getName()), new TreeSet<>()));
        eachUse((user, used) -> {
            if (!used.getPackageName().equals(user.getPackageName())) {
                Objects.requireNonNull(uses.get(shortName(user.getPackageName())))
                        .add(shortName(used.getPackageName()));
            }
        });

        assertThat(uses).isEqualTo(USES);
    }

    @Test
    void files_form_no_cycles_but_these() {
        Map<String, Set<String>> uses = new TreeMap<>();
        eachUse((user, used) ->
                uses.computeIfAbsent(file(user), file -> new TreeSet<>()).add(file(used)));
        Map<String, Set<String>> reached = new TreeMap<>();
        uses.keySet().forEach(file -> reached.put(file, reach(uses, file)));

        Set<Set<String>> cycles = new HashSet<>();
        reached.forEach((file, its) -> {
            Set<String> cycle = its.stream()
                    .filter(other -> reached.getOrDefault(other, Set.of()).contains(file))
                    .collect(Collectors.toCollection(TreeSet::new));
            if (cycle.size() > 1) {
                cycles.add(cycle);
            }
        });

        assertThat(cycles).isEqualTo(CYCLES);
    }

    @Test
    void no_package_is_large() {
        Map<String, Set<String>> files = new TreeMap<>();
        MAIN.forEach(type -> files.computeIfAbsent(type.getPackageName(), name -> new TreeSet<>())
                .add(file(type)));

        assertThat(files)
                .hasSizeGreaterThan(10)
                .allSatisfy((name, its) -> assertThat(its).hasSizeLessThanOrEqualTo(40));
    }

    @Test
    void users_see_public_types_alone_in_the_package_of_services() {
        assertThat(MAIN.stream()
                        .filter(resideInAPackage(SERVICE))
                        .filter(type -> !type.getName().contains("$"))
                        .filter(type -> !type.getSimpleName().equals("package-info")))
                .hasSizeBetween(5, 15)
                .allMatch(type -> type.getModifiers().contains(JavaModifier.PUBLIC));
    }

    private static void eachUse(BiConsumer<JavaClass, JavaClass> consumer) {
        // An annotation names the extension that reads it.
        MAIN.stream()
                .filter(user -> !user.isAnnotation())
                .forEach(user -> user.getDirectDependenciesFromSelf().stream()
                        .map(use -> use.getTargetClass().getBaseComponentType())
                        .filter(used -> used.getPackageName().startsWith(ROOT))
                        .forEach(used -> consumer.accept(user, used)));
    }

    private static Set<String> reach(Map<String, Set<String>> uses, String start) {
        Set<String> reached = new TreeSet<>();
        Deque<String> left = new ArrayDeque<>(List.of(start));
        while (!left.isEmpty()) {
            uses.getOrDefault(left.remove(), Set.of()).stream()
                    .filter(reached::add)
                    .forEach(left::add);
        }
        return reached;
    }

    private static Map.Entry<String, Set<String>> uses(String user, String... used) {
        return Map.entry(
                user,
                Stream.of(used)
                        .map(name -> name.equals("service") ? name : "internal." + name)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static String shortName(String name) {
        return name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1);
    }

    private static String file(JavaClass type) {
        return shortName(type.getName()).replaceFirst("\\$.*", "");
    }

    @Test
    void all_but_the_adapters_use_the_jdk_and_nothing_else() {
        classes()
                .that(not(resideInAnyPackage(ROOT, SPRING)))
                .should()
                // javax.net is in java.base too: the only way to speak TLS.
                .onlyDependOnClassesThat(
                        resideInAnyPackage(ROOT + "..", "java..", "javax.net..", "org.jspecify.annotations"))
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
}
