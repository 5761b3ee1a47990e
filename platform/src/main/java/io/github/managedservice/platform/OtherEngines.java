package io.github.managedservice.platform;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.HashSet;
import java.util.Set;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId.Segment;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Warns of a class with services that an engine other than Jupiter runs, which starts none. */
final class OtherEngines {

    private static final String JUPITER = "junit-jupiter";

    /** By name: this jar comes before the one that has them. */
    private static final Set<String> ANNOTATIONS =
            Set.of("io.github.managedservice.ManagedService", "io.github.managedservice.ManagedServices");

    private volatile boolean present;

    /** Where Jupiter alone runs, nothing is looked at. */
    void begin(TestPlan plan) {
        present |= plan.getRoots().stream().anyMatch(root -> !JUPITER.equals(engine(root)));
    }

    /** Looks at a class when its engine begins with it, and has loaded it. */
    void check(TestIdentifier test) {
        if (!present || !test.isContainer()) {
            return;
        }
        TestSource source = test.getSource().orElse(null);
        if (!(source instanceof ClassSource type)) {
            return;
        }
        String engine = engine(test);
        if (!JUPITER.equals(engine) && isAnnotated(type)) {
            Warnings.log(
                    "Class " + type.getClassName() + " has @ManagedService, but nothing is started for it: the engine '"
                            + engine + "' runs it, and only JUnit Jupiter starts services. " + advice(engine));
        }
    }

    private static String advice(String engine) {
        return switch (engine) {
            case "junit-vintage" ->
                "If it imports org.junit.Test, import org.junit.jupiter.api.Test; in a JUnit 4 class call"
                        + " ServiceLauncher.start";
            case "junit-platform-suite" -> "Put the annotation on the Jupiter classes that the suite selects";
            case "testng" ->
                "If it imports org.testng.annotations.Test, import org.junit.jupiter.api.Test; in a TestNG class call"
                        + " ServiceLauncher.start";
            default -> "Call ServiceLauncher.start before its tests";
        };
    }

    /** A suite has engines in it, so that of a test is the innermost. */
    private static String engine(TestIdentifier test) {
        String engine = "";
        for (Segment segment : test.getUniqueIdObject().getSegments()) {
            if (segment.getType().equals("engine")) {
                engine = segment.getValue();
            }
        }
        return engine;
    }

    private static boolean isAnnotated(ClassSource source) {
        try {
            return isAnnotated(source.getJavaClass(), new HashSet<>());
        } catch (JUnitException e) {
            // The engine has a name for it that is not that of a class.
            return false;
        }
    }

    /** Whether an element has the annotation, itself or on another annotation. */
    private static boolean isAnnotated(AnnotatedElement element, Set<AnnotatedElement> seen) {
        for (Annotation annotation : element.getAnnotations()) {
            Class<? extends Annotation> type = annotation.annotationType();
            if (ANNOTATIONS.contains(type.getName())) {
                return true;
            }
            if (!type.getName().startsWith("java.lang.annotation.") && seen.add(type) && isAnnotated(type, seen)) {
                return true;
            }
        }
        return false;
    }
}
